"""Whom residents call: the worker of a grid under the published number, else the nearest desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from wangge.lib.area_code import Level
from wangge.registers.areas.models import Area
from wangge.registers.organisations.models import Appointment, Unit
from wangge.registers.organisations.rules.contacts import PublicContact
from wangge.registers.organisations.rules.lines import TOWNSHIP_CENTRE, VILLAGE_STATION
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID, PostKind
from wangge.registers.people.models import PublicPhone


@dataclass(frozen=True, slots=True)
class Desk:
    """The published number of the desk that is nearest to a place."""

    kind: str  # of the unit: a village's station or a township's centre
    place: str
    phone: str


def desk_near(code: str) -> Desk | None:
    """The desk of a village, else of its township; None where no number is published."""
    units = Unit.objects.filter(
        kind__in=[VILLAGE_STATION, TOWNSHIP_CENTRE],
        area__in=[code, code[: Level.TOWNSHIP]],
        valid_to=None,
    ).exclude(phone="")
    nearest = units.order_by("-area__level").values_list("kind", "area__name", "phone").first()
    return Desk(*nearest) if nearest else None


def public_contact(grid_code: str, day: date) -> PublicContact | None:
    """The contact of one grid; None if there is no such grid today."""
    return public_contacts([grid_code], day).get(grid_code)


def public_contacts(grid_codes: Iterable[str], day: date) -> dict[str, PublicContact]:
    """The contacts of grids that are in force: four queries, however many grids."""
    grids = Area.objects.current(day).filter(pk__in=set(grid_codes), level=Level.GRID)
    names = dict(grids.values_list("code", "name"))
    workers = _workers(names, day)
    agreed = dict(
        PublicPhone.objects.filter(
            person__in={person for person, _ in workers.values()}, taken_back_at=None
        ).values_list("person_id", "phone")
    )
    stations = _station_phones(names)
    return {
        code: _contact(code, name, workers.get(code), agreed, stations)
        for code, name in names.items()
    }


def published_phone(person_id: UUID) -> str:
    """The number a person in office agreed to publish; empty if none."""
    agreed = PublicPhone.objects.filter(person=person_id, taken_back_at=None)
    return agreed.values_list("phone", flat=True).first() or ""


def _contact(
    code: str,
    name: str,
    worker: tuple[UUID, str] | None,
    agreed: dict[UUID, str],
    stations: dict[str, str],
) -> PublicContact:
    person, called = worker or (None, "")
    own = agreed.get(person, "") if person else ""
    return PublicContact(
        code, name, called, own or stations.get(code[: Level.VILLAGE], ""), of_station=not own
    )


def _workers(grid_codes: Iterable[str], day: date) -> dict[str, tuple[UUID, str]]:
    """Who works each grid: the worker, else the deputy who came first."""
    rows = workers_of(grid_codes, day).values_list("post__area", "person_id", "person__name")
    found: dict[str, tuple[UUID, str]] = {}
    for grid, person, name in rows:
        found.setdefault(str(grid), (person, name))
    return found


def workers_of(grid_codes: Iterable[str], day: date) -> QuerySet[Appointment]:
    """Terms of workers and deputies of grids on a day; the worker's comes first in each grid."""
    worker_first = Case(
        When(post__kind=PostKind.GRID_WORKER, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return (
        Appointment.objects.current(day)
        .filter(post__area__in=list(grid_codes), post__kind__in=OF_A_GRID, post__valid_to=None)
        .select_related("person", "post")
        .order_by("post__area", worker_first, "starts_on", "id")
    )


def _station_phones(grid_codes: Iterable[str]) -> dict[str, str]:
    villages = {code[: Level.VILLAGE] for code in grid_codes}
    stations = Unit.objects.filter(kind=VILLAGE_STATION, area__in=villages, valid_to=None)
    return dict(stations.values_list("area_id", "phone"))
