"""Whom residents of a grid may call: what stands on posters, cards and the portal, and nothing more.

The worker's name is public office. The number is the one the worker agreed to have published; where
there is none it is the station's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wangge.lib.area_code import Level
from wangge.registers.organisations.models import Appointment, Unit
from wangge.registers.organisations.rules.lines import VILLAGE_STATION
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.people.models import PublicPhone


@dataclass(frozen=True, slots=True)
class PublicContact:
    """A grid's worker and the number to dial; `worker` is empty while the post is vacant."""

    grid_code: str
    worker: str
    phone: str  # the worker's own if `own_phone`, else the station's; empty if neither is known
    own_phone: bool
    station_phone: str


def public_contact(grid_code: str, day: date) -> PublicContact:
    """Whom residents of one grid may call on a day."""
    return public_contacts([grid_code], day)[grid_code]


def public_contacts(grid_codes: Iterable[str], day: date) -> dict[str, PublicContact]:
    """The same for many grids, three queries for all: for what is printed, never for a public page."""
    codes = list(grid_codes)
    workers = _main_workers(codes, day)
    agreed = dict(
        PublicPhone.objects.filter(
            person__in={term.person_id for term in workers.values()}, taken_back_at=None
        ).values_list("person_id", "phone")
    )
    stations = dict(
        Unit.objects.filter(
            kind=VILLAGE_STATION,
            area__in={code[: Level.VILLAGE] for code in codes},
            valid_to=None,
        ).values_list("area_id", "phone")
    )
    return {
        code: _contact(code, workers.get(code), agreed, stations.get(code[: Level.VILLAGE], ""))
        for code in codes
    }


def _main_workers(codes: list[str], day: date) -> dict[str, Appointment]:
    """Who has worked each grid the longest of those who work it on the day."""
    terms = (
        Appointment.objects.current(day)
        .filter(post__kind=PostKind.GRID_WORKER.value, post__area__in=codes)
        .select_related("person", "post")
        .order_by("-starts_on", "-id")
    )
    return {term.post.area_id: term for term in terms}


def _contact(
    code: str, term: Appointment | None, agreed: dict[object, str], station_phone: str
) -> PublicContact:
    own = agreed.get(term.person_id, "") if term else ""
    return PublicContact(
        grid_code=code,
        worker=term.person.name if term else "",
        phone=own or station_phone,
        own_phone=bool(own),
        station_phone=station_phone,
    )
