"""The list of vacant posts of an area: who covers each and why, and who might be asked (A17)."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.insight.lists.queries.vacancies import (
    BY_PLACE,
    VACANCIES,
    VacancyLine,
    lines_of,
    wanted_of,
)
from wangge.interfaces.console.floor.paths import path_within
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.floor.taking_out import take_out_address
from wangge.interfaces.web.components.shapes import Column, FilterGroup, Link, Row
from wangge.interfaces.web.listing import page_of, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries.vacancies import (
    Wanted,
    vacant_posts,
)

COLUMNS = (
    Column(Message("appointment.column.post")),
    Column(Message("appointment.column.place")),
    Column(Message("appointment.column.cover")),
    Column(Message("appointment.column.proposed")),
)


@require_GET
@signed_in(Permission.ORGANISATION_APPOINT)
def vacancies(request: Request, code: str) -> HttpResponse:
    """Vacant posts of an area by place; for areas that the actor does not look after the answer is 404."""
    path = path_within(request, code, Permission.ORGANISATION_APPOINT)
    today = county_day(request.now)
    wanted = wanted_of(request.GET.get("kind", ""))
    found = page_of(request, vacant_posts(code, today, wanted), BY_PLACE)
    lines = lines_of(found.rows, code, today)
    return console_page(
        request,
        "console/organisation/vacancies.html",
        here="organisation",
        title=path[-1].name,
        crumbs=[Link(a.name, reverse("organisation-at", args=[a.code])) for a in path],
        groups=[_filter(request, wanted)],
        columns=COLUMNS,
        rows=[_row(post, line) for post, line in zip(found.rows, lines, strict=True)],
        export_url=take_out_address(request, VACANCIES, area=code),
        found=found,
    )


def _filter(request: Request, wanted: Wanted) -> FilterGroup:
    choices = [
        Link(
            Message(f"appointment.wanted.{each.value}"),
            with_parameter(request, "kind", "" if each is Wanted.ALL else each.value),
            current=each is wanted,
        )
        for each in Wanted
    ]
    return FilterGroup(Message("appointment.column.post"), choices)


def _row(post: Post, line: VacancyLine) -> Row:
    cells = (line.post, line.place, line.cover, line.proposal)
    return Row(cells, href=reverse("post-page", args=[post.pk]))
