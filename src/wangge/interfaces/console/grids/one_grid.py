"""One grid: where it is, who works it, which phone number to call, and what may be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.paths import path_to
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Fact, Link
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.rules.grids import SPECIAL_GRID, SpecialSort, grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.queries import grids as register
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.queries.sight import open_by_area


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who works the grid, with the published number and the address where it is changed."""

    name: str
    post: Message
    phone: str
    phone_url: str


def grid_page(request: Request, code: str) -> HttpResponse:
    """The page of a grid in force; refused as missing for any other code."""
    actor, at = request.actor, request.now
    path = path_to(code[: Level.VILLAGE])
    there = register.grids_today(path[-1].pk, county_day(at))
    grid = next((each for each in there if each.area.pk == code), None)
    if grid is None:
        raise Refusal.not_found(Message("area.thing"))
    crumbs = [Link(area.name, reverse("grids-at", args=[area.code])) for area in path]
    here = Link(grid_words(grid.area.name), reverse("grids-at", args=[code]), current=True)
    return console_page(
        request,
        "console/grids/one_grid.html",
        here="grids",
        title=grid_words(grid.area.name),
        crumbs=[*crumbs, here],
        facts=_facts(actor, grid, code),
        people=_people(actor, grid, code),
        acts=_acts(actor, grid, code),
    )


def _facts(actor: Actor, grid: register.GridToday, code: str) -> list[Fact]:
    area = grid.area
    facts = [
        Fact(Message("grids.column.code"), code, kind="code"),
        Fact(Message("grids.column.today"), today_of(grid)),
        Fact(Message("contact.public"), _number(grid)),
        Fact(Message("grids.column.groups"), register.as_spans(grid.groups) or "—"),
        Fact(Message("grids.column.households"), str(area.households or "—")),
        Fact(Message("grids.column.persons"), str(area.persons or "—")),
        Fact(Message("grids.column.since"), area.valid_from, kind="moment"),
        Fact(
            Message("grids.column.open_cases"),
            str(open_by_area(actor, [code]).get(code, 0)),
            f"{reverse('cases')}?area={code[: Level.VILLAGE]}",
        ),
    ]
    if area.kind == SPECIAL_GRID:
        sort = SpecialSort(area.special.sort).words
        facts.insert(1, Fact(Message("grids.column.sort"), sort))
    return facts


def _number(grid: register.GridToday) -> Message | str:
    if not grid.phone:
        return "—"
    whose = "worker" if grid.own_phone else "station"
    return Message(f"contact.number_of_{whose}", phone=grid.phone)


def _people(actor: Actor, grid: register.GridToday, code: str) -> list[PersonLine]:
    notes = actor.may(Permission.AREA_EDIT, code)
    at_work = [(each, PostKind.GRID_DEPUTY) for each in grid.deputies]
    if grid.worker:
        at_work.insert(0, (grid.worker, PostKind.GRID_WORKER))
    return [
        PersonLine(
            each.name,
            kind.words,
            each.phone,
            reverse("officer-phone", args=[each.person_id]) if notes else "",
        )
        for each, kind in at_work
    ]


def _acts(actor: Actor, grid: register.GridToday, code: str) -> list[Link]:
    if not actor.may(Permission.ORGANISATION_APPOINT, code):
        return []
    posts = ((grid.worker_post, "worker"), (grid.deputy_post, "deputies"))
    found = [
        Link(Message(f"grid.post.{name}"), reverse("post-page", args=[post]))
        for post, name in posts
        if post
    ]
    if grid.area.kind == SPECIAL_GRID:
        found.append(Link(Message("grids.end_special"), reverse("grids-end", args=[code])))
    return found


def today_of(grid: register.GridToday) -> Message:
    """Whether somebody is at work today, and who answers where nobody is."""
    if grid.answers is not None:
        return grid.answers
    state = "away" if grid.away else "own" if grid.worker else "nobody"
    return Message(f"grids.today.{state}")
