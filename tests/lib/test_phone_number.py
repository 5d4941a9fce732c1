from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.phone_number import (
    InvalidPhoneNumber,
    grouped,
    is_mobile,
    is_synthetic,
    mask,
    normalise,
    synthetic,
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13812345678", "13812345678"),
        (" 138 1234 5678 ", "13812345678"),
        ("138-1234-5678", "13812345678"),
        ("１３８１２３４５６７８", "13812345678"),
        ("+86 138 1234 5678", "13812345678"),
        ("0086-13812345678", "13812345678"),
        ("0746-5212345", "07465212345"),
        ("(010) 6555 1234", "01065551234"),
        ("+86 10 6555 1234", "01065551234"),
        ("+86 (0)746 5212345", "07465212345"),
        ("0755 8212 3456", "075582123456"),
    ],
)
def test_however_it_was_typed(typed: str, number: str) -> None:
    assert normalise(typed) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "12812345678", "1381234567", "138123456789", "13812345678x", "+86"),
        *("5212345", "0746-1212345", "010-655512345", "02165551", "+1 202 555 0101"),
    ],
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(InvalidPhoneNumber) as refused:
        normalise(text)
    assert refused.value.message.code == "phone_number.malformed"


@given(st.integers(0, 99_999_999))
def test_invented_people(sequence: int) -> None:
    number = synthetic(sequence)
    assert "10000000000" <= number <= "10099999999"
    assert is_synthetic(number)
    assert not is_mobile(number)
    assert normalise(f"+86 {number}", allow_synthetic=True) == number
    with pytest.raises(InvalidPhoneNumber) as refused:
        normalise(number)
    assert refused.value.message.code == "phone_number.synthetic"


@pytest.mark.parametrize("sequence", [-1, 100_000_000])
def test_the_invented_numbers_end(sequence: int) -> None:
    with pytest.raises(ValueError, match="invented"):
        synthetic(sequence)


@given(st.text() | st.text("0123456789+- ()", max_size=16))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    with suppress(InvalidPhoneNumber):
        number = normalise(text, allow_synthetic=True)
        assert normalise(number, allow_synthetic=True) == number
        assert is_mobile(number) or is_synthetic(number) or number.startswith("0")


def test_masks() -> None:
    assert mask("10012340000") == "100****0000"
    assert mask("07465212345") == "074****2345"
    assert mask("12345") == "*****"
    assert mask("") == ""


@given(st.text("0123456789", max_size=14))
def test_a_mask_keeps_the_length_and_hides_three_digits_at_least(number: str) -> None:
    masked = mask(number)
    assert len(masked) == len(number)
    assert masked.count("*") >= min(3, len(number))


@pytest.mark.parametrize(
    ("number", "read_out"),
    [
        ("10012345678", "100 1234 5678"),
        ("07465221234", "0746 522 1234"),
        ("01065221234", "010 6522 1234"),
        ("12345", "12345"),
        ("", ""),
    ],
)
def test_a_number_is_read_out_in_groups(number: str, read_out: str) -> None:
    assert grouped(number) == read_out
