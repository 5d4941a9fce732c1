from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.case_number import CaseNumber, InvalidCaseNumber, make, normalise, parse

COUNTIES = st.sampled_from(["431124", "110101"])
SEQUENCES = st.integers(0, 99_999)


@given(COUNTIES, st.dates(), SEQUENCES)
def test_a_number_tells_its_parts(county: str, day: date, sequence: int) -> None:
    number = make(county, day, sequence)
    assert len(number) == 21
    assert parse(number) == CaseNumber(county, day, sequence)


def test_an_example() -> None:
    assert make("431124", date(2026, 3, 5), 42) == "SJ4311242026030500042"


@given(COUNTIES, st.dates(), SEQUENCES)
def test_however_it_was_typed(county: str, day: date, sequence: int) -> None:
    number = make(county, day, sequence)
    wide = "".join(chr(ord(each) + 0xFEE0) for each in number)
    for typed in (number.lower(), wide, f" {number[:8]} {number[8:16]}-{number[16:]}"):
        assert normalise(typed) == number


@given(st.text() | st.from_regex(r"SJ[0-9]{19}"))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    with suppress(InvalidCaseNumber):
        assert parse(normalise(text))


@pytest.mark.parametrize(
    "text", ["", "SJ431124202603050004", "SJ4311242026023000042", "SJ4300002026030500042"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(InvalidCaseNumber):
        parse(text)


def test_what_cannot_be_made() -> None:
    for county, sequence in (("431124", 100_000), ("431124", -1), ("4311", 1)):
        with pytest.raises(ValueError, match=r"digits|county"):
            make(county, date(2026, 3, 5), sequence)
