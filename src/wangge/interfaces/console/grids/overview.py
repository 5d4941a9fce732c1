"""Grids of one place: figures for the areas below, or the grids of a village with their people."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.paths import path_to
from wangge.interfaces.console.floor.print_links import print_links
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.grids.one_grid import grid_page, today_of
from wangge.interfaces.web.components.shapes import Column, Fact, Link, Row, Stat
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.interfaces.web.templatetags.reading import grouped
from wangge.lib.area_code import Level, level_of
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.registers.areas.models import Area
from wangge.registers.areas.rules.grids import SPECIAL_GRID, grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries import grids as register
from wangge.registers.organisations.queries.publishing import sets_phone
from wangge.registers.organisations.queries.units import unit_at
from wangge.registers.organisations.rules.lines import VILLAGE_STATION
from wangge.work.cases.queries.sight import open_by_area

_BELOW = ("villages", "divided", "grids", "worked", "vacant", "households", "persons")


@require_GET
@signed_in(Permission.ORGANISATION_SEE)
def grids(request: Request, code: str = "") -> HttpResponse:
    """The grids of the county, a township or a village."""
    code = code or home(request)
    if len(code) == Level.GRID:
        return grid_page(request, code)
    path = path_to(code)
    crumbs = [Link(a.name, _address(a.code), current=a.code == code) for a in path]
    if level_of(code) is Level.VILLAGE:
        return _village(request, path, crumbs)
    return _overview(request, path[-1], crumbs)


def home(request: Request) -> str:
    """Where the page opens: the village, township or county of the person's posts."""
    seen = request.actor.areas(Permission.ORGANISATION_SEE)
    return seen[0][: Level.VILLAGE] if len(seen) == 1 else settings.COUNTY_CODE


def _address(code: str) -> str:
    return reverse("grids-at", args=[code])


def _overview(request: Request, area: Area, crumbs: Sequence[Link]) -> HttpResponse:
    day = county_day(request.now)
    lines = register.figures_below(area.pk, day)
    sums = {name: sum(getattr(line, name) for line in lines) for name in _BELOW}
    of_township = level_of(area.pk) is Level.TOWNSHIP
    shown = _BELOW[2:] if of_township else _BELOW
    name = Message(f"area.level.{'village' if of_township else 'township'}")
    return console_page(
        request,
        "console/grids/overview.html",
        here="grids",
        title=area.name,
        crumbs=crumbs,
        below=[Link(line.area.name, _address(line.area.pk)) for line in lines],
        stats=[Stat(Message(f"grids.column.{each}"), grouped(sums[each])) for each in _BELOW],
        columns=[
            Column(name),
            *(Column(Message(f"grids.column.{each}"), "number") for each in shown),
        ],
        rows=[
            Row((line.area.name, *(_cell(line, each) for each in shown)), _address(line.area.pk))
            for line in lines
        ],
        actions=_actions(request.actor, area.pk),
    )


def _cell(line: register.AreaFigures, column: str) -> int | None:
    """A figure; empty where people have not been counted yet."""
    figure: int = getattr(line, column)
    return None if figure == 0 and column in {"households", "persons"} else figure


def _actions(actor: Actor, code: str) -> list[Link]:
    found = []
    if actor.may(Permission.ORGANISATION_APPOINT, code) and actor.may(Permission.AREA_EDIT, code):
        found.append(Link(Message("grids.bring"), reverse("grids-bring", args=[code])))
    if actor.may(Permission.AREA_EDIT, code):
        found.append(Link(Message("geodata.bring"), reverse("geodata-bring", args=[code])))
    if actor.may(Permission.ORGANISATION_APPOINT, code):
        vacancies = f"{reverse('vacancies', args=[code])}?kind=workers"
        found.append(Link(Message("grids.vacancies"), vacancies))
    if actor.may(Permission.ORGANISATION_SEE, code):
        found.append(Link(Message("grids.take_out"), reverse("grids-take-out", args=[code])))
    found += print_links(code, actor)
    if code == settings.COUNTY_CODE:
        found.append(Link(Message("batches.title"), reverse("batches")))
    return found


def _village(request: Request, path: Sequence[Area], crumbs: Sequence[Link]) -> HttpResponse:
    actor, at = request.actor, request.now
    village = path[-1]
    found = register.grids_today(village.pk, county_day(at))
    station = found[0].station if found else unit_at(VILLAGE_STATION, village.pk)
    groups = list(areas.groups_of(village.pk).defer(None))  # with their places
    open_cases = open_by_area(actor, [each.area.pk for each in found])
    may_edit = actor.may(Permission.AREA_EDIT, village.pk)
    return console_page(
        request,
        "console/grids/village.html",
        here="grids",
        title=village.name,
        crumbs=crumbs,
        stats=_stats(village, found),
        columns=_COLUMNS,
        rows=[_row(each, open_cases.get(each.area.pk, 0)) for each in found],
        free=register.as_spans(group.number for group in groups if group.grid_id is None),
        unplaced=register.as_spans(group.number for group in groups if group.point is None),
        groups=groups,
        facts=[Fact(Message("contact.of_station"), (station and station.phone) or "—")],
        phone_url=_phone_url(actor, station),
        place_url=reverse("grids-place", args=[village.pk]) if may_edit else "",
        acts=_acts(actor, village.pk),
        sketch=reverse("grids-sketch", args=[village.pk]),
    )


_COLUMNS = (
    Column(Message("grids.column.grid")),
    Column(Message("grids.column.worker")),
    Column(Message("grids.column.deputies")),
    Column(Message("grids.column.phone")),
    Column(Message("grids.column.groups")),
    Column(Message("grids.column.households"), "number"),
    Column(Message("grids.column.persons"), "number"),
    Column(Message("grids.column.today")),
    Column(Message("grids.column.open_cases"), "number"),
)


def _row(grid: register.GridToday, open_cases: int) -> Row:
    return Row(
        (
            grid_words(grid.area.name),
            grid.worker.name if grid.worker else "",
            " ".join(each.name for each in grid.deputies),
            grid.phone,
            register.as_spans(grid.groups),
            grid.area.households or None,
            grid.area.persons or None,
            today_of(grid),
            open_cases,
        ),
        href=_address(grid.area.pk),
    )


def _phone_url(actor: Actor, station: Unit | None) -> str:
    if station is None or not sets_phone(actor, station):
        return ""
    return reverse("unit-phone", args=[station.pk])


def _stats(village: Area, found: Sequence[register.GridToday]) -> list[Stat]:
    tiled = [grid for grid in found if grid.area.kind != SPECIAL_GRID]
    worked = sum(grid.worker is not None for grid in tiled)
    return [
        Stat(Message("grids.column.grids"), len(tiled)),
        Stat(Message("grids.column.worked"), worked),
        Stat(Message("grids.column.households"), grouped(village.households or "—")),
        Stat(Message("grids.column.persons"), grouped(village.persons or "—")),
    ]


def _acts(actor: Actor, code: str) -> list[Link]:
    """What may be done at a village, the most usual first."""
    found = []
    may_edit = actor.may(Permission.AREA_EDIT, code)
    if actor.may(Permission.ORGANISATION_APPOINT, code) and may_edit:
        found += [
            Link(Message("grids.new"), reverse("grids-new", args=[code])),
            Link(Message("grids.new_special"), reverse("grids-new-special", args=[code])),
        ]
    if may_edit:
        found.append(Link(Message("grids.place"), reverse("grids-place", args=[code])))
        found.append(Link(Message("grids.outline"), reverse("grids-outline", args=[code])))
    history = Link(Message("grids.history"), reverse("grid-history", args=[code]))
    return [*found, *_actions(actor, code), history]
