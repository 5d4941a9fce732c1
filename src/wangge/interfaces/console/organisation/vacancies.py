"""The list of vacant posts of an area: who covers each and why, and who might be asked (A17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.paths import path_within
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, FilterGroup, Link, Row
from wangge.interfaces.web.listing import page_of, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import ancestors
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Post, PostCover
from wangge.registers.organisations.queries.holders import covers_of
from wangge.registers.organisations.queries.posts import post_words
from wangge.registers.organisations.queries.vacancies import (
    Candidate,
    Wanted,
    candidates_for,
    vacant_posts,
)
from wangge.registers.organisations.rules.cover import CoverReason

COLUMNS = (
    Column(Message("appointment.column.post")),
    Column(Message("appointment.column.place")),
    Column(Message("appointment.column.cover")),
    Column(Message("appointment.column.proposed")),
)
_BY_PLACE = ("area_id", "unit_id", "id")


@require_GET
@signed_in(Permission.ORGANISATION_APPOINT)
def vacancies(request: Request, code: str) -> HttpResponse:
    """Vacant posts of an area by place; for areas that the actor does not look after the answer is 404."""
    path = path_within(request, code, Permission.ORGANISATION_APPOINT)
    today = county_day(request.now)
    wanted = _wanted(request)
    found = page_of(request, vacant_posts(code, today, wanted), _BY_PLACE)
    return console_page(
        request,
        "console/organisation/vacancies.html",
        here="organisation",
        title=path[-1].name,
        crumbs=[Link(a.name, reverse("organisation-at", args=[a.code])) for a in path],
        groups=[_filter(request, wanted)],
        columns=COLUMNS,
        rows=_rows(found.rows, candidates_for(found.rows, today), code),
        found=found,
    )


def _wanted(request: Request) -> Wanted:
    said = request.GET.get("kind", "")
    return Wanted(said) if said in set(Wanted) else Wanted.ALL


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


def _rows(
    posts: Sequence[Post], proposed: Mapping[UUID, Sequence[Candidate]], code: str
) -> list[Row]:
    covers = covers_of(post.pk for post in posts)
    around = {a for post in posts for a in (*ancestors(post.area_id), post.area_id)}
    names = areas.names_of(a for a in around if len(a) >= len(code))
    return [
        Row(
            (
                post_words(post),
                _place(post, names, code),
                _cover(covers.get(post.pk)),
                _proposal(proposed.get(post.pk, [])),
            ),
            href=reverse("post-page", args=[post.pk]),
        )
        for post in posts
    ]


def _place(post: Post, names: Mapping[str, str], code: str) -> str:
    """The names of the areas from below the listed one down to the post; its own name for its own posts."""
    if post.area_id == code:
        return names[code]
    way = (*ancestors(post.area_id), post.area_id)
    return " ".join(names[each] for each in way if each in names and each != code)


def _cover(cover: PostCover | None) -> Message:
    if cover is None:
        return Message("appointment.cover.none")
    return Message(
        "appointment.cover.by",
        reason=CoverReason(cover.reason).words,
        post=post_words(cover.covered_by),
    )


def _proposal(candidates: Sequence[Candidate]) -> Message | str:
    if not candidates:
        return ""
    named = (
        Message("appointment.proposal.short", name=each.name, origin=each.origin.words)
        for each in candidates[:3]
    )
    return Message("appointment.proposals", people=tuple(named), more=len(candidates[3:]))
