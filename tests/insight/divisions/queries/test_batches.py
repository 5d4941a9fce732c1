"""Batches of villages and how far they are: C02, C03 and C04 as the county counts them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.world import COUNTY, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.registers.organisations.staff import AT, CLOCK, TODAY, done_by, recorded, term
from wangge.insight.divisions.models import Batch, BatchVillage
from wangge.insight.divisions.operations.batching import open_batch, put_in_batch
from wangge.insight.divisions.queries.batches import (
    BatchFigures,
    batches_in_words,
    figures_by_township,
    said_per_village,
    summed,
)
from wangge.lib.refusal import Refusal
from wangge.registers.areas.rules.grids import SpecialSort
from wangge.registers.organisations import operations as ops
from wangge.registers.organisations.operations.grids import establish_special_grid

pytestmark = pytest.mark.django_db

AUGUST = date(2016, 8, 1)


def figures(code: str, day: date) -> list[BatchFigures]:
    return list(summed(code, figures_by_township(code, day)).values())


def two_batches() -> None:
    for number, name, village in ((1, "第一批", VILLAGE), (2, "第二批", SIBLING_VILLAGE)):
        done_by("county_centre", open_batch, number, name, starts_on=AUGUST)
        done_by("county_centre", put_in_batch, number, [village])


def test_figures_by_batch_and_township() -> None:
    two_batches()
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=TODAY)
    first = figures(COUNTY, TODAY)[0]
    assert (first.villages, first.divided, first.grids, first.worked) == (1, 1, 2, 1)
    assert not first.all_worked
    assert said_per_village(first) == "2.00"
    assert [each.area_code for each in figures_by_township(COUNTY, TODAY)] == [TOWNSHIP, TOWNSHIP]
    assert figures("431124101", TODAY) == []
    assert [words.params["name"] for words in batches_in_words(AT)] == ["第一批", "第二批"]
    assert recorded("division.batch_filled")[-1].codes == {"count": 1}


def test_special_grids_are_not_counted() -> None:
    two_batches()
    said = {"from_day": TODAY}
    done_by(CLOCK, establish_special_grid, VILLAGE, "中心小学", SpecialSort.SCHOOL, **said)
    assert figures(COUNTY, TODAY)[0].grids == 2


def test_before_the_day_nothing_is_in_force() -> None:
    two_batches()
    first, _ = figures(COUNTY, date(2025, 12, 31))
    assert (first.villages, first.grids, said_per_village(first)) == (1, 0, "—")


def test_a_village_is_in_one_batch() -> None:
    two_batches()
    assert done_by("county_centre", put_in_batch, 2, [VILLAGE]) == 2
    assert BatchVillage.objects.get(village=VILLAGE).batch_id == 2
    done_by("county_centre", open_batch, 2, "第二批村", starts_on=AUGUST)
    assert Batch.objects.get(pk=2).name == "第二批村"


@pytest.mark.parametrize(
    ("number", "name", "field"), [(0, "零", "number"), (100, "百", "number"), (3, " ", "name")]
)
def test_a_batch_has_a_number_and_a_name(number: int, name: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        done_by("county_centre", open_batch, number, name, starts_on=AUGUST)
    assert set(refused.value.fields) == {field}


def test_only_villages_of_a_batch_that_is_there() -> None:
    two_batches()
    with pytest.raises(Refusal) as refused:
        done_by("county_centre", put_in_batch, 9, [VILLAGE])
    assert refused.value.status == 404
    with pytest.raises(Refusal) as refused:
        done_by("county_centre", put_in_batch, 1, [TOWNSHIP, VILLAGE])
    assert set(refused.value.fields) == {"villages"}


@pytest.mark.parametrize(("key", "status"), [("township_centre", 404), ("county_leader", 403)])
def test_batches_are_the_countys(key: str, status: int) -> None:
    with pytest.raises(Refusal) as refused:
        done_by(key, open_batch, 1, "第一批", starts_on=AUGUST)
    assert refused.value.status == status
