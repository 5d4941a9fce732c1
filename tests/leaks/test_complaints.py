"""A complaint goes round the unit complained of: it has no seat, no notice and no sight."""

from __future__ import annotations

import pytest

from tests.leaks.scene import CLOCK
from tests.work.cases.desk import Desk, unit
from wangge.doors.door import door
from wangge.registers.notices.models import Notice
from wangge.work.cases.queries.sight import visible

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.report("0605", complained_of=("county_grid_centre", "t_grid_centre"))
    return desk


def test_the_units_complained_of_are_barred(desk: Desk) -> None:
    facts = desk.facts
    assert unit("t_grid_centre") in facts.barred_units
    assert facts.responsible.unit_id not in facts.barred_units
    assert facts.responsible.kind != "county_grid_centre"


@pytest.mark.parametrize("role", ["county_centre", "county_intake", "township_centre"])
def test_they_neither_see_nor_hear_of_it(desk: Desk, role: str) -> None:
    actor = desk.actor(role)
    assert not door(actor, lambda: visible(actor).filter(pk=desk.case_id).exists())
    told = Notice.objects.filter(about_id=desk.case_id, person_id=actor.person_id)
    assert not door(CLOCK, told.exists)


def test_those_who_answer_to_it_are_barred_with_it() -> None:
    """A complaint about the township reaches none of its offices and no body of its villages."""
    desk = Desk()
    desk.report("0905", complained_of=("t_government",))
    below = {"t_government", "t_grid_centre", "t_water", "v_committee", "v_service_station"}
    assert {unit(kind) for kind in below} <= desk.facts.barred_units


def test_a_complaint_about_nobody_bars_nobody() -> None:
    desk = Desk()
    desk.report("0605")
    assert desk.facts.barred_units == frozenset()
