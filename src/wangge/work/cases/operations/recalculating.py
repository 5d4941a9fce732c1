"""When a year of the working calendar is loaded, or missing: terms that hang on it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from django.conf import settings

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.operations import Note, tell_persons
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries.reach import persons_in
from wangge.registers.organisations.rules.lines import COUNTY_CENTRE
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.models import Case, CaseTerm
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.operations.writing import locked
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.rules.limits import explanation
from wangge.work.cases.rules.watch import next_look_at
from wangge.work.terms.rules.terms import Term

BATCH: Final = 200
WARN_FROM_MONTH: Final = 12
_log = logging.getLogger(__name__)


@operation
def recalculate_provisional_terms(after: str, *, by: Actor, at: datetime) -> None:
    """Recalculate a batch of the provisional terms that still run, and queue the next batch.

    ``after`` is the key of the last term that was recalculated, empty for the first batch. A case that
    cannot be read is left as it is and named in the log.
    """
    running = CaseTerm.objects.filter(ended_at=None, provisional=True).order_by("id")
    if after:
        running = running.filter(pk__gt=UUID(after))
    batch = list(running.values_list("pk", "case_id")[:BATCH])
    for _, case_id in batch:
        try:
            recalculate_term(case_id, by=by, at=at)
        except (ValueError, TypeError, LookupError):
            _log.exception("the term of case %s could not be recalculated", case_id)
    if len(batch) == BATCH:
        later("cases.reckon_provisional_terms", after=str(batch[-1][0]))


@operation
def recalculate_term(case_id: UUID, *, by: Actor, at: datetime) -> None:
    """Recalculate the running term of a case with the calendar as it is loaded now.

    What was promised to the reporter stays promised; a term with an end of its own day stays too.
    """
    case = locked(case_id, by)
    facts = facts_of(case)
    if facts.term is None or not facts.term.provisional:
        return
    calendar = law_today().calendar
    term = facts.term.allowance.from_instant(facts.term.started_at, calendar)
    if term == facts.term:
        return
    facts = replace(facts, term=term)
    facts = replace(facts, next_look_at=next_look_at(facts, at, calendar))
    lay_out(case, facts, case.moved_at)
    case.save(update_fields=["facts", "due_at", "yellow_at", "due_provisional", "next_look_at"])
    _restate(case, term)
    record(
        Event.CASE_MOVED,
        "case",
        case.pk,
        by=by,
        at=at,
        area_code=case.area_code,
        move="term_reckoned",
    )


@operation
def warn_of_missing_calendar(*, by: Actor, at: datetime) -> None:
    """From December, tell the county centre and the operator once that next year has no calendar."""
    today = county_day(at)
    coming = today.year + 1
    if today.month < WARN_FROM_MONTH or coming in law_today().calendar.years:
        return
    posts = Post.objects.filter(
        unit__kind=COUNTY_CENTRE,
        unit__area=settings.COUNTY_CODE,
        kind__in=[PostKind.HEAD, PostKind.IT_ADMIN],
        valid_to=None,
    )
    words = Message("notice.calendar_missing", year=str(coming))
    note = Note(message=words, once=f"calendar of {coming} missing")
    tell_persons(persons_in(posts.values_list("id", flat=True), today), note, by=by, at=at)


def _restate(case: Case, term: Term) -> None:
    CaseTerm.objects.filter(case=case, ended_at=None).update(
        due_at=term.due_at,
        yellow_at=term.yellow_at,
        provisional=term.provisional,
        explanation=explanation(term).to_json(),
    )
