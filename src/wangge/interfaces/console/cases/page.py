"""The page of one case: story on the left, place and facts on the right, lawful moves at the bottom."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.interfaces.console.cases.move_words import move_key, move_label
from wangge.interfaces.console.cases.place import has_place
from wangge.interfaces.console.cases.place_in_queue import PlaceInQueue
from wangge.interfaces.console.cases.reporter import reporter_of
from wangge.interfaces.console.cases.story import story
from wangge.interfaces.console.cases.tasks_shown import supervision_lines, task_lines
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Fact, Link, Move
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.when import said_duration
from wangge.registers.areas import queries as areas
from wangge.registers.areas.rules.grids import grid_words
from wangge.work.cases.models import Case
from wangge.work.cases.queries.contents import readable_report
from wangge.work.cases.queries.lines import light_of, place_codes, place_words, title_of
from wangge.work.cases.queries.seating import sit
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.categories import category
from wangge.work.cases.rules.lawful import LawfulMove
from wangge.work.cases.rules.limits import explanation
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.offering import likeliest_first
from wangge.work.cases.rules.states import Scale


@require_GET
@signed_in()
def case_page(request: Request, number: str) -> HttpResponse:
    """A case with its story and what the actor may do with it now."""
    actor, at = request.actor, request.now
    case = case_by_number(number, actor)
    sitting, spot = sit(actor, case), PlaceInQueue.of(request)
    names = areas.names_of({*place_codes([case]), readable_report(case).area_code})
    return console_page(
        request,
        "console/cases/page.html",
        here="cases",
        case=case,
        title=title_of(case),
        crumbs=_crumbs(case, names),
        facts=_facts(request, case, names),
        entries=story(case),
        tasks=task_lines(sitting, at) if case.with_tasks else [],
        supervisions=supervision_lines(sitting, actor) if case.with_supervisions else [],
        moves=[_move(request, case, each) for each in likeliest_first(sitting.moves(at))],
        place_url=reverse("case-place", args=[case.number]) if has_place(case) else "",
        next_url=spot.address(reverse("queue-next")) if spot.at else "",
        queue_url=spot.address(reverse("workbench")),
        light=light_of(case, at),
        explanation=sitting.facts.term and explanation(sitting.facts.term),
        reporter=reporter_of(request, case),
    )


def _crumbs(case: Case, names: dict[str, str]) -> list[Link]:
    codes = [code for code in (case.township_code, case.village_code) if code in names]
    listed = reverse("cases")
    return [Link(names[code], f"{listed}?area={code}", current=code == codes[-1]) for code in codes]


def _facts(request: Request, case: Case, names: dict[str, str]) -> list[Fact]:
    at = request.now
    facts = [
        Fact(Message("console.fact.number"), case.number, kind="code"),
        Fact(Message("console.fact.category"), category(case.category).words),
        Fact(Message("console.fact.place"), place_words(case, names)),
        Fact(Message("console.fact.unit"), Message(f"unit.kind.{case.responsible_unit.kind}")),
        Fact(Message("console.fact.post"), Message(f"post.kind.{case.responsible_post.kind}")),
        Fact(Message("console.fact.channel"), Message(f"case.source.{case.channel}")),
        Fact(Message("console.fact.reported"), case.reported_at, kind="moment"),
    ]
    report = readable_report(case)
    if report.place_words:
        facts.insert(3, Fact(Message("console.fact.place_words"), report.place_words))
    if len(report.area_code) == Level.GRID and report.area_code in names:
        facts.insert(3, _grid(request, report.area_code, names))
    if case.scale:
        facts.insert(2, Fact(Need.SCALE.label, Scale(case.scale).words))
    if case.is_open and case.due_at:
        facts.append(Fact(Message("console.fact.due"), case.due_at, kind="moment"))
        facts.append(Fact(Message("console.fact.age"), said_duration(at - case.reported_at)))
    if case.total_due_at:
        facts.append(Fact(Message("console.fact.promise"), case.total_due_at, kind="moment"))
    return facts


def _grid(request: Request, code: str, names: dict[str, str]) -> Fact:
    """The grid, which leads to its worker where the actor may see who works there."""
    may_see = request.actor.may(Permission.ORGANISATION_SEE, code)
    page = reverse("grids-at", args=[code]) if may_see else ""
    return Fact(Message("console.fact.grid"), grid_words(names[code]), page)


def _move(request: Request, case: Case, lawful: LawfulMove) -> Move:
    code = move_key(lawful.move, lawful.stage)
    form = reverse("move", args=[case.number, lawful.move.value, lawful.stage.value])
    return Move(
        code=code,
        label=move_label(lawful.move, lawful.stage),
        outlook=lawful.outlook,
        fields_url=PlaceInQueue.of(request).address(form),
        opened=request.GET.get("move") == code,
    )
