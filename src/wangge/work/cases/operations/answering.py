"""Answers: of a unit to its supervisors, of the reporter to a question; photos of a report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor, ActorKind
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.operations import tell_persons
from wangge.registers.organisations.queries.reach import persons_in
from wangge.registers.organisations.rules.held import PostFacts
from wangge.registers.organisations.rules.post_kinds import OF_THE_PLATFORM
from wangge.work.cases.models import CaseFile, CaseStep, Supervision
from wangge.work.cases.operations.noting import note_files
from wangge.work.cases.operations.other_steps import OtherStep, said_words, take_step
from wangge.work.cases.operations.telling import note_of
from wangge.work.cases.operations.writing import check_version, locked
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.queries.seating import chairs
from wangge.work.cases.queries.sight import visible
from wangge.work.cases.rules.facts import CaseFacts, Chair, Reporter
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.states import State
from wangge.work.cases.rules.watch import wait_ended


@operation
def answer_supervision(
    supervision_id: UUID, words: str, *, by: Actor, at: datetime, version: int | None = None
) -> CaseStep:
    """The unit addressed answers, once.

    403 for other units, 404 for a supervision that is not seen or no longer waits for an answer,
    409 for a stale form, 422 without words.
    """
    waiting = Supervision.objects.filter(answered_at=None, withdrawn_at=None)
    row = waiting.filter(pk=supervision_id, case__in=visible(by)).values("case_id").first()
    if row is None:
        raise Refusal.not_found(Message("case.thing.supervision"))
    case = locked(row["case_id"], by)
    item = waiting.filter(pk=supervision_id).first()
    if item is None:
        raise Refusal.not_found(Message("case.thing.supervision"))
    facts = facts_of(case)
    post = post_addressed(item, facts, chairs(by, case))
    if post is None:
        raise Refusal.forbidden(Message("case.supervision.of_another"))
    check_version(case, version)
    words = said_words(words)
    Supervision.objects.filter(pk=item.pk).update(answered_at=at, answer=words)
    return take_step(
        case,
        OtherStep.SUPERVISION_ANSWERED,
        facts,
        facts,
        post=post.post_id,
        by=by,
        at=at,
        words=words,
        data={"supervision": str(item.pk)},
        event=Event.SUPERVISION_ANSWERED,
    )


def post_addressed(
    item: Supervision, facts: CaseFacts, sitting: Iterable[Chair]
) -> PostFacts | None:
    """A post of the unit addressed that takes part in cases; for the page as for the operation."""
    posts = (chair for chair in sitting if isinstance(chair, PostFacts))
    return next(
        (
            post
            for post in posts
            if post.unit.unit_id == item.unit_id
            and post.kind not in OF_THE_PLATFORM
            and post.unit.unit_id not in facts.barred_units
        ),
        None,
    )


@operation
def answer_question(
    case_id: UUID,
    words: str,
    *,
    photo: tuple[UUID, ...] = (),
    by: Actor,
    at: datetime,
    version: int | None = None,
) -> CaseStep:
    """The reporter adds what was asked; the term that stood still goes on, and the holder is told.

    403 for everybody else, 409 if nothing is asked or the form is stale, 422 without words.
    """
    case = locked(case_id, by)
    before = facts_of(case)
    if not any(isinstance(chair, Reporter) for chair in chairs(by, case)):
        raise Refusal.forbidden()
    if not before.is_waiting_for_reporter:
        raise Refusal(Message("case.question.none_open"))
    check_version(case, version)
    words = said_words(words)
    after = wait_ended(before, at, law_today().calendar)
    step = take_step(
        case,
        OtherStep.QUESTION_ANSWERED,
        before,
        after,
        post=None,
        by=by,
        at=at,
        words=words,
        for_reporter=True,
    )
    note_files(step, Given(photo=photo), at)
    note = note_of(case, after, Message("notice.question_answered", number=case.number))
    holders = persons_in([after.holder], county_day(at), after.barred_units)
    tell_persons(holders, note, by=by, at=at)
    return step


@operation
def attach_to_report(case_id: UUID, files: Iterable[UUID], *, by: Actor, at: datetime) -> None:
    """Attach photos to a report, by the receipt, until the report is accepted.

    The receipt is asked for because the person who entered a report may not see it afterwards (a
    complaint about staff). Doing it twice attaches each photo once. 403 without the receipt or
    after acceptance.
    """
    case = locked(case_id, by)
    if by.kind is not ActorKind.REPORTER or facts_of(case).state is not State.SUBMITTED:
        raise Refusal.forbidden()
    step = CaseStep.objects.get(case=case, move=MoveCode.REPORT.value)
    there = set(CaseFile.objects.filter(step=step).values_list("file_id", flat=True))
    fresh = [file for file in dict.fromkeys(files) if file not in there]
    CaseFile.objects.bulk_create(
        CaseFile(id=uuid7(at), case=case, step=step, file_id=file, role="report") for file in fresh
    )
    record(
        Event.CASE_MOVED,
        "case",
        case.pk,
        by=by,
        at=at,
        area_code=case.area_code,
        move=MoveCode.REPORT.value,
        step=str(step.pk),
        files=[str(file) for file in fresh],
    )
