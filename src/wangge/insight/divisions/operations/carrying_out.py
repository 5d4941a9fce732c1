"""The single pieces: which operation of which register each of them is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from django.db.models import Q

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.insight.divisions.models import AdoptionItem, Draft, DraftGrid
from wangge.insight.divisions.queries.changes import cases_that_go
from wangge.insight.divisions.rules.new_places import NOWHERE, NewPlaces
from wangge.insight.divisions.rules.pieces import Piece, PieceKind, case_pieces
from wangge.lib.area_code import grid_sequence
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas import operations as areas
from wangge.registers.areas.models import Boundary
from wangge.registers.areas.rules.grids import GRID
from wangge.registers.organisations.operations.establishment import (
    end_grid_posts,
    establish_grid_posts,
)
from wangge.registers.people.models import Household
from wangge.registers.people.operations import place_households
from wangge.work.cases.models import Case
from wangge.work.cases.operations.regridding import follow_grid

SOURCE: Final = "division"
"""Where the outline of a grid comes from: a division that was drawn here and agreed to."""


@operation
def carry_out(draft: Draft, piece: AdoptionItem, *, by: Actor, at: datetime) -> None:
    """Do one piece of the coming into force of a locked draft. Refused as a whole or not at all."""
    _DOING[PieceKind(piece.kind)](draft, piece.subject, by, at)


@operation
def establish_grids(draft: Draft, codes: Iterable[str], *, by: Actor, at: datetime) -> None:
    """Let the new grids of a division begin, each called by its number in the village."""
    new = [areas.NewArea(code, str(grid_sequence(code)), GRID) for code in codes]
    if new:
        areas.establish(new, valid_from=_day(draft), by=by, at=at)


def write_pieces(
    draft: Draft, pieces: Iterable[Piece], at: datetime, done: Collection[PieceKind] = ()
) -> None:
    """Write down what is to be done; kinds in `done` are done in this very transaction."""
    AdoptionItem.objects.bulk_create(
        [
            AdoptionItem(
                id=uuid7(at),
                draft=draft,
                village_code=draft.village_code,
                sequence=piece.sequence,
                kind=piece.kind.value,
                subject=piece.subject,
                done_at=at if piece.kind in done else None,
            )
            for piece in pieces
        ]
    )


def _outlines(draft: Draft, subject: Mapping[str, Any], by: Actor, at: datetime) -> None:
    codes = {int(number): code for number, code in subject["codes"].items()}
    drawn = DraftGrid.objects.filter(draft=draft).values_list("number", "outline")
    areas.draw(
        {codes[number]: outline for number, outline in drawn if number in codes},
        source=SOURCE,
        synthetic=_is_synthetic(draft.village_code),
        valid_from=_day(draft),
        by=by,
        at=at,
    )


def _groups(draft: Draft, subject: Mapping[str, Any], by: Actor, at: datetime) -> None:
    places = {int(number): code for number, code in subject["groups"].items()}
    areas.place_groups(draft.village_code, places, from_day=_day(draft), by=by, at=at)


def _households(draft: Draft, subject: Mapping[str, Any], by: Actor, at: datetime) -> None:
    """Households without a grid in the draft wait until somebody has entered where they belong."""
    keys = [UUID(key) for key in subject["households"]]
    if subject["code"] == NOWHERE:
        homes = Household.objects.filter(pk__in=keys, area_code=draft.village_code)
        if left := homes.count():
            raise Refusal(Message("division.refusal.unplaced", count=left))
    else:
        places = dict.fromkeys(keys, subject["code"])
        place_households(places, from_day=_day(draft), by=by, at=at)


def _posts(draft: Draft, subject: Mapping[str, Any], by: Actor, at: datetime) -> None:
    establish_grid_posts(draft.village_code, valid_from=_day(draft), by=by, at=at)


def _cases(draft: Draft, subject: Mapping[str, Any], by: Actor, at: datetime) -> None:
    """Each case that lies elsewhere now becomes a piece, unless it is one that was refused."""
    known = AdoptionItem.objects.filter(draft=draft, kind=PieceKind.CASE.value)
    refused = set(known.filter(done_at=None).values_list("subject__case", flat=True))
    moves = cases_that_go(draft, NewPlaces.from_json(subject), by)
    fresh = [
        {
            "case": str(each.case.pk),
            "former": each.former,
            "latter": each.latter,
            "worker_of": each.worker_of,
        }
        for each in moves
        if str(each.case.pk) not in refused
    ]
    write_pieces(draft, case_pieces(fresh, first=known.count()), at)


def _case(draft: Draft, subject: Mapping[str, Any], by: Actor, at: datetime) -> None:
    follow_grid(
        UUID(subject["case"]),
        subject["former"],
        subject["latter"],
        worker_of=subject["worker_of"],
        by=by,
        at=at,
    )


def _ending(draft: Draft, subject: Mapping[str, Any], by: Actor, at: datetime) -> None:
    """A grid ends when nothing open lies in it or on its posts: no case is without an owner."""
    code, successors = subject["code"], subject["successors"]
    there = Q(grid_code=code) | Q(responsible_post__area=code)
    if left := Case.objects.filter(there, is_open=True).count():
        raise Refusal(Message("division.refusal.cases_left", count=left))
    end_grid_posts([code], ends_on=_day(draft), by=by, at=at)
    kind = "split" if len(successors) > 1 else "merged"
    areas.succeed(code, successors, kind=kind, effective_on=_day(draft), by=by, at=at)


_Doing = Callable[[Draft, Mapping[str, Any], Actor, datetime], None]

_DOING: Final[Mapping[PieceKind, _Doing]] = MappingProxyType(
    {
        PieceKind.OUTLINES: _outlines,
        PieceKind.GROUPS: _groups,
        PieceKind.HOUSEHOLDS: _households,
        PieceKind.POSTS: _posts,
        PieceKind.CASES: _cases,
        PieceKind.CASE: _case,
        PieceKind.ENDING: _ending,
    }
)


def _day(draft: Draft) -> date:
    assert draft.in_force_on is not None  # noqa: S101 - set with the approval
    return draft.in_force_on


def _is_synthetic(village_code: str) -> bool:
    """Whether the village is invented, by its outline or by who lives there."""
    invented = Boundary.objects.filter(area=village_code, valid_to=None, synthetic=True)
    people = Household.objects.filter(village_code=village_code, synthetic=True)
    return invented.exists() or people.exists()
