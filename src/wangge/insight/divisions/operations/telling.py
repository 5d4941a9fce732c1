"""Who is notified of a draft: the people whose turn it is, and those who worked on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.rules.draft_moves import TURN, DraftFacts
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.lib.area_code import ancestors
from wangge.lib.message import Message
from wangge.registers.areas.queries import names_of
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.operations import Note, tell_persons
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries.reach import persons_in, posts_with
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID


def tell_of_move(
    draft: Draft, move: DraftMove, before: DraftFacts, *, by: Actor, at: datetime
) -> None:
    """Notify people of a move: those whose turn it is, else everybody who had a hand in it.

    Nobody is notified of their own act.
    """
    permission = TURN.get(DraftState(draft.state))
    if permission is None or move is DraftMove.SEND_BACK:
        persons = before.hands
    else:
        persons = persons_in(posts_with(permission, draft.village_code), county_day(at))
    words = Message(f"notice.division.{move.value}", place=_place(draft.village_code))
    _tell(draft, persons - {by.person_id}, words, by, at)


def tell_in_force(
    draft: Draft, hands: frozenset[UUID], grids: Iterable[str], *, by: Actor, at: datetime
) -> None:
    """Notify those who had a hand in a division and workers of its grids that it is in force."""
    posts = Post.objects.filter(kind__in=OF_A_GRID, area__in=set(grids), valid_to=None)
    workers = persons_in(posts.values_list("pk", flat=True), county_day(at))
    words = Message("notice.division.in_force", place=_place(draft.village_code))
    _tell(draft, hands, words, by, at)
    changed = Message("notice.division.grid_changed", place=_place(draft.village_code))
    _tell(draft, workers - hands, changed, by, at, seen=False)


def tell_refused(draft: Draft, count: int, *, by: Actor, at: datetime) -> None:
    """Notify those who may try again that part of a coming into force was refused."""
    posts = posts_with(Permission.DIVISION_APPROVE, draft.village_code)
    place = _place(draft.village_code)
    words = Message("notice.division.pieces_refused", place=place, count=count)
    _tell(draft, persons_in(posts, county_day(at)), words, by, at)


def _tell(
    draft: Draft,
    persons: Iterable[UUID],
    words: Message,
    by: Actor,
    at: datetime,
    *,
    seen: bool = True,
) -> None:
    """A note about the draft; without a link for people who do not see drafts."""
    note = Note(
        message=words,
        about_kind="division_draft" if seen else "",
        about_id=draft.pk if seen else None,
        area_code=draft.village_code,
    )
    tell_persons(persons, note, by=by, at=at)


def _place(village_code: str) -> str:
    """Township and village by name: five names of villages occur twice in a county."""
    places = [*ancestors(village_code), village_code][-2:]
    names = names_of(places)
    return " ".join(names[code] for code in places if code in names)
