from contextlib import suppress
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wangge.lib.id_number import SYNTHETIC_AREA, IdNumber, InvalidIdNumber, Sex, check_character

BIRTHS = st.dates(date(1900, 1, 1), date(2026, 1, 1))
SEQUENCES = st.integers(0, 999)
AREAS = st.sampled_from(["431124", "110101", "654326", "820000"])


def number_of(area: str, birth: str, sequence: int) -> str:
    first17 = f"{area}{birth}{sequence:03d}"
    return first17 + check_character(first17)


NUMBERS = st.builds(
    lambda area, birth, sequence: number_of(area, f"{birth:%Y%m%d}", sequence),
    AREAS,
    BIRTHS,
    SEQUENCES,
)


def refusal_of(text: str, **options: object) -> str:
    with pytest.raises(InvalidIdNumber) as refused:
        IdNumber.parse(text, **options)  # type: ignore[arg-type]
    return refused.value.message.code


def test_the_example_of_the_standard() -> None:
    """GB 11643-1999, appendix."""
    number = IdNumber.parse("11010519491231002X")
    assert (number.area, number.birth, number.sex) == ("110105", date(1949, 12, 31), Sex.FEMALE)
    assert IdNumber.parse("440524188001010014").sex is Sex.MALE


@given(BIRTHS, SEQUENCES)
def test_invented_people(birth: date, sequence: int) -> None:
    number = IdNumber.synthetic(birth, sequence)
    assert (number.area, number.birth) == (SYNTHETIC_AREA, birth)
    assert number.sex is (Sex.MALE if sequence % 2 else Sex.FEMALE)
    assert IdNumber.parse(number.text, allow_synthetic=True) == number
    assert refusal_of(number.text) == "id_number.synthetic"


@given(NUMBERS, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_character_is_found(number: str, place: int, wrong: str) -> None:
    assume(number[place] != wrong)
    assert refusal_of(number[:place] + wrong + number[place + 1 :])


@given(NUMBERS, st.integers(0, 16))
def test_two_neighbours_exchanged_are_found(number: str, place: int) -> None:
    assume(number[place] != number[place + 1])
    exchanged = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert refusal_of(exchanged)


@given(NUMBERS)
def test_however_it_was_typed(number: str) -> None:
    wide = "".join(chr(ord(each) + 0xFEE0) for each in number.lower())
    spaced = f" {number[:6]} {number[6:14]}-{number[14:]} "
    assert IdNumber.parse(wide) == IdNumber.parse(spaced) == IdNumber.parse(number)


@given(st.text() | st.text("0123456789X", min_size=17, max_size=19))
def test_any_text_is_a_number_or_refused_without_repeating_it(text: str) -> None:
    with suppress(InvalidIdNumber):
        assert IdNumber.parse(text).text
    if not text:
        assert refusal_of(text) == "id_number.malformed"


def test_what_is_wrong() -> None:
    assert refusal_of("11010519491231002") == "id_number.malformed"
    assert refusal_of("110105194912310021") == "id_number.wrong_check"
    assert refusal_of(number_of("991124", "19900101", 1)) == "id_number.unknown_area"
    assert refusal_of(number_of("431124", "19900230", 1)) == "id_number.no_such_date"
    assert refusal_of(number_of("431124", "17990101", 1)) == "id_number.no_such_date"
    future = number_of("431124", "20260306", 1)
    assert refusal_of(future, today=date(2026, 3, 5)) == "id_number.no_such_date"
    assert IdNumber.parse(future, today=date(2026, 3, 6)).birth == date(2026, 3, 6)


def test_it_does_not_show() -> None:
    number = IdNumber.parse("11010519491231002X")
    assert repr(number) == "IdNumber(**************002X)"
    assert number.masked == "**************002X"
