"""The story of a case in sentences: who, in which post, did what, when, and how long the case lay there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from django.urls import reverse

from wangge.interfaces.console.cases.move_words import asked_words
from wangge.interfaces.web.components.shapes import Entry, Link, Words
from wangge.lib.message import Message
from wangge.lib.when import said_duration
from wangge.work.cases.models import Case, CaseStep
from wangge.work.cases.queries.contents import files_by_step, readable_report, steps_of
from wangge.work.cases.rules.move_codes import MoveCode

_WORTH_TELLING = timedelta(hours=1)


def story(case: Case) -> list[Entry]:
    """Every step, oldest first, beginning with the report. People who see the case see its story."""
    steps = steps_of(case)
    files = files_by_step(case) if any(step.with_files for step in steps) else {}
    report = readable_report(case).words or ""
    return [
        Entry(
            at=step.at,
            did=did(step),
            who=step.who or "",
            post=_post(step),
            note=report if step.move == "report" else _note(step),
            lay=_lay(steps, index),
            files=[
                Link(Message("console.photo"), reverse("case-file", args=[case.number, f.pk]))
                for f in files.get(step.pk, [])
            ],
            inner=not step.for_reporter and bool(step.words),
        )
        for index, step in enumerate(steps)
    ]


def did(step: CaseStep) -> Message:
    """The sentence of a step, in the words of its move and stage."""
    if step.stage != "do":
        return Message(f"console.did.{step.stage}", move=asked_words(MoveCode(step.move)))
    to_unit = Message(f"unit.kind.{step.to_unit.kind}") if step.to_unit else ""
    sentence = Message(f"console.did.{step.move}", unit=to_unit)
    if card := step.data.get("card"):
        return Message(
            f"case.card.{card}"
        )  # each grade has its own sentence, and so has a withdrawal
    what = step.data.get(_RESULTS.get(step.move, ""))
    if not what:
        return sentence
    return Message(
        "console.did.with", did=sentence, what=Message(f"case.{_RESULTS[step.move]}.{what}")
    )


# The result of a move, by the need that holds it: it is part of the sentence.
_RESULTS: Final = MappingProxyType({"complete": "closing", "rate": "rating", "transfer": "channel"})


def _note(step: CaseStep) -> str:
    """The words of the step; for an escalation also what was tried, which its signer has to weigh."""
    return "\n".join(filter(None, (step.words, step.data.get("tried", ""))))


def _post(step: CaseStep) -> Words:
    if step.post is None or step.unit is None:
        return Message("console.by.clock" if step.is_of_clock else "console.by.reporter")
    return Message(
        "console.post",
        unit=Message(f"unit.kind.{step.unit.kind}"),
        post=Message(f"post.kind.{step.post.kind}"),
    )


def _lay(steps: Sequence[CaseStep], index: int) -> Words:
    """How long it lay before the step; of one that was sent later, what the device says of when."""
    if when := steps[index].occurred_at:
        is_doubtful = steps[index].clock_doubtful
        return Message("console.occurred_doubtful" if is_doubtful else "console.occurred", at=when)
    if index == 0:
        return ""
    lay = steps[index].at - steps[index - 1].at
    return Message("console.lay", span=said_duration(lay)) if lay >= _WORTH_TELLING else ""
