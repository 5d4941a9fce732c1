"""Every code of the law has words in every language, and they are those of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

import wangge
from tests.work.calendar import MONDAY, instants
from tests.work.cases.rules.county import LAW, everybody, reported
from tests.work.cases.rules.invention import cases
from wangge.lib.message import Message
from wangge.lib.words import Catalogue
from wangge.work.cases.data import table
from wangge.work.cases.rules.categories import categories, groups
from wangge.work.cases.rules.facts import CaseFacts, Clock, Reporter, TaskKind
from wangge.work.cases.rules.intake import opening
from wangge.work.cases.rules.lawful import lawful_moves, why_not
from wangge.work.cases.rules.limits import explanation, start_term, term_rules
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.outcome import Role
from wangge.work.cases.rules.routing import seed_routing
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import (
    CASE_LEVELS,
    Card,
    Channel,
    ClosingType,
    Rating,
    Scale,
    State,
)
from wangge.work.terms.rules.light import Light

WORDS = Catalogue(Path(wangge.__file__).parent / "words", strict=True)
LANGUAGES = WORDS.languages


def all_names() -> Iterator[Message]:
    for enum in (
        State, Light, Scale, Channel, ClosingType, Card, Rating, MoveCode, Stage, Seat, TaskKind, Role,
    ):  # fmt: skip
        yield from (each.words for each in enum)
    yield from (each.label for each in Need)
    yield from (each.words for each in (*groups().values(), *categories().values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_has_words(language: str) -> None:
    for message in all_names():
        assert WORDS.say(message, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_and_route_explains_itself(language: str) -> None:
    for rule in term_rules().values():
        for level in CASE_LEVELS:
            term = start_term(rule, level, MONDAY, LAW.calendar)
            assert WORDS.say(explanation(term), language)
    for code in categories():
        assert WORDS.say(opening(code, "431124212217", LAW, MONDAY).explanation, language)
        for level in seed_routing().levels(code):
            route = seed_routing().route(code, level)
            assert route is not None
            assert WORDS.say(route.reason, language)


FULL_WIDTH = str.maketrans("(),;:", "（），；：")
"""Tables are typed with the punctuation at hand; words are set with that of Chinese."""


def test_the_chinese_names_are_those_of_the_tables() -> None:
    for row in table("case_categories"):
        name = row["zh"].translate(FULL_WIDTH)
        assert WORDS.say(f"case.category.{row['code']}", "zh") == name
    for row in table("case_moves"):
        assert WORDS.say(f"case.move.{row['move']}", "zh") == row["zh"].translate(FULL_WIDTH)
    for row in table("time_limits"):
        if (
            row["key"] == "none"
        ):  # "no term" is a name for clerks; a sentence says what it is: praise
            continue
        name = row["zh"].translate(FULL_WIDTH)
        assert WORDS.say(f"case.term.key.{row['key']}", "zh") == name


def test_an_outlook_reads_as_the_county_would_say_it() -> None:
    worker = [each for each in everybody() if each.area_code == "431124212217001"]
    (take,) = (
        each
        for each in lawful_moves(_accepted(), worker, MONDAY, LAW)
        if each.move is MoveCode.ESCALATE
    )
    said = WORDS.say(take.outlook, "zh", now=MONDAY)
    assert said == "上报乡镇网格管理中心，时限 7 个工作日，至3 月 11 日。"


@settings(max_examples=60, deadline=None)
@given(case=cases(), at=instants)
def test_every_outlook_and_every_refusal_has_words(case: CaseFacts, at: datetime) -> None:
    everyone = (*everybody(), Reporter(), Clock())
    open_moves = lawful_moves(case, everyone, at, LAW)
    for language in LANGUAGES:
        for each in open_moves:
            assert WORDS.say(each.outlook, language)
        for code in MoveCode:
            message = why_not(case, everyone, code, at)
            assert message is None or WORDS.say(message, language)


def _accepted() -> CaseFacts:
    return replace(reported(), state=State.ACCEPTED)
