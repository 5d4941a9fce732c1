"""The leak table (docs/leaks.md) has every address and every table with rows to guard."""

from __future__ import annotations

from types import MappingProxyType

from tests.architecture.sources import tables
from tests.leaks.endpoints import endpoints, routes
from tests.leaks.thing import all_things

# Models that would need a thing, and have none: each with the reason.
NO_THING = MappingProxyType[str, str]({})


def test_every_address_stands_in_the_table() -> None:
    assert {each.route for each in endpoints()} == routes()


def test_every_guarded_table_belongs_to_a_thing_or_says_why_not() -> None:
    """A forgotten one needs a module in tests/leaks/things, and its name at the addresses."""
    of_things = {model for thing in all_things().values() for model in thing.models}
    assert _guarded() - of_things - NO_THING.keys() == set()
    assert of_things & NO_THING.keys() == set()
    assert (of_things | NO_THING.keys()) - {row["Model"].strip("`") for row in _models()} == set()


def test_an_address_names_only_things_and_circles_that_exist() -> None:
    circles = {(name, "all") for name in all_things()} | {
        (name, circle) for name, thing in all_things().items() for circle in thing.scopes
    }
    for line in endpoints():
        assert line.shows <= all_things().keys(), line
        assert line.complete.items() <= circles, line
        assert (line.one or "case", line.to) in circles, line


def _guarded() -> set[str]:
    """Models behind the second wall, or with personal data."""
    return {
        row["Model"].strip("`")
        for row in _models()
        if row["Protection"].startswith("row security") or row["Personal data"].startswith("yes")
    }


def _models() -> list[dict[str, str]]:
    return [row for row in tables("data.md") if "Model" in row]
