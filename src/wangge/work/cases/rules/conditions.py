"""Conditions: when a move is out of order although the right person would make it.

Each looks at the case, at the person who wants to move it and at the instant. It returns None, or
a message that says why not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.work.cases.rules.facts import CaseFacts, Chair, Clock, Reporter
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.sampling import is_drawn_for_verification
from wangge.work.terms.rules.terms import Phase


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody in a chair wants to move a case at an instant."""

    case: CaseFacts
    chair: Chair
    at: datetime


Condition: TypeAlias = Callable[[Attempt], Message | None]

QUESTIONS: Final = 2
"""How often the reporter may be asked for more."""

UNDO_WITHIN: Final = timedelta(minutes=5)
REOPEN_WITHIN: Final = timedelta(days=30)


def place_is_known(attempt: Attempt) -> Message | None:
    """The place is known down to the level that handles the case."""
    if len(attempt.case.area_code) >= attempt.case.level:
        return None
    return Message("case.refusal.place_unknown", level=attempt.case.level.words)


def above_village(attempt: Attempt) -> Message | None:
    """Township or above."""
    return Message("case.refusal.above_village") if attempt.case.level is Level.VILLAGE else None


def below_county(attempt: Attempt) -> Message | None:
    """There is a level above that handles cases."""
    return Message("case.refusal.highest_level") if attempt.case.level is Level.COUNTY else None


def at_township(attempt: Attempt) -> Message | None:
    """The township coordinates, and stays responsible (B15)."""
    return None if attempt.case.level is Level.TOWNSHIP else Message("case.refusal.township_only")


def not_restricted(attempt: Attempt) -> Message | None:
    """A restricted case is not shown to further units."""
    return Message("case.refusal.restricted") if attempt.case.restricted else None


def not_taken_yet(attempt: Attempt) -> Message | None:
    """Nobody has taken it: a case passes from person to person by ``hand``, it is not snatched."""
    return Message("case.refusal.taken") if attempt.case.holder_post_id is not None else None


def may_ask_reporter(attempt: Attempt) -> Message | None:
    """At most twice, not while waiting, and only a reporter who can be reached."""
    if not attempt.case.reporter_reachable:
        return Message("case.refusal.reporter_unreachable")
    if attempt.case.is_waiting_for_reporter:
        return Message("case.refusal.waiting_already")
    if attempt.case.questions >= QUESTIONS:
        return Message("case.refusal.asked_enough", times=QUESTIONS)
    return None


def within_send_back_time(attempt: Attempt) -> Message | None:
    """Within one working day of arrival."""
    until = attempt.case.send_back_until
    if until is not None and attempt.at <= until:
        return None
    return Message("case.refusal.send_back_late")


def unit_has_not_sent_back(attempt: Attempt) -> Message | None:
    """Each unit once per case."""
    if attempt.case.responsible.unit_id in attempt.case.sent_back_by:
        return Message("case.refusal.sent_back_once")
    return None


def not_decided(attempt: Attempt) -> Message | None:
    """None after the centre's decision: it binds."""
    return Message("case.refusal.decided") if attempt.case.decided else None


def was_sent_back(attempt: Attempt) -> Message | None:
    """There is something to decide."""
    return None if attempt.case.sent_back_by else Message("case.refusal.nothing_to_decide")


def may_extend(attempt: Attempt) -> Message | None:
    """Before the end of a handle term, and no more often than the time limits allow."""
    rule = attempt.case.term_rule
    if rule is None or attempt.case.term is None:
        return Message("case.refusal.no_term_runs")
    if attempt.case.extensions >= rule.extend_times:
        return Message("case.refusal.extended_enough", times=rule.extend_times)
    return Message("case.refusal.term_over") if attempt.at > attempt.case.term.due_at else None


def clock_waits_for_review(attempt: Attempt) -> Message | None:
    """The holder resumes when able, the clock at the review date."""
    if isinstance(attempt.chair, Clock) and not _time_has_come(attempt):
        return Message("case.refusal.not_yet")
    return None


def no_receipt_yet(attempt: Attempt) -> Message | None:
    """The receipt of the other channel is recorded once."""
    return Message("case.refusal.receipt_recorded") if attempt.case.has_receipt else None


def no_open_task(attempt: Attempt) -> Message | None:
    """A case is completed when nobody owes it anything: tasks are done or called off first."""
    if attempt.case.tasks:
        return Message("case.refusal.open_tasks", count=len(attempt.case.tasks))
    return None


def never_the_handler(attempt: Attempt) -> Message | None:
    """Nobody checks a case they handled: neither that post, nor that person in another post."""
    return (
        Message("case.refusal.handler_checks")
        if attempt.case.was_handled_by(attempt.chair)
        else None
    )


def clock_may_close(attempt: Attempt) -> Message | None:
    """Silence closes a quick case with an "after" photo when the time for a check is over.

    Never a case of the random sample, a dispute or hazard, one that came down from above or one that
    was reopened: somebody always checks those.
    """
    if not isinstance(attempt.chair, Clock):
        return None
    quick = attempt.case.category.key == "quick" and attempt.case.has_after_photo
    someone_looks = (
        attempt.case.category.is_always_checked
        or attempt.case.came_from_above
        or attempt.case.reopened > 0
        or is_drawn_for_verification(attempt.case.case_id)
    )
    if not quick or someone_looks:
        return Message("case.refusal.needs_a_check")
    return None if _time_has_come(attempt) else Message("case.refusal.not_yet")


def not_rated_yet(attempt: Attempt) -> Message | None:
    """A closed case is rated once."""
    return Message("case.refusal.rated") if attempt.case.rated else None


def more_than_thanks(attempt: Attempt) -> Message | None:
    """There is something to handle: praise is answered with thanks and needs nothing more."""
    if attempt.case.category.is_only_thanked:
        return Message("case.refusal.only_thanked")
    return None


def reporter_reopens_in_time(attempt: Attempt) -> Message | None:
    """The reporter reopens within 30 days, once; later the level above decides."""
    if not isinstance(attempt.chair, Reporter):
        return None
    late = attempt.case.closed_at is None or attempt.at > attempt.case.closed_at + REOPEN_WITHIN
    return Message("case.refusal.ask_level_above") if late or attempt.case.reopened else None


def may_undo(attempt: Attempt) -> Message | None:
    """Within five minutes. Nobody has acted since, because the step is still the last one."""
    step = attempt.case.last_step
    if step is None or step.move is MoveCode.UNDO:
        return Message("case.refusal.nothing_to_undo")
    minutes = UNDO_WITHIN // timedelta(minutes=1)
    if attempt.at > step.at + UNDO_WITHIN:
        return Message("case.refusal.undo_late", minutes=minutes)
    return None


def _time_has_come(attempt: Attempt) -> bool:
    term = attempt.case.term
    if term is None or term.phase not in {Phase.REVIEW, Phase.VERIFY}:
        return False
    return attempt.at >= term.due_at
