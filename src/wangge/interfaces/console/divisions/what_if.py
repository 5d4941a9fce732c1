"""What a draft would change, in words and numbers, before it is in force: on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.queries.changes import (
    CaseGoes,
    Outlook,
    Place,
    cases_that_go,
    outlook_of,
)
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.insight.divisions.rules.what_if import Figures, GroupChange
from wangge.interfaces.console.divisions.draft_words import grid_called
from wangge.interfaces.console.divisions.listed import check_part
from wangge.interfaces.console.floor.draft_rows import village_words
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Row, Stat, Words
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day
from wangge.work.cases.queries.lines import title_of

GRIDS = (
    Column(Message("draft.column.grid")),
    Column(Message("draft.column.fate")),
    Column(Message("draft.column.households_before"), "number"),
    Column(Message("draft.column.households_after"), "number"),
    Column(Message("draft.column.persons_before"), "number"),
    Column(Message("draft.column.persons_after"), "number"),
    Column(Message("draft.column.worker")),
)
FLOWS = (
    Column(Message("draft.column.way")),
    Column(Message("draft.column.households"), "number"),
    Column(Message("draft.column.persons"), "number"),
)
GROUPS = (
    Column(Message("draft.column.group")),
    Column(Message("draft.column.way")),
    Column(Message("draft.column.parts")),
)
CASES = (
    Column(Message("draft.column.case")),
    Column(Message("draft.column.words")),
    Column(Message("draft.column.way")),
)
_NOBODY = Figures()


@require_GET
@signed_in()
def what_if_page(request: Request, draft: UUID) -> HttpResponse:
    """Everything that would change if the draft came into force today; nothing is saved."""
    actor, at = request.actor, request.now
    check_part(actor)
    found = drafts.draft_of(draft, actor)
    if not DraftState(found.state).lies_ahead:
        raise Refusal.not_found(Message("draft.what_if"))
    outlook = outlook_of(found, county_day(at))
    change, places = outlook.change, outlook.places
    going = cases_that_go(found, change.places, actor)
    names = {code: place.name for code, place in places.items()}
    return console_page(
        request,
        "console/divisions/what_if.html",
        here="map",
        title=Message("draft.what_if_of", village=village_words(found.village_code, names)),
        crumbs=[
            Link(Message("draft.heading"), reverse("division-drafts")),
            Link(names[found.village_code], reverse("division-draft", args=[found.pk])),
        ],
        stats=_stats(outlook, len(going)),
        now=at,
        unplaced=len(change.unplaced),
        workers=list(worker_sentences(outlook)),
        grid_columns=GRIDS,
        grids=_grid_rows(outlook),
        flow_columns=FLOWS,
        flows=[
            Row((_way(flow.former, flow.latter, places), *_figures(flow.figures)))
            for flow in change.flows
        ],
        group_columns=GROUPS,
        groups=[_group_row(each, places) for each in change.groups],
        case_columns=CASES,
        cases=[_case_row(each, places) for each in going],
    )


def sentences(outlook: Outlook) -> list[Message]:
    """The change in a few sentences; one of them where nothing changes."""
    change = outlook.change
    moving = change.moving
    said = [
        Message("draft.moving", households=moving.households, persons=moving.persons),
        Message(
            "draft.grids_change",
            before=len(outlook.today.grids),
            after=len(change.codes),
            begins=len(change.begins),
            ends=len(change.ends),
        ),
    ]
    if change.groups:
        divided = sum(group.divided for group in change.groups)
        said.append(Message("draft.groups_change", count=len(change.groups), divided=divided))
    return [*said, *worker_sentences(outlook)]


def outlook_words(move: DraftMove, outlook: Outlook) -> Message:
    """What a move will lead to."""
    change = outlook.change
    if move is not DraftMove.APPROVE:
        return Message(f"draft.outlook.{move.value}")
    return Message(
        "draft.outlook.approve",
        households=change.moving.households,
        persons=change.moving.persons,
        begins=len(change.begins),
        ends=len(change.ends),
    )


def worker_sentences(outlook: Outlook) -> Iterator[Message]:
    """Whose term ends with a grid, and which grids would be without a worker."""
    for ending in outlook.change.ends:
        place = outlook.places[ending.code]
        for name in (*place.workers, *place.deputies):
            grid = grid_called(ending.code, outlook.places)
            yield Message("draft.term_ends", grid=grid, name=name)
    for code in outlook.change.begins:
        yield Message("draft.vacant", grid=grid_called(code, outlook.places))


def _stats(outlook: Outlook, cases: int) -> list[Stat]:
    change = outlook.change
    divided = sum(group.divided for group in change.groups)
    ending = sum(len(outlook.places[each.code].workers) for each in change.ends)
    return [
        Stat(
            Message("draft.stat.households"),
            change.moving.households,
            note=Message(
                "draft.stat.persons",
                persons=change.moving.persons,
                households=len(outlook.today.households),
            ),
        ),
        Stat(
            Message("draft.stat.grids"),
            f"{len(outlook.today.grids)} → {len(change.codes)}",
            note=Message(
                "draft.stat.begin_and_end", begins=len(change.begins), ends=len(change.ends)
            ),
        ),
        Stat(
            Message("draft.stat.groups"),
            len(change.groups),
            note=Message("draft.stat.divided", count=divided),
        ),
        Stat(Message("draft.stat.cases"), cases, note=Message("draft.stat.cases_seen")),
        Stat(
            Message("draft.stat.workers"),
            ending,
            note=Message("draft.stat.vacant", count=len(change.begins)),
        ),
    ]


def _grid_rows(outlook: Outlook) -> list[Row]:
    """Every grid of today and of the draft, with the persons who live there before and after."""
    change = outlook.change
    ended = {ending.code: ending.successors for ending in change.ends}
    codes = sorted({*outlook.today.grids, *change.codes.values()})
    return [
        Row(
            (
                grid_called(code, outlook.places),
                _fate(code, ended, change.begins, outlook.places),
                change.before.get(code, _NOBODY).households,
                change.after.get(code, _NOBODY).households,
                change.before.get(code, _NOBODY).persons,
                change.after.get(code, _NOBODY).persons,
                _worker(outlook.places.get(code)),
            )
        )
        for code in codes
    ]


def _fate(
    code: str,
    ended: Mapping[str, tuple[str, ...]],
    begins: tuple[str, ...],
    places: Mapping[str, Place],
) -> Message:
    if code in begins:
        return Message("draft.fate.begins")
    if code not in ended:
        return Message("draft.fate.stays")
    if not ended[code]:
        return Message("draft.fate.ends")
    return Message(
        "draft.fate.goes_to", grids=tuple(grid_called(each, places) for each in ended[code])
    )


def _worker(place: Place | None) -> Words:
    if place is None or not place.workers:
        return Message("draft.no_worker")
    return " ".join(place.workers)


def _way(former: str, latter: str, places: Mapping[str, Place]) -> Message:
    return Message(
        "draft.way", former=grid_called(former, places), latter=grid_called(latter, places)
    )


def _figures(figures: Figures) -> tuple[int, int]:
    return figures.households, figures.persons


def _group_row(change: GroupChange, places: Mapping[str, Place]) -> Row:
    stays = change.former == change.latter
    way = (
        Message("draft.stays_in", grid=grid_called(change.latter, places))
        if stays
        else _way(change.former, change.latter, places)
    )
    parts = tuple(
        Message("draft.part", grid=grid_called(code, places), households=count)
        for code, count in change.parts
    )
    return Row(
        (
            Message("draft.group", number=change.number),
            way,
            Message("draft.parts", parts=parts) if change.divided else "",
        )
    )


def _case_row(going: CaseGoes, places: Mapping[str, Place]) -> Row:
    if going.former == going.latter:
        way = Message("draft.worker_of", grid=grid_called(going.worker_of, places))
    else:
        way = _way(going.former, going.latter, places)
    return Row(
        (going.case.number, title_of(going.case), way),
        href=reverse("case", args=[going.case.number]),
    )
