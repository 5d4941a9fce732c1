"""One poster or sheet of cards as a PDF."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.doors.door import door
from wangge.insight.paper.adapters.grounds import choices
from wangge.insight.paper.adapters.imprint import imprint_of, say
from wangge.insight.paper.adapters.printing import MEDIA_TYPE, document, ground_under
from wangge.insight.paper.queries import village_facts
from wangge.insight.paper.rules.facts import Grid, VillageFacts
from wangge.insight.paper.rules.sheets import SIZES, Kind
from wangge.interfaces.console.floor.paths import path_to
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.errors import refused
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import InvalidAreaCode, Level, level_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day


@require_GET
@outside_door
@signed_in()
def print_document(request: Request, code: str, kind: str, size: str) -> HttpResponse:
    """The PDF of a village or a grid: read through a door, drawn after it has closed.

    Where the chosen background is not available, a page says so and leads to the document on one
    that is.
    """
    asked = request.GET.get("ground", "")
    found = door(request.actor, lambda: _gathered(request, code, kind, size), read_only=True)
    if isinstance(found, HttpResponse):
        return found
    facts, focus = found
    at = request.now
    laid = ground_under(asked or choices()[0].key, Kind(kind), size, facts, focus)
    if asked and laid.key != asked:
        return door(request.actor, lambda: _on_another(request, code, asked, laid.key))
    content = document(
        Kind(kind),
        size,
        facts,
        imprint_of(short_addresses(request), county_day(at)),
        focus=focus,
        ground=laid.ground,
        for_all="all" in request.GET,
    )
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    name = f"{facts.name}{say(focus.title) if focus else ''}-{size}.pdf"
    response["Content-Disposition"] = content_disposition_header(False, name) or "inline"
    response["Cache-Control"] = "private, no-store"
    return response


def _gathered(
    request: Request, code: str, kind: str, size: str
) -> tuple[VillageFacts, Grid | None] | HttpResponse:
    """What to print, or the page that says why it cannot be."""
    try:
        check_may_print(request, code)
        if kind not in set(Kind) or size not in SIZES[Kind(kind)]:
            raise Refusal.not_found(Message("paper.thing"))
        if request.GET.get("ground", "") not in {"", *(choice.key for choice in choices())}:
            raise Refusal.not_found(Message("paper.thing"))
        facts = village_facts(code[: Level.VILLAGE], county_day(request.now))
        if len(code) == Level.VILLAGE:
            return facts, None
        focus = next((grid for grid in facts.grids if grid.code == code), None)
        if focus is None:
            raise Refusal.not_found(Message("area.thing"))
    except Refusal as refusal:
        return refused(request, refusal)
    return facts, focus


def _on_another(request: Request, code: str, asked: str, had: str) -> HttpResponse:
    """The background is not available: what there is instead, one press away."""
    labels = {choice.key: choice.label for choice in choices()}
    village = code[: Level.VILLAGE]
    return console_page(
        request,
        "console/paper/elsewise.html",
        here="organisation",
        crumbs=[Link(area.name, reverse("print", args=[area.code])) for area in path_to(village)],
        asked=labels.get(asked, asked),
        had=labels.get(had, had),
        document=f"{request.path}?{urlencode({**request.GET.dict(), 'ground': had})}",
        again=request.get_full_path(),
    )


def short_addresses(request: Request) -> str:
    """What the addresses in QR codes begin with: the county's public site, else this one."""
    site = settings.PUBLIC_ADDRESS or request.build_absolute_uri("/").rstrip("/")
    return f"{site}{reverse('village-short', args=['0' * Level.VILLAGE]).rstrip('0')}"


def check_may_print(request: Request, code: str) -> None:
    """Answers 404 to people without the area, as if it did not exist."""
    try:
        level_of(code)
    except InvalidAreaCode as error:
        raise Refusal.not_found(Message("area.thing")) from error
    if not request.actor.may(Permission.ORGANISATION_SEE, code):
        raise Refusal.not_found(Message("area.thing"))
