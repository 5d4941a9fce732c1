"""Whatever the engine says of a village has words of the platform, in every language."""

from __future__ import annotations

import re

import pytest

from gridding import message as engine
from wangge.config.language import WORDS
from wangge.insight.divisions.rules.engine_words import said_by_engine

# What only its own command line, its files or its groups of grids can say.
ELSEWHERE = re.compile(
    r"county\.|packing\.|output\.|problem\.unknown_setting"
    r"|input\.(unreadable|not_json|not_collection|not_feature|unknown_kind|no_geometry|group_\w+"
    r"|wrong_geometry|bad_position|villages|no_id|duplicate_id|persons_\w+|bad_hamlet|bad_setting"
    r"|keep_unusable|no_villages)"
)
HERE = [code for code in engine.catalogue("zh") if not ELSEWHERE.match(code)]


@pytest.mark.parametrize("code", HERE)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_engine_is_understood(code: str, language: str) -> None:
    needed = re.findall(r"{(\w+)}", engine.catalogue(language)[code])
    said = said_by_engine(engine.message(code, **dict.fromkeys(needed, 7)))
    assert "gridding" not in WORDS.say(said, language)


def test_names_of_groups_are_listed_as_the_language_lists_them() -> None:
    said = said_by_engine(engine.message("splits.some", count=2, persons=9, hamlets="10, 3"))
    assert said.params["hamlets"] == ("3", "10")
    assert "3、10" in WORDS.say(said, "zh")


def test_units_are_messages_too() -> None:
    unit = engine.message("unit.persons")
    over = engine.message("balance.over", percent=12.5, grid=2, load=537, unit=unit, target=489)
    assert "537 人" in WORDS.say(said_by_engine(over), "zh")
