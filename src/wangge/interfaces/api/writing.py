"""From rows and rules to the answers a program gets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from wangge.interfaces.api.responses import (
    CaseLine,
    CaseTold,
    OpenMove,
    PointTold,
    PostTold,
    ReporterTold,
    Said,
    StepTold,
    UnitTold,
)
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.organisations.models import Post, Unit
from wangge.work.cases.models import Case, CaseStep
from wangge.work.cases.queries.contents import ReadableReport, readable_report
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.rules.lawful import LawfulMove
from wangge.work.cases.rules.states import Scale


def line_of(case: Case) -> CaseLine:
    """The case in a list."""
    return CaseLine(**_line(case))


def case_told(case: Case, moves: Iterable[LawfulMove], language: str) -> CaseTold:
    """The case whole, with the moves that are open to the caller."""
    report = readable_report(case)
    known = ReporterTold(known=facts_of(case).reporter_reachable)
    return CaseTold(
        **_line(case),
        is_open=case.is_open,
        channel=case.channel,
        words=report.words,
        place_words=report.place_words,
        group=report.group_number,
        point=_point(report),
        responsible_post=_post(case.responsible_post),
        reporter=known if case.shows_parties else None,
        promised_at=case.total_due_at,
        completed_at=case.completed_at,
        closed_at=case.closed_at,
        scale=Scale(case.scale) if case.scale else None,
        closing=case.closing_type or None,
        moves=[_open(move, language) for move in moves],
    )


def step_told(step: CaseStep) -> StepTold:
    """A step of the story, without the person who took it: the post answers for it."""
    return StepTold(
        version=step.ordinal,
        move=step.move,
        stage=step.stage,
        at=step.at,
        occurred_at=step.occurred_at,
        clock_doubtful=step.clock_doubtful,
        from_state=step.from_state or None,
        to_state=step.to_state,
        unit=_unit(step.unit) if step.unit else None,
        post=_post(step.post) if step.post else None,
        to_unit=_unit(step.to_unit) if step.to_unit else None,
        words=step.words,
        for_reporter=step.for_reporter,
    )


def said(message: Message, language: str) -> Said:
    """The message with its words."""
    return Said(**message.to_json(), words=settings.WORDS.say(message, language))


def _line(case: Case) -> dict[str, Any]:
    return {
        "number": case.number,
        "state": case.state,
        "level": Level(case.level).name.lower(),
        "category": case.category,
        "area": readable_report(case).area_code,
        "urgent": case.urgent,
        "restricted": case.restricted,
        "responsible_unit": _unit(case.responsible_unit),
        "reported_at": case.reported_at,
        "yellow_at": case.yellow_at,
        "due_at": case.due_at,
        "version": case.version,
    }


def _open(move: LawfulMove, language: str) -> OpenMove:
    return OpenMove(
        move=move.move,
        stage=move.stage,
        needs=list(move.needs),
        offers=list(move.offers),
        outlook=said(move.outlook, language),
    )


def _unit(unit: Unit) -> UnitTold:
    return UnitTold(id=unit.pk, kind=unit.kind, area=unit.area_id)


def _post(post: Post) -> PostTold:
    return PostTold(id=post.pk, kind=post.kind)


def _point(report: ReadableReport) -> PointTold | None:
    return PointTold(longitude=report.point.x, latitude=report.point.y) if report.point else None
