"""Categories, the words that lead to them, and what follows from their flags."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wangge.lib.pinyin import initials
from wangge.work.cases.rules.categories import categories, categories_in, category, groups
from wangge.work.cases.rules.limits import term_for
from wangge.work.cases.rules.search import everyday_words, search
from wangge.work.cases.rules.states import CASE_LEVELS
from wangge.work.terms.rules.terms import Phase

FLAGS = set("PSTCE")


def test_every_category_belongs_to_a_group_and_has_terms() -> None:
    for each in categories().values():
        assert each.group in groups()
        assert set(each.flags) <= FLAGS
        assert each.default_level in CASE_LEVELS
        assert term_for(each.key, Phase.ACCEPT, each.default_level) is not None
        handled = term_for(each.key, Phase.HANDLE, each.default_level) is not None
        assert handled != each.is_only_thanked


def test_groups_part_the_categories() -> None:
    assert [each.code for group in groups() for each in categories_in(group)] == list(categories())


def test_whether_the_handler_may_call_is_preset_by_what_the_reporter_may_fear() -> None:
    yes = {each.code for each in categories().values() if each.contact_preset}
    assert {code[:2] for code in yes} == {"02", "03", "04", "05", "06", "07", "10"}
    assert "0605" not in yes


def test_flags_speak() -> None:
    assert category("0905").is_restricted
    assert category("0801").is_handed_over
    assert category("0806").hides_parties
    assert category("0501").is_personal_benefit
    assert category("1001").emergency_number_first
    assert {each.code for each in categories().values() if each.goes_straight_to_its_unit} == {
        "0605",
        "0801",
        "0802",
        "0806",
        "0905",
    }


def test_at_least_eight_everyday_words_lead_to_each_category() -> None:
    assert set(everyday_words()) == set(categories())
    for words in everyday_words().values():
        assert len(set(words)) >= 8


def test_no_word_leads_to_two_categories() -> None:
    all_words = [word for words in everyday_words().values() for word in words]
    assert len(all_words) == len(set(all_words))


@pytest.mark.parametrize("code", sorted(categories()))
def test_each_of_its_words_finds_the_category_first(code: str) -> None:
    for word in (category(code).name_zh, *everyday_words()[code]):
        assert search(word)[0].code == code, word


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("我家水管昨天爆了没水喝", "0402"),
        ("村口的路灯坏了好几天了", "0404"),
        ("邻居家的狗咬人", "0805"),
        ("老板不给工钱怎么办", "0107"),
        ("tingdian", "0403"),
        ("sgbl", "0402"),
        ("0301", "0301"),
        ("低保", "0501"),
    ],
)
def test_people_find_it_in_their_own_words(typed: str, code: str) -> None:
    assert search(typed)[0].code == code


def test_pinyin_initials_of_every_word_find_its_category() -> None:
    for code, words in everyday_words().items():
        for word in words:
            letters = initials(word)
            if letters.isascii() and len(letters) > 3:
                found = {each.code for each in search(letters, most=len(categories()))}
                assert code in found, (word, letters)


@settings(deadline=None)
@given(st.text(max_size=12), st.integers(1, 10))
def test_any_text_finds_few_or_nothing(typed: str, most: int) -> None:
    found = search(typed, most)
    assert len(found) <= most
    assert len({each.code for each in found}) == len(found)
    if not any(letter.isalnum() for letter in typed):
        assert found == ()
