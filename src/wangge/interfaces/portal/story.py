"""What a reporter reads of a case: facts, units and posts, never the name of an official."""

from __future__ import annotations

from typing import Final

from wangge.interfaces.web.components.shapes import Entry, Step, Words
from wangge.lib.message import Message
from wangge.registers.areas.queries import names_of
from wangge.registers.organisations.queries.units import unit_words
from wangge.work.cases.models import Case, CaseStep
from wangge.work.cases.operations.other_steps import OtherStep
from wangge.work.cases.queries.contents import readable_report, steps_of
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.moves import Recipient
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import State

PUBLIC: Final = frozenset(
    code
    for code, move in MOVES.items()
    if Recipient.REPORTER in move.recipients or Seat.REPORTER in move.who.everybody
)
"""Moves whose fact the reporter reads: those the law tells the reporter of, and the reporter's own."""

_WORDS_FOR_REPORTER: Final = frozenset(
    {
        MoveCode.DECLINE,
        MoveCode.ASK_REPORTER,
        MoveCode.TRANSFER,
        MoveCode.COMPLETE,
        MoveCode.WITHDRAW,
        MoveCode.RATE,
    }
)
"""Moves whose words are addressed to the reporter or are the reporter's; others' are inner."""

_OF_REPORTER: Final = frozenset(
    {
        *(code for code, move in MOVES.items() if Seat.REPORTER in move.who.everybody),
        OtherStep.QUESTION_ANSWERED,
    }
)
"""Steps the reporter takes; some of them others take too, in a post, or the clock."""

_WORDED: Final = PUBLIC | {MoveCode.PROGRESS, OtherStep.QUESTION_ANSWERED}
"""Steps with a sentence of their own; any other is shown only if its words are."""

_STAGES: Final = ("received", "accepting", "handling", "checking", "closed")

_REACHED: Final = {
    State.SUBMITTED: 1,
    State.ACCEPTED: 2,
    State.HANDLING: 2,
    State.COMPLETED: 3,
    State.CLOSED: len(_STAGES),
}
"""How many stages a case in each state has behind it; states off the usual way have none."""


def place_of(case: Case) -> Words:
    """Township, village and group, and the person's own words for the spot."""
    codes = [code for code in (case.township_code, case.village_code) if code]
    names = names_of([*codes, case.county_code])
    place: Words = " ".join(names[code] for code in codes or [case.county_code] if code in names)
    report = readable_report(case)
    if report.group_number is not None:
        group = Message("portal.group", number=report.group_number)
        place = Message("portal.place", place=place, within=group)
    if report.place_words:
        place = Message("portal.place", place=place, within=report.place_words)
    return place


def story(case: Case) -> list[Entry]:
    """The steps the reporter may read, the latest first."""
    shown = [step for step in steps_of(case) if is_shown(step)]
    return [_entry(step, case) for step in reversed(shown)]


def is_shown(step: CaseStep) -> bool:
    """A step that its author made visible, or a move that the law shows to the reporter."""
    done = Stage(step.stage).changes_the_case
    return step.for_reporter or (done and step.move in PUBLIC)


def answer(case: Case) -> str:
    """What the handler wrote to the reporter at the end; empty until the case is completed."""
    if case.completed_at is None:
        return ""
    done = [step for step in steps_of(case) if step.move == MoveCode.COMPLETE]
    return done[-1].words if done else ""


def stages(case: Case) -> list[Step]:
    """How far the case has come; empty for one that left the usual way (withdrawn, transferred …)."""
    reached = _REACHED.get(State(case.state))
    if reached is None:
        return []
    return [
        Step(
            Message(f"portal.stage.{name}"),
            "done" if index < reached else "now" if index == reached else "ahead",
        )
        for index, name in enumerate(_STAGES)
    ]


def _entry(step: CaseStep, case: Case) -> Entry:
    return Entry(
        at=step.at,
        did=_did(step),
        post=_by(step),
        note=_note(step) if step.move != MoveCode.REPORT else readable_report(case).words or "",
    )


def _did(step: CaseStep) -> Message:
    sentence = Message(f"portal.did.{step.move if step.move in _WORDED else 'other'}")
    rating = step.data.get("rating")
    if not rating:
        return sentence
    return Message("portal.did.with", did=sentence, what=Message(f"portal.rating.{rating}"))


def _note(step: CaseStep) -> str:
    shown = step.for_reporter or _is_of_reporter(step) or step.move in _WORDS_FOR_REPORTER
    return step.words if shown else ""


def _by(step: CaseStep) -> Words:
    if step.post is None or step.unit is None:
        return Message("portal.by.reporter") if _is_of_reporter(step) else ""
    return Message(
        "portal.by.post",
        unit=unit_words(step.unit),
        post=Message(f"post.kind.{step.post.kind}"),
    )


def _is_of_reporter(step: CaseStep) -> bool:
    return step.post_id is None and not step.is_of_clock and step.move in _OF_REPORTER
