from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.insight.demo.rules.geography.divisions import rows
from wangge.insight.demo.rules.population.names import draw_name
from wangge.insight.demo.rules.population.residents import (
    Relation,
    Resident,
    id_number,
    live_together,
)
from wangge.lib.id_number import SYNTHETIC_AREA, IdNumber, Sex
from wangge.lib.person_name import normalise_name, surname

YEAR = 2026


@st.composite
def households(draw: st.DrawFn) -> tuple[int, tuple[Resident, ...]]:
    registered = draw(st.integers(1, 7))
    usual = draw(st.integers(0, registered))
    rng = Random(draw(st.integers(0, 2**32 - 1)))
    return usual, live_together(registered, usual, rng=rng, year=YEAR)


@given(households())
def test_a_household_has_one_head_and_as_many_at_home_as_said(
    household: tuple[int, tuple[Resident, ...]],
) -> None:
    usual, residents = household
    relations = Counter(resident.relation for resident in residents)
    assert residents[0].relation is Relation.HEAD
    assert relations[Relation.HEAD] == 1
    assert relations[Relation.SPOUSE] <= 1
    assert relations[Relation.PARENT] <= 2
    assert sum(resident.usual_resident for resident in residents) == usual


@given(households())
def test_ages_fit_the_relations(household: tuple[int, tuple[Resident, ...]]) -> None:
    _, residents = household
    head = residents[0].birth_year
    assert YEAR - head >= 18
    for resident in residents:
        assert YEAR - 100 < resident.birth_year <= YEAR
        match resident.relation:
            case Relation.PARENT:
                assert resident.birth_year <= head - 16 or resident.birth_year == YEAR - 98
            case Relation.CHILD | Relation.GRANDCHILD:
                assert resident.birth_year >= head + 16


@given(households(), st.integers(0, 2**32 - 1))
def test_invented_identity_numbers_agree_with_the_person(
    household: tuple[int, tuple[Resident, ...]], seed: int
) -> None:
    _, residents = household
    for resident in residents:
        number = id_number(resident, Random(seed))
        assert number.area == SYNTHETIC_AREA
        assert (number.birth.year, number.sex) == (resident.birth_year, resident.sex)
        assert IdNumber.parse(number.text, allow_synthetic=True) == number
        assert number.birth >= date(resident.birth_year, 1, 1)


def test_names_are_well_formed() -> None:
    rng = Random(1)
    surnames = {row["surname"] for row in rows("surnames.csv")}
    for number in range(2000):
        name = draw_name(rng, list(Sex)[number % 2])
        assert normalise_name(name) == name
        assert surname(name) in surnames


def test_only_the_minimum_is_known_of_a_resident() -> None:
    assert set(Resident.__slots__) == {
        "name", "sex", "birth_year", "relation", "usual_resident",
    }  # fmt: skip


def test_the_county_is_about_as_old_as_the_census_says() -> None:
    rng = Random(2)
    sizes = (0.08, 0.16, 0.18, 0.20, 0.21, 0.10, 0.07)
    ages = []
    for registered in rng.choices(range(1, 8), sizes, k=8000):
        usual = sum(rng.random() < 2.8 / 3.88 for _ in range(registered))
        residents = live_together(registered, usual, rng=rng, year=YEAR)
        ages += [YEAR - each.birth_year for each in residents if each.usual_resident]
    assert sum(age >= 65 for age in ages) / len(ages) == pytest.approx(0.135, abs=0.01)
    assert sum(age < 15 for age in ages) / len(ages) == pytest.approx(0.19, abs=0.04)


def test_the_seed_decides() -> None:
    first, again, other = (live_together(5, 3, rng=Random(s), year=YEAR) for s in (1, 1, 2))
    assert first == again != other
