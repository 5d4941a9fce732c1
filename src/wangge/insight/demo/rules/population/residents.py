"""Invented members of a household: the minimum the work needs (rule R2), nothing more."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random
from typing import Final

from wangge.insight.demo.rules.population.names import draw_name, draw_sex, draw_surname
from wangge.lib.id_number import IdNumber, Sex


class Relation(StrEnum):
    """Relation to the head of the household (GB/T 4761 gives the codes for exchange)."""

    HEAD = "head"  # 户主
    SPOUSE = "spouse"  # 配偶
    CHILD = "child"  # 子女
    CHILD_IN_LAW = "child_in_law"  # 儿媳、女婿
    GRANDCHILD = "grandchild"  # 孙子女
    PARENT = "parent"  # 父母


@dataclass(frozen=True, slots=True)
class Resident:
    """One registered member of a household."""

    name: str
    sex: Sex
    birth_year: int
    relation: Relation
    usual_resident: bool


# Ages of heads by the size of the household: the first and last year of a band, and its share.
# Together with the gaps below they give about 13.5 % of usual residents aged 65 or more.
_HEADS_OF_SMALL: Final = ((25, 39, 21), (40, 54, 35), (55, 64, 22), (65, 74, 16), (75, 88, 7))
_HEADS_OF_LARGE: Final = ((26, 39, 28), (40, 54, 42), (55, 64, 19), (65, 74, 9), (75, 82, 3))
_LARGE: Final = 3

# Who joins a household next, by the age of its head; a household of n has the first n - 1.
_JOINING_YOUNG: Final = (
    Relation.SPOUSE, Relation.CHILD, Relation.CHILD,
    Relation.PARENT, Relation.PARENT, Relation.CHILD,
)  # fmt: skip
_JOINING_OLD: Final = (
    Relation.SPOUSE, Relation.CHILD, Relation.CHILD_IN_LAW,
    Relation.GRANDCHILD, Relation.GRANDCHILD, Relation.CHILD,
)  # fmt: skip
_OLD_HEAD: Final = 52
_ALONE: Final = 0.15  # of heads live without a spouse in the household

# Years a relation is older (or younger) than the head.
_YEARS_OLDER: Final = {
    Relation.SPOUSE: (-5, 4),
    Relation.CHILD: (-32, -22),
    Relation.CHILD_IN_LAW: (-33, -22),
    Relation.GRANDCHILD: (-62, -48),
    Relation.PARENT: (22, 31),
}
_OLDEST: Final = 98

# How readily somebody of an age stays at home while others work away: up to which age, weight.
_STAYING: Final = ((15, 1.2), (24, 0.7), (49, 0.8), (64, 1.2), (_OLDEST, 1.4))


def live_together(registered: int, usual: int, *, rng: Random, year: int) -> tuple[Resident, ...]:
    """The registered members of one household, its head first; `usual` of them live at home.

    Args:
        registered: members, one to seven.
        usual: how many of them are usual residents, at most all.
        year: the year for which ages are counted.
    """
    ages, relations = _ages_and_relations(registered, rng)
    at_home = _staying(ages, usual, rng)
    surname = draw_surname(rng)
    head_sex = Sex.FEMALE if rng.random() < 0.2 else Sex.MALE
    residents = []
    for number, (age, relation) in enumerate(zip(ages, relations, strict=True)):
        sex = _sex(relation, head_sex, rng)
        family = surname if _bears_name_of_head(relation, sex) else None
        residents.append(
            Resident(draw_name(rng, sex, family), sex, year - age, relation, number in at_home)
        )
    return tuple(residents)


def id_number(resident: Resident, rng: Random) -> IdNumber:
    """An invented identity number that agrees with the resident's birth year and sex."""
    day = date.fromordinal(date(resident.birth_year, 1, 1).toordinal() + rng.randrange(365))
    return IdNumber.synthetic(day, 2 * rng.randrange(500) + (resident.sex is Sex.MALE))


def _ages_and_relations(registered: int, rng: Random) -> tuple[list[int], list[Relation]]:
    bands = _HEADS_OF_LARGE if registered >= _LARGE else _HEADS_OF_SMALL
    first, last, _ = rng.choices(bands, [share for _, _, share in bands])[0]
    head = rng.randint(first, last)
    joining = list(_JOINING_OLD if head >= _OLD_HEAD else _JOINING_YOUNG)
    if rng.random() < _ALONE:
        joining.append(joining.pop(0))
    relations = [Relation.HEAD, *joining[: registered - 1]]
    ages = [head]
    for relation in relations[1:]:
        youngest = 18 if relation in (Relation.SPOUSE, Relation.CHILD_IN_LAW) else 0
        age = head + rng.randint(*_YEARS_OLDER[relation])
        ages.append(min(_OLDEST, max(youngest, age)))
    return ages, relations


def _staying(ages: list[int], usual: int, rng: Random) -> set[int]:
    """Who lives at home: the old and the children more readily than those of working age."""
    draws = [(rng.random() ** (1 / _readiness(age)), number) for number, age in enumerate(ages)]
    return {number for _, number in sorted(draws, reverse=True)[:usual]}


def _readiness(age: int) -> float:
    return next(weight for last, weight in _STAYING if age <= last)


def _sex(relation: Relation, head: Sex, rng: Random) -> Sex:
    if relation is Relation.HEAD:
        return head
    if relation is Relation.SPOUSE:
        return Sex.FEMALE if head is Sex.MALE else Sex.MALE
    return draw_sex(rng)


def _bears_name_of_head(relation: Relation, sex: Sex) -> bool:
    if relation in (Relation.SPOUSE, Relation.CHILD_IN_LAW):
        return False
    return relation is not Relation.PARENT or sex is Sex.MALE
