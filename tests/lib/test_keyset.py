from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wangge.lib.keyset import Value, decode, encode
from wangge.lib.refusal import Refusal

VALUES = st.lists(
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.uuids()
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
    | st.datetimes(
        min_value=datetime(1900, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    max_size=4,
).map(tuple)


def is_refused(cursor: str, of: str = "") -> bool:
    with pytest.raises(Refusal) as refused:
        decode(cursor, of=of)
    return (refused.value.code, refused.value.status) == ("list.cursor_invalid", 400)


@given(VALUES, st.text(max_size=5))
def test_a_cursor_tells_its_values(values: tuple[Value, ...], of: str) -> None:
    cursor = encode(values, of=of)
    assert decode(cursor, of=of) == values
    assert cursor.replace("-", "").replace("_", "").isalnum()
    assert cursor.isascii()


@given(VALUES, st.data())
def test_a_changed_cursor_is_refused(values: tuple[Value, ...], data: st.DataObject) -> None:
    cursor = encode(values)
    place = data.draw(st.integers(0, len(cursor) - 1))
    letter = data.draw(st.sampled_from("ABCxyz012-_= "))
    assume(cursor[place] != letter)
    assert is_refused(cursor[:place] + letter + cursor[place + 1 :])
    assert is_refused(cursor[:place])


@given(VALUES)
def test_a_cursor_of_another_list_is_refused(values: tuple[Value, ...]) -> None:
    assert is_refused(encode(values, of="cases"), of="visits")


@given(st.text() | st.binary().map(lambda raw: urlsafe_b64encode(raw).decode()))
def test_garbage_is_refused(garbage: str) -> None:
    assert is_refused(garbage)


def test_a_cursor_has_an_end() -> None:
    assert is_refused("A" * 5000)
    with pytest.raises(ValueError, match="long"):
        encode(("x" * 3000,))


@pytest.mark.parametrize("value", ["a\0b", 2**63, datetime(2026, 1, 1)])  # noqa: DTZ001
def test_what_the_database_would_not_take(value: Value) -> None:
    with pytest.raises(ValueError, match=r"NUL|64 bits|time zone"):
        encode((value,))
