"""Invented names: a common surname and an ordinary given name, drawn apart from each other."""

from dataclasses import dataclass
from functools import cache
from random import Random

from wangge.insight.demo.rules.geography.divisions import rows
from wangge.lib.id_number import Sex


@dataclass(frozen=True, slots=True)
class _NameLists:
    surnames: tuple[str, ...]
    weights: tuple[int, ...]
    given: dict[Sex, tuple[str, ...]]


@cache
def _lists() -> _NameLists:
    surnames = list(rows("surnames.csv"))
    given = list(rows("given_names.csv"))
    return _NameLists(
        surnames=tuple(row["surname"] for row in surnames),
        weights=tuple(int(row["weight"]) for row in surnames),
        given={sex: tuple(row["given_name"] for row in given if row["sex"] == sex) for sex in Sex},
    )


def draw_sex(rng: Random) -> Sex:
    """Male or female with equal chance."""
    return rng.choice((Sex.MALE, Sex.FEMALE))


def draw_surname(rng: Random) -> str:
    """A surname, common ones more often."""
    lists = _lists()
    return rng.choices(lists.surnames, lists.weights)[0]


def draw_name(rng: Random, sex: Sex, surname: str | None = None) -> str:
    """A full name; with the surname given, of that family."""
    return (surname or draw_surname(rng)) + rng.choice(_lists().given[sex])
