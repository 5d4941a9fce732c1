"""The posts and units that fill a seat of a case: who is asked, who checks, who is notified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from wangge.lib.area_code import ancestors
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.queries.reach import persons_in, unit_facts
from wangge.registers.organisations.rules.held import PostFacts
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.levels import overseer_of
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.sampling import is_drawn_for_verification
from wangge.work.cases.rules.seats import HEADS_ALONE, Seat, sits
from wangge.work.cases.rules.states import State

_NOBODY = UUID(int=0)
_CHECKERS: Final = (
    Seat.STATION_HEAD,
    Seat.OVERSIGHT_COMMITTEE,
    Seat.TOWNSHIP_CENTRE,
    Seat.CHECKER_ABOVE,
)
_BODIES_OVER_A_PLACE = (
    "v_service_station",
    "v_oversight",
    "t_grid_centre",
    "t_government",
    "county_grid_centre",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked for a grant or a check: a head, and the unit where others may do it as well."""

    post: UUID
    unit: UUID | None


def asked_of(case: CaseFacts, day: date) -> Asked | None:
    """Who is asked for something, apart from the post that has the case; None if nobody is."""
    if case.request is not None:
        return next(_heads_asked(case, MOVES[case.request.move].who.grant), None)
    return checker_of(case, day) if case.state is State.COMPLETED else None


def checker_of(case: CaseFacts, day: date) -> Asked | None:
    """The nearest who may check, so that one is asked and not four; the sample is the township's.

    None where everybody near has handled the case.
    """
    sampled = case.category.key == "quick" and is_drawn_for_verification(case.case_id)
    seats = sorted(_CHECKERS, key=lambda seat: sampled and seat is not Seat.TOWNSHIP_CENTRE)
    free = (a for a in _heads_asked(case, seats) if a.post not in case.handled_by_posts)
    return next((asked for asked in free if checkers_in(asked.post, case, day)), None)


def checkers_in(post: UUID, case: CaseFacts, day: date) -> frozenset[UUID]:
    """Who answers for the post and has not handled the case in any other."""
    return persons_in([post], day, case.barred_units) - case.handled_by_persons


def heads_in_seats(case: CaseFacts, seats: Sequence[Seat]) -> list[UUID]:
    """The heads of the units over the place that fill one of the seats, in the order of the seats.

    Deputies may sit there too, but it is the head who is told; a vacant head is covered.
    """
    return list(dict.fromkeys(asked.post for asked in _heads_asked(case, seats)))


def _heads_asked(case: CaseFacts, seats: Sequence[Seat]) -> Iterator[Asked]:
    heads = _heads_over(case)
    for seat in seats:
        for head in heads:
            if sits(seat, case, head):
                yield Asked(head.post_id, None if seat in HEADS_ALONE else head.unit.unit_id)


def units_in_seats(case: CaseFacts, seats: Sequence[Seat]) -> list[UUID]:
    """The units over the place whose heads fill one of the seats."""
    heads = _heads_over(case) if seats else []
    return [h.unit.unit_id for h in heads if any(sits(seat, case, h) for seat in seats)]


def heads_of(kind: str, case: CaseFacts) -> list[UUID]:
    """The head of the unit of a kind over the place of a case, if there is one."""
    return [head.post_id for head in _heads_over(case, kind) if head.unit.kind == kind]


def supervising_posts(case: CaseFacts) -> list[UUID]:
    """The posts of the county that do nothing but supervise, over the place of a case."""
    posts = Post.objects.filter(
        kind=PostKind.SUPERVISOR, unit__area__in=_places(case), valid_to=None
    )
    return list(posts.order_by("id").values_list("id", flat=True))


def _heads_over(case: CaseFacts, *more: str) -> list[PostFacts]:
    kinds = {*_BODIES_OVER_A_PLACE, overseer_of(case), *more}
    units = Unit.objects.filter(kind__in=kinds, area__in=_places(case), valid_to=None)
    heads = Post.objects.filter(unit__in=units, kind=PostKind.HEAD, valid_to=None)
    return [
        PostFacts(post.pk, post.kind, unit_facts(post.unit), post.area_id, _NOBODY)
        for post in heads.select_related("unit").order_by("id")
    ]


def _places(case: CaseFacts) -> list[str]:
    return [*ancestors(case.area_code), case.area_code]
