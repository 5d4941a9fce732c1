"""The vacant posts of an area by place: who covers each and why, and who might be asked (A17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from wangge.access.permissions import Permission
from wangge.insight.lists.rules.kinds import ListColumn, ListKind, ListRow, Outgoing
from wangge.insight.lists.rules.kinds import Wanted as Asked
from wangge.lib.area_code import ancestors
from wangge.lib.message import Message
from wangge.registers.areas.queries import names_of
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

BY_PLACE: Final = ("area_id", "unit_id", "id")
MOST_NAMED: Final = 3
"""Candidates that a line names; of the others it says how many there are."""


@dataclass(frozen=True, slots=True)
class VacancyLine:
    """A vacant post as pages and files show it."""

    post: Message
    place: str
    cover: Message
    proposal: Message | str


def lines_of(posts: Sequence[Post], area_code: str, day: date) -> list[VacancyLine]:
    """A line for each of these vacant posts of an area; five queries for all."""
    proposed = candidates_for(posts, day)
    covers = covers_of(post.pk for post in posts)
    around = {a for post in posts for a in (*ancestors(post.area_id), post.area_id)}
    names = names_of(a for a in around if len(a) >= len(area_code))
    return [
        VacancyLine(
            post_words(post),
            _place(post, names, area_code),
            _cover(covers.get(post.pk)),
            _proposal(proposed.get(post.pk, [])),
        )
        for post in posts
    ]


def _place(post: Post, names: Mapping[str, str], area_code: str) -> str:
    """The areas from below the listed one down to the post; that area itself for its own posts."""
    if post.area_id == area_code:
        return names[area_code]
    way = (*ancestors(post.area_id), post.area_id)
    return " ".join(names[each] for each in way if each in names and each != area_code)


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
        for each in candidates[:MOST_NAMED]
    )
    return Message("appointment.proposals", people=tuple(named), more=len(candidates[MOST_NAMED:]))


def wanted_of(said: str) -> Wanted:
    """Which vacancies a page's filter asks for; what makes no sense counts as all."""
    return Wanted(said) if said in set(Wanted) else Wanted.ALL


def _rows(asked: Asked) -> list[ListRow]:
    """The vacancies of the area in the order of the page."""
    day = county_day(asked.at)
    posts = vacant_posts(asked.area_code, day, wanted_of(asked.filters.get("kind", "")))
    lines = lines_of(list(posts.order_by(*BY_PLACE)), asked.area_code, day)
    return [ListRow((line.post, line.place, line.cover, line.proposal)) for line in lines]


VACANCIES: Final = ListKind(
    code="vacancies",
    outgoing=Outgoing(
        columns=tuple(
            ListColumn(name, Message(f"appointment.column.{name}"))
            for name in ("post", "place", "cover", "proposed")
        ),
        permission=Permission.ORGANISATION_APPOINT,
        rows=_rows,
        filters=("kind",),
        names_people=True,
    ),
)
