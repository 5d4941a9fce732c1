"""A village of eight groups in a row, five households each, and drafts that divide the row.

Groups of an even number lie in grid 1, of an odd number in grid 2, as in the small county.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from tests.factories.world import COUNTY, START, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.insight.divisions.models import AdoptionItem, Draft, DraftGrid, DraftStep
from wangge.insight.divisions.operations import carry_on, move_draft
from wangge.insight.divisions.operations.deciding import Decision
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.models import Account
from wangge.registers.areas.models import VillagerGroup
from wangge.registers.areas.operations import draw
from wangge.registers.audit.models import AuditEvent
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.models import Notice
from wangge.registers.organisations.queries.actors import actor_of
from wangge.registers.people.models import Household, Person
from wangge.registers.people.operations import NewHousehold, enter_households

T = TypeVar("T")

CLOCK = Actor.clock(COUNTY)
FIRST, SECOND, THIRD = (f"{VILLAGE}{n:03d}" for n in (1, 2, 3))
GROUPS = range(1, 9)
HOMES = 5  # households of a group
PERSONS = 3  # of a household
THREE = {1: (1, 2, 3), 2: (4, 5, 6), 3: (7, 8)}
ONE = {1: tuple(GROUPS)}
WEST, NORTH, WIDE = 111.60, 25.50, 0.01


def as_clock(unit: Callable[[], T]) -> T:
    """Run as the platform itself, which sees the whole county."""
    return door(CLOCK, unit)


def actor(key: str, at: datetime) -> Actor:
    """A member of staff of the small county."""
    return actor_of(Account.objects.get(username=key).pk, at)


def settle(at: datetime) -> None:
    """Enter the households and the outline of the village."""

    def enter() -> None:
        groups = VillagerGroup.objects.filter(village=VILLAGE).order_by("number")
        homes = [
            NewHousehold(
                str(group.grid_id), group.pk, "户主", _point(group.number, home), PERSONS, 2
            )
            for group in groups
            for home in range(HOMES)
        ]
        enter_households(homes, from_day=START, synthetic=True, by=CLOCK, at=at)
        outlines = {VILLAGE: _strip(GROUPS)}
        draw(outlines, source="test", synthetic=True, valid_from=START, by=CLOCK, at=at)

    as_clock(enter)


def newcomer(at: datetime, *, group: int | None = None) -> str:
    """A household entered today that names no grid; its key."""

    def enter() -> str:
        of = VillagerGroup.objects.get(village=VILLAGE, number=group) if group else None
        home = NewHousehold(VILLAGE, of and of.pk, "新户", None, PERSONS, 2)
        enter_households([home], from_day=county_day(at), by=CLOCK, at=at)
        return str(Household.objects.get(head_name="新户").pk)

    return as_clock(enter)


def draft(
    at: datetime,
    division: Mapping[int, Sequence[int]] | None = None,
    *,
    by: str = "station_head",
    state: DraftState = DraftState.DRAWING,
    **columns: Any,
) -> UUID:
    """A draft that divides the row of groups; its key."""
    division = division or THREE
    maker = actor(by, at)

    def write() -> UUID:
        numbers = {group: number for number, groups in division.items() for group in groups}
        homes = Household.objects.filter(village_code=VILLAGE, group__isnull=False)
        assignment = {
            str(key): numbers[group] for key, group in homes.values_list("pk", "group__number")
        }
        drawn = Draft(
            id=uuid7(at),
            village_code=VILLAGE,
            settings={},
            k=len(division),
            target=50.0,
            balance_on="persons",
            assignment=assignment,
            made_by=maker.person_id,
            made_by_post=maker.posts[0].post_id,
            made_at=at,
            saved_at=at,
            state=state.value,
            **columns,
        )
        drawn.save(force_insert=True)
        DraftGrid.objects.bulk_create(_grid(drawn, n, groups) for n, groups in division.items())
        return drawn.pk

    return as_clock(write)


def _grid(drawn: Draft, number: int, groups: Sequence[int]) -> DraftGrid:
    households = len(groups) * HOMES
    return DraftGrid(
        draft=drawn,
        village_code=VILLAGE,
        number=number,
        outline=_strip(groups),
        households=households,
        persons=households * PERSONS,
        load=float(households * PERSONS),
        deviation=0.0,
        mean_distance_m=300.0,
        compactness=0.8,
    )


def _point(group: int, home: int = 0) -> Point:
    return Point(WEST + group * WIDE + home * WIDE / 10, NORTH + WIDE / 2, srid=4490)


def point_of(group: int) -> Point:
    """A place among the households of a group."""
    return _point(group)


def _strip(groups: Sequence[int]) -> MultiPolygon:
    west = WEST + (min(groups) - 0.5) * WIDE
    east = WEST + (max(groups) + 0.5) * WIDE
    return MultiPolygon(Polygon.from_bbox((west, NORTH, east, NORTH + WIDE)), srid=4490)


def move(draft_id: UUID, key: str, move: DraftMove, at: datetime, **said: Any) -> DraftStep:
    """A move of a member of staff through the door."""
    by = actor(key, at)
    revision = said.pop("revision", None)
    return door(
        by, lambda: move_draft(draft_id, move, Decision(**said), revision=revision, by=by, at=at)
    )


def approve(draft_id: UUID, at: datetime, day: date) -> None:
    """The whole way to an approval, a second a step."""
    second = timedelta(seconds=1)
    move(draft_id, "station_head", DraftMove.SUBMIT, at)
    move(draft_id, "township_centre", DraftMove.ENDORSE, at + second)
    move(draft_id, "county_centre", DraftMove.APPROVE, at + 2 * second, in_force_on=day)


def adopt(draft_id: UUID, at: datetime, most: int = 100) -> int:
    """Do the pieces as the jobs do, one transaction each; how many jobs it took."""
    for done in range(1, most + 1):
        instant = at + timedelta(seconds=10 + done)
        if not as_clock(lambda now=instant: carry_on(draft_id, by=CLOCK, at=now)):  # type: ignore[misc]
            return done
    return most


def row(draft_id: UUID) -> Draft:
    return as_clock(lambda: Draft.objects.get(pk=draft_id))


def story(draft_id: UUID) -> list[str]:
    """The moves of a draft in order."""
    rows = DraftStep.objects.filter(draft=draft_id).order_by("at", "id")
    return as_clock(lambda: list(rows.values_list("move", flat=True)))


def pieces(draft_id: UUID, **where: Any) -> list[AdoptionItem]:
    rows = AdoptionItem.objects.filter(draft=draft_id, **where).order_by("sequence")
    return as_clock(lambda: list(rows))


def refusals(draft_id: UUID) -> list[str]:
    """Codes of the reasons that refused pieces keep."""
    held = row(draft_id)
    return [p.reason["code"] for p in as_clock(lambda: list(drafts.refused_pieces(held)))]


def told(code: str) -> list[str]:
    """Keys of the staff who were told this."""
    keys = dict(
        as_clock(
            lambda: list(
                Person.objects.filter(account__isnull=False).values_list("pk", "account__username")
            )
        )
    )
    rows = as_clock(lambda: list(Notice.objects.all()))
    return sorted(keys[each.person_id] for each in rows if each.message["code"] == code)


def events(draft_id: UUID) -> list[str]:
    """What the log says was done with a draft."""
    rows = AuditEvent.objects.filter(object_id=str(draft_id)).order_by("at", "id")
    return [codes["move"] for codes in as_clock(lambda: list(rows.values_list("codes", flat=True)))]
