import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.query_code import ALPHABET, LENGTH, InvalidQueryCode, grouped, new_code, normalise

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_nothing_looks_alike() -> None:
    assert not set(ALPHABET) & set("0O1ILSBZ")
    assert len(set(ALPHABET)) == len(ALPHABET) == 28


@given(st.randoms(use_true_random=False))
def test_a_new_code_is_a_code(rng: random.Random) -> None:
    code = new_code(rng)
    assert normalise(code) == code


def test_one_seed_one_code() -> None:
    assert new_code(random.Random(1)) == new_code(random.Random(1))
    assert len({new_code() for _ in range(100)}) == 100


@given(CODES)
def test_however_it_was_typed(code: str) -> None:
    wide = "".join(chr(ord(each) + 0xFEE0) for each in code)
    misread = code.translate(str.maketrans("852", "BSZ"))
    for typed in (code.lower(), grouped(code), f" {code[:2]} {code[2:]}\u2014", wide, misread):
        assert normalise(typed) == code


@given(st.text())
def test_any_text_is_a_code_or_refused(text: str) -> None:
    with suppress(InvalidQueryCode):
        assert len(normalise(text)) == LENGTH


@pytest.mark.parametrize("text", ["", "ACDEFGH", "ACDEFGHJK", "ACDEFGH0", "ACDEFGHO", "ACDEFGHI"])
def test_what_is_no_code(text: str) -> None:
    with pytest.raises(InvalidQueryCode) as refused:
        normalise(text)
    assert refused.value.message.code == "query_code.malformed"
