"""The small demo's staff: who gets which post. A plan only; operations appoint."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import Final

from wangge.insight.demo.rules.geography.divisions import COUNTY, villages
from wangge.insight.demo.rules.geography.small_county import TOWNSHIPS, VILLAGES
from wangge.insight.demo.rules.population.names import draw_name, draw_sex
from wangge.insight.demo.rules.population.seats import (
    GRID_WORKER,
    key_of_holder,
    key_of_member,
    key_of_reporter,
)
from wangge.lib import phone_number
from wangge.lib.area_code import Level
from wangge.lib.id_number import Sex
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID, PostKind, post_kinds_of
from wangge.registers.organisations.rules.unit_kinds import unit_kinds

REPORTERS_OF_A_VILLAGE: Final = 4

# Where grid workers come from (A17). Those from the committee remain its members.
_FROM_COMMITTEE: Final = "village_committee"
_ORIGINS: Final = (
    "village_police",
    "resident_cadre",
    "graduate_official",
    "poverty_team",
    _FROM_COMMITTEE,
)


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """An invented person; the key is stable, name and phone follow from the seed."""

    key: str
    name: str
    sex: Sex
    phone: str


@dataclass(frozen=True, slots=True)
class PlannedAppointment:
    """A person in a post; grid workers have a grid, they and station heads an origin."""

    person_key: str
    unit_kind: str
    area_code: str
    post_kind: PostKind
    grid_code: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """Everybody the small demo knows, and the posts they hold; reporters hold none."""

    persons: tuple[PlannedPerson, ...]
    appointments: tuple[PlannedAppointment, ...]

    def worker_of(self, grid: str) -> str:
        """The key of the grid's worker. KeyError if nobody works it."""
        return {each.grid_code: each.person_key for each in self.appointments}[grid]


def plan_staff(grids: Mapping[str, Sequence[str]], *, main_grid: str, rng: Random) -> StaffPlan:
    """Every post of the county's units, of two townships and of all their villages.

    Args:
        grids: by village, the codes of its grids; each grid gets a worker.
        main_grid: the grid of the known grid worker.
    """
    appointments = (*_posts_of_units(), *_posts_of_workers(grids, main_grid))
    staff = [appointment.person_key for appointment in appointments]
    reporters = [
        key_of_reporter(village, number)
        for village in VILLAGES
        for number in range(1, REPORTERS_OF_A_VILLAGE + 1)
    ]
    persons = tuple(
        _person(key, serial, rng)
        for serial, key in enumerate(dict.fromkeys([*staff, *reporters]), start=1)
    )
    return StaffPlan(persons, appointments)


def staffed_areas(level: Level) -> tuple[str, ...]:
    """The codes of the areas of a level whose units are staffed."""
    match level:
        case Level.COUNTY:
            return (COUNTY,)
        case Level.TOWNSHIP:
            return TOWNSHIPS
        case Level.VILLAGE:
            return tuple(v.code for township in TOWNSHIPS for v in villages(township))
        case _:
            return ()


def _posts_of_units() -> Iterator[PlannedAppointment]:
    for kind in unit_kinds().values():
        for area_code in staffed_areas(kind.level):
            for post_kind in post_kinds_of(kind.code):
                if post_kind not in OF_A_GRID:
                    yield _appointment(kind.code, area_code, post_kind)


def _appointment(kind: str, area_code: str, post_kind: PostKind) -> PlannedAppointment:
    leads_station = (kind, post_kind) == ("v_service_station", PostKind.HEAD)
    return PlannedAppointment(
        key_of_holder(kind, area_code, post_kind),
        kind,
        area_code,
        post_kind,
        origin=_FROM_COMMITTEE if leads_station else None,
    )


def _posts_of_workers(
    grids: Mapping[str, Sequence[str]], main_grid: str
) -> Iterator[PlannedAppointment]:
    origins = cycle(_ORIGINS)
    # The known worker is nobody's double: the first origin, before any member of a committee.
    ordered = sorted(
        ((grid, village) for village, codes in grids.items() for grid in codes),
        key=lambda place: (place[0] != main_grid, place),
    )
    for grid, village in ordered:
        origin = next(origins)
        if grid == main_grid:
            key = GRID_WORKER
        else:
            key = key_of_member(village) if origin == _FROM_COMMITTEE else f"{grid}:worker"
        yield PlannedAppointment(
            key, "v_service_station", village, PostKind.GRID_WORKER, grid, origin
        )


def _person(key: str, serial: int, rng: Random) -> PlannedPerson:
    sex = draw_sex(rng)
    return PlannedPerson(key, draw_name(rng, sex), sex, phone_number.synthetic(serial))
