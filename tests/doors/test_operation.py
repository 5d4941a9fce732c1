"""An operation is undone as a whole by a refusal, and nothing outside it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db import IntegrityError

from tests.factories.world import COUNTY, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.operation import OutsideDoor, operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area

CLOCK = Actor.clock(COUNTY)


@operation
def found_grid(
    number: int, *, refused: bool = False, by: Actor, at: datetime, **columns: object
) -> str:
    """Enter a grid, then refuse where the test wants it."""
    code = f"{VILLAGE}{number:03d}"
    row = {"level": 15, "name": code, "valid_from": date(2026, 1, 1), **columns}
    Area.objects.create(code=code, parent_id=VILLAGE, kind="grid", **row)
    if refused:
        raise Refusal(Message("refusal.forbidden"), status=403)
    return code


def grids(*numbers: int) -> list[bool]:
    return [Area.objects.filter(code=f"{VILLAGE}{number:03d}").exists() for number in numbers]


@pytest.mark.django_db
def test_a_refusal_undoes_the_operation_and_nothing_outside_it(at: datetime) -> None:
    def unit() -> list[bool]:
        found_grid(801, by=CLOCK, at=at)
        with pytest.raises(Refusal):
            found_grid(802, refused=True, by=CLOCK, at=at)
        found_grid(803, by=CLOCK, at=at)
        return grids(801, 802, 803)

    assert door(CLOCK, unit) == [True, False, True]


@pytest.mark.django_db
def test_what_an_operation_calls_is_undone_with_it(at: datetime) -> None:
    @operation
    def found_two(*, by: Actor, at: datetime) -> None:
        found_grid(801, by=by, at=at)
        found_grid(802, refused=True, by=by, at=at)

    def unit() -> list[bool]:
        with pytest.raises(Refusal):
            found_two(by=CLOCK, at=at)
        return grids(801, 802)

    assert door(CLOCK, unit) == [False, False]


@pytest.mark.django_db
def test_a_broken_constraint_speaks_with_its_own_words(at: datetime) -> None:
    def unit() -> Refusal:
        with pytest.raises(Refusal) as caught:
            found_grid(801, valid_to=date(2025, 1, 1), by=CLOCK, at=at)
        assert grids(801) == [False]
        return caught.value

    refusal = door(CLOCK, unit)
    assert refusal.code == "constraint.area_term_forward"
    assert refusal.status == 409


@pytest.mark.django_db
def test_an_error_without_a_constraint_stays_a_bug(at: datetime) -> None:
    def unit() -> None:
        with pytest.raises(IntegrityError):
            found_grid(801, name=None, by=CLOCK, at=at)

    door(CLOCK, unit)


def test_outside_a_door_there_is_no_operation(own_database: None, at: datetime) -> None:
    with pytest.raises(OutsideDoor, match="found_grid"):
        found_grid(801, by=CLOCK, at=at)
    assert grids(801) == [False]
