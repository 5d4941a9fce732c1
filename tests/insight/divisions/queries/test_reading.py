"""A village is read on whatever precision is there, and says so; every division can be judged."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely

from gridding.division import best_plan
from gridding.writing import report_of
from tests.factories.world import SIBLING_VILLAGE, VILLAGE
from tests.insight.divisions.settled import CLOCK, NOW, actor, settle
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.insight.divisions.queries.reading import problem_of
from wangge.insight.divisions.rules.figures import Figures, figures_of
from wangge.insight.divisions.rules.reading import Reading
from wangge.insight.divisions.rules.states import Manner
from wangge.insight.divisions.rules.wishes import Counted, Wishes
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Boundary, VillagerGroup
from wangge.registers.people.models import Household
from wangge.registers.people.operations import NewHousehold, enter_households

pytestmark = pytest.mark.django_db

WISHES = Wishes(households_per_grid=40, persons_per_grid=120)


def read(by: Actor = CLOCK, wishes: Wishes = WISHES, **said: Any) -> Reading:
    return door(by, lambda: problem_of(VILLAGE, wishes, by=by, **said))


def codes(reading: Reading) -> list[str]:
    return [note.code.rpartition(".")[2] for note in reading.notes]


def today(reading: Reading) -> Figures:
    return figures_of(reading, reading.today)


def test_a_village_with_everything_is_read_without_a_warning() -> None:
    settle()
    reading = read()
    assert reading.households == 120
    assert codes(reading) == ["without_grid"]  # scattered households belong to no group
    assert reading.problem.barriers
    assert reading.problem.bridges
    assert {h.hamlet for h in reading.problem.households} >= {"1", "2"}
    assert reading.grids == (f"{VILLAGE}001", f"{VILLAGE}002")
    assert set(reading.today.values()) == {1, 2}
    assert len(reading.today) == 120


def test_people_who_usually_live_here_are_counted_where_that_is_wished() -> None:
    settle()
    usual = Wishes(counted=Counted.USUAL)
    assert 0 < read(wishes=usual).persons < read().persons


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"pointed": False}, "approximate"),
        ({"outlined": False}, "outline_around"),
        ({"outlined": False, "pointed": False}, "outline_around"),
    ],
)
def test_what_is_imprecise_is_said_and_divided_all_the_same(
    given: dict[str, Any], said: str
) -> None:
    settle(**given)
    reading = read()
    assert said in codes(reading)
    figures = figures_of(reading, best_plan(reading.problem).numbers)
    assert sum(grid.households for grid in figures.grids) == 120
    assert f"division.reading.{said}" in {each["code"] for each in figures.report["warnings"]}


def test_households_of_a_group_without_a_place_stand_amid_the_others() -> None:
    settle()
    door(CLOCK, lambda: Household.objects.filter(group__number=1).update(point=None))
    VillagerGroup.objects.filter(village=VILLAGE, number=1).update(point=None)
    reading = read()
    assert "guessed" in codes(reading)
    assert reading.households == 120


def test_without_households_or_any_point_there_is_a_reason_instead() -> None:
    with pytest.raises(Refusal) as nobody:
        read()
    assert nobody.value.code == "division.reading.no_households"
    settle(pointed=False, groups_placed=False)
    with pytest.raises(Refusal) as nowhere:
        read()
    assert nowhere.value.code == "division.reading.no_points"


def test_a_household_outside_the_line_counts_at_its_nearest_place() -> None:
    settle()
    line = Boundary.objects.get(area=VILLAGE, valid_to=None).outline
    east = line.extent[2] + 0.01
    door(
        CLOCK,
        lambda: Household.objects.filter(pk=Household.objects.order_by("id")[0].pk).update(
            point=f"SRID=4490;POINT({east} {line.centroid.y})"
        ),
    )
    reading = read()
    assert "outside" in codes(reading)
    points = shapely.points(reading.problem.points)
    assert (shapely.distance(points, reading.problem.village) < 0.001).all()


@pytest.mark.parametrize("key", ["station_head", "township_centre", "county_centre"])
def test_who_draws_reads(key: str) -> None:
    settle()
    assert read(by=actor(key)).households == 120


@pytest.mark.parametrize(
    "key", ["sibling_head", "sibling_township_centre", "grid_worker", "committee_head", "auditor"]
)
def test_to_others_the_village_does_not_exist(key: str) -> None:
    settle()
    with pytest.raises(Refusal) as refused:
        read(by=actor(key))
    assert refused.value.status == 404


def test_figures_are_those_of_the_engine() -> None:
    settle()
    reading = read()
    plan = best_plan(reading.problem)
    figures, said = figures_of(reading, plan.numbers, found=plan), report_of(plan)
    for name in ("F", "inertia", "mean_walk_m", "hamlets_split", "max_deviation", "key"):
        assert figures.report[name] == said[name]
    assert figures.feasible == plan.feasible
    assert [grid.deviation for grid in figures.grids] == plan.deviations
    assert figures.report["moved_persons"] == said["moved_persons"]


def test_the_grids_tile_the_village_and_hold_everybody_once() -> None:
    settle()
    reading = read()
    figures = figures_of(reading, best_plan(reading.problem).numbers)
    assert sum(grid.persons for grid in figures.grids) == reading.persons
    shapes = [grid.outline for grid in figures.grids]
    assert shapely.coverage_is_valid(shapes)
    whole = Boundary.objects.get(area=VILLAGE, valid_to=None).outline
    assert np.isclose(sum(each.area for each in shapes), whole.area, rtol=1e-6)


def test_today_is_judged_by_the_same_rule_and_keeps_its_codes() -> None:
    settle()
    reading = read()
    figures = today(reading)
    assert [grid.kept_code for grid in figures.grids] == list(reading.grids)
    assert figures.report["moved_persons"] == 0
    wanted = reading.problem.k
    assert wanted != 2
    assert "division.fault.number" in {fault.code for fault in figures.faults}


def test_a_grid_torn_apart_and_out_of_balance_is_named() -> None:
    settle()
    reading = read(k=2)
    ends = sorted(reading.problem.households, key=lambda h: h.x)
    torn = {h.id: 1 for h in ends} | {h.id: 2 for h in (ends[0], ends[-1])}
    faults = {fault.code for fault in figures_of(reading, torn).faults}
    assert faults >= {"gridding.connection.broken", "gridding.balance.over"}


def test_who_arrived_after_a_draft_is_put_with_the_nearest_and_told_of() -> None:
    settle()
    before = read().today
    newcomer = NewHousehold(VILLAGE, None, "乙", None, 3, 3)
    door(CLOCK, lambda: enter_households([newcomer], from_day=NOW.date(), by=CLOCK, at=NOW))
    reading = read()
    figures = figures_of(reading, before)
    assert len(figures.assignment) == 121
    assert "division.fault.newcomers" in {fault.code for fault in figures.faults}


def test_a_division_of_nobody_is_not_judged() -> None:
    settle()
    with pytest.raises(ValueError, match="without a gap"):
        figures_of(read(), {})
    with pytest.raises(ValueError, match="without a gap"):
        figures_of(read(), dict.fromkeys(read().today, 3))


def test_keeping_today_is_the_default_and_groups_may_be_kept_whole() -> None:
    settle()
    reading = read(manner=Manner.WHOLE)
    assert reading.problem.earlier == reading.today
    assert reading.problem.settings.hamlets == "whole"
    assert SIBLING_VILLAGE not in str(reading.today)
