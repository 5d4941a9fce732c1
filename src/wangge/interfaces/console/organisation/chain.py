"""Units and duties, one page a level: the duty sheet, the units, who holds which post, who covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.paths import path_to
from wangge.interfaces.console.floor.print_links import print_links
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.organisation.unit_cards import kind_words, unit_cards
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level, level_of
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.registers.areas.models import Area
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.holders import posts_with_holders
from wangge.registers.organisations.queries.units import units_in
from wangge.registers.organisations.rules.duty_sheets import DUTY_SHEETS, DutySheet
from wangge.registers.organisations.rules.village_set_up import ASSOCIATIONS, VILLAGE_SET_UP

# Two sheets belong to the county: the committee leads, the government carries out (A02).
_SHEETS = {
    Level.COUNTY: ("committee", "government"),
    Level.TOWNSHIP: ("township",),
    Level.VILLAGE: ("village",),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A duty sheet of the level, and the one above it to which it answers."""

    written: DutySheet
    above: Link | None


@dataclass(frozen=True, slots=True)
class SetUpLine:
    """A part of the village's set-up with the bodies it consists of."""

    name: Message
    bodies: Sequence[Message | str]


@require_GET
@signed_in(Permission.ORGANISATION_SEE)
def organisation(request: Request, code: str = "") -> HttpResponse:
    """The responsibility chain at one place: its duties, its units, the levels above and below."""
    code = code or settings.COUNTY_CODE
    path = path_to(code)
    actor, at = request.actor, request.now
    may_appoint = actor.may(Permission.ORGANISATION_APPOINT, code)
    units = units_in(code)
    cards = unit_cards(units, posts_with_holders(units, at))
    return console_page(
        request,
        "console/organisation/chain.html",
        here="organisation",
        title=path[-1].name,
        crumbs=[Link(a.name, _address(a.code), current=a.code == code) for a in path],
        below=_below(code),
        sheets=_sheets(path),
        set_up=_set_up(units) if level_of(code) is Level.VILLAGE else [],
        may_appoint=may_appoint,
        actions=_actions(code, actor),
        centres=[card for card in cards if card.took_in],
        units=[card for card in cards if not card.took_in],
    )


def _address(code: str) -> str:
    return reverse("organisation-at", args=[code])


def _sheets(path: Sequence[Area]) -> list[Sheet]:
    """The sheets of a place, each with the link to the sheet above it (A01)."""
    pages = {sheet: _address(area.code) for area in path for sheet in _SHEETS[level_of(area.code)]}
    by_code = {sheet.code: sheet for sheet in DUTY_SHEETS}
    return [
        Sheet(by_code[code], Link(by_code[above].title, f"{pages[above]}#duty-{above}"))
        if (above := by_code[code].answers_to)
        else Sheet(by_code[code], None)
        for code in _SHEETS[level_of(path[-1].code)]
    ]


def _below(code: str) -> list[Link]:
    if level_of(code) is Level.VILLAGE:
        return []
    return [Link(area.name, _address(area.code)) for area in areas.children_of(code)]


def _actions(code: str, actor: Actor) -> list[Link]:
    may_appoint = actor.may(Permission.ORGANISATION_APPOINT, code)
    vacant = Link(Message("appointment.vacancies"), reverse("vacancies", args=[code]))
    return [*([vacant] if may_appoint else []), *print_links(code, actor)]


def _set_up(units: Sequence[Unit]) -> list[SetUpLine]:
    """One committee, two associations, two stations (A12), as far as they exist in this village."""
    present = {unit.kind: kind_words(unit) for unit in units}
    return [
        SetUpLine(
            part.words,
            settings.VILLAGE_ASSOCIATIONS
            if part.code == ASSOCIATIONS and settings.VILLAGE_ASSOCIATIONS
            else [present[kind] for kind in part.unit_kinds if kind in present],
        )
        for part in VILLAGE_SET_UP
    ]
