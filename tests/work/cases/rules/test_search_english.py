"""Reports in English find their category as reports in Chinese do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.work.cases.data import table
from wangge.work.cases.rules.categories import categories
from wangge.work.cases.rules.search import search
from wangge.work.cases.rules.search_english import fits

PHRASES = [
    (row["code"], phrase)
    for row in table("category_words_en")
    for phrase in row["words"].split("|")
]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("water pipe burst", "0402"),
        ("The street lamps near our house are broken", "0404"),
        ("the bridge is damaged and children cannot cross", "0401"),
        ("Dogs barking at night!", "0805"),
        ("rubbish is not collected", "0301"),
        ("My wages were not paid", "0107"),
        ("neighbours quarrel about the fence", "0102"),
        ("A house is on fire", "1001"),
    ],
)
def test_what_people_say_finds_its_category_first(said: str, code: str) -> None:
    assert search(said)[0].code == code


def test_every_category_can_be_found_and_there_are_no_others() -> None:
    assert {code for code, _ in PHRASES} == set(categories())


@pytest.mark.parametrize(("code", "phrase"), PHRASES)
def test_a_phrase_said_whole_finds_its_category(code: str, phrase: str) -> None:
    found = fits(phrase)
    assert found[code] >= 500


def test_no_phrase_leads_to_two() -> None:
    assert len({phrase for _, phrase in PHRASES}) == len(PHRASES)


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert set(fits(text)) <= set(categories())


@pytest.mark.parametrize("said", ["", "   ", "hello", "the and with", "no", "路灯坏了"])
def test_what_says_nothing_in_english_finds_nothing(said: str) -> None:
    assert fits(said) == {}
