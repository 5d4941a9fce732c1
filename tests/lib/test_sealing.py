import json
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wangge.lib.sealing import BrokenSeal, KeyRing, UnsafeKeyFile, key_id_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys") / "keys.json"


@pytest.fixture(scope="module")
def ring(path: Path) -> KeyRing:
    return KeyRing.create(path)


@given(text=TEXT, context=st.binary())
def test_what_is_sealed_can_be_opened(ring: KeyRing, text: str, context: bytes) -> None:
    sealed = ring.seal(text, context=context)
    assert ring.open(sealed, context=context) == text
    assert sealed != ring.seal(text, context=context)


@given(text=TEXT, data=st.data())
def test_one_bit_changed_breaks_the_seal(ring: KeyRing, text: str, data: st.DataObject) -> None:
    sealed = bytearray(ring.seal(text, context=b"row 1"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(BrokenSeal):
        ring.open(bytes(sealed), context=b"row 1")


@given(text=TEXT, data=st.data())
def test_a_part_is_not_the_whole(ring: KeyRing, text: str, data: st.DataObject) -> None:
    sealed = ring.seal(text, context=b"")
    with pytest.raises(BrokenSeal):
        ring.open(sealed[: data.draw(st.integers(0, len(sealed) - 1))], context=b"")


def test_a_value_cannot_be_moved_to_another_row(ring: KeyRing) -> None:
    sealed = ring.seal("13812345678", context=b"phone of 1")
    with pytest.raises(BrokenSeal, match="context"):
        ring.open(sealed, context=b"phone of 2")


@given(st.binary(max_size=64))
def test_garbage_is_not_opened(ring: KeyRing, garbage: bytes) -> None:
    with pytest.raises(BrokenSeal):
        ring.open(garbage, context=b"")


def test_rotation_keeps_old_values_readable(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    first = KeyRing.create(path)
    old = first.seal("old", context=b"")
    second = first.rotate(path)
    new = second.seal("new", context=b"")
    assert (key_id_of(old), key_id_of(new)) == (1, 2)
    again = KeyRing.load(path)
    assert again == second
    assert again.open(old, context=b"") == "old"
    assert again.open(new, context=b"") == "new"
    assert again.digest("x") == first.digest("x")
    with pytest.raises(BrokenSeal, match="ring"):
        first.open(new, context=b"")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["keys.json"]


@given(a=TEXT, b=TEXT)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_digests_are_equal_for_equal_values(ring: KeyRing, a: str, b: str) -> None:
    assert len(ring.digest(a)) == 32
    assert ring.digest(a) == ring.digest(a)


def test_digests_find_a_number_however_typed(ring: KeyRing) -> None:
    assert ring.digest("138 1234 5678") == ring.digest("13812345678")
    assert ring.digest("13812345679") != ring.digest("13812345678")
    assert ring.digest("11010519491231002x") == ring.digest("11010519491231002X")


def test_two_rings_have_nothing_in_common(ring: KeyRing, tmp_path: Path) -> None:
    other = KeyRing.create(tmp_path / "other.json")
    assert other.digest("13812345678") != ring.digest("13812345678")
    with pytest.raises(BrokenSeal):
        other.open(ring.seal("x", context=b""), context=b"")


def test_the_key_file_is_its_owners_alone(path: Path, ring: KeyRing, tmp_path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert KeyRing.load(path) == ring
    with pytest.raises(FileExistsError):
        KeyRing.create(path)
    open_to_all = tmp_path / "keys.json"
    open_to_all.write_text(path.read_text())
    open_to_all.chmod(0o640)
    with pytest.raises(UnsafeKeyFile, match="0600"):
        KeyRing.load(open_to_all)


@pytest.mark.parametrize("change", ["no json", "no current", "short key", "list"])
def test_a_damaged_key_file(path: Path, ring: KeyRing, tmp_path: Path, change: str) -> None:
    data = json.loads(path.read_text())
    texts = {
        "no json": "{",
        "no current": json.dumps({**data, "current": 7}),
        "short key": json.dumps({**data, "index_key": "AAAA"}),
        "list": "[]",
    }
    damaged = tmp_path / "keys.json"
    damaged.touch(mode=0o600)
    damaged.write_text(texts[change])
    with pytest.raises(UnsafeKeyFile):
        KeyRing.load(damaged)


def test_keys_do_not_show(ring: KeyRing) -> None:
    assert repr(ring) == "KeyRing(current=1)"
