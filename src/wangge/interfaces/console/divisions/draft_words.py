"""What pages say of a draft: its place and grids by name, who did what with it, how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wangge.insight.divisions.models import Draft, DraftStep
from wangge.insight.divisions.queries.changes import Place
from wangge.insight.divisions.rules.new_places import NOWHERE
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.interfaces.web.components.shapes import Entry, Step, Words
from wangge.lib.area_code import grid_sequence
from wangge.lib.message import Message
from wangge.registers.areas.rules.grids import grid_words

_WAY = (DraftState.DRAWING, DraftState.SUBMITTED, DraftState.ENDORSED, DraftState.APPROVED)


def grid_called(code: str, places: Mapping[str, Place]) -> Words:
    """A grid by its name; a new one by the number it will have."""
    if code == NOWHERE:
        return Message("draft.no_grid")
    place = places.get(code)
    return grid_words(place.name if place else str(grid_sequence(code)))


def way(draft: Draft) -> list[Step]:
    """How far a draft has come: drawn, agreed to by the township, by the county, in force."""
    state = DraftState(draft.state)
    if state is DraftState.GIVEN_UP:
        return []
    done = len(_WAY) if state not in _WAY else _WAY.index(state)
    marks = [*("done" for _ in range(done)), "now", *("ahead" for _ in _WAY)]
    steps = ("draw", "endorse", "approve", "in_force")
    if state is DraftState.IN_FORCE:
        marks = ["done"] * len(steps)
    elif state is DraftState.ADOPTING:
        marks = ["done", "done", "done", "now"]
    return [
        Step(
            Message(f"draft.way.{step}"),
            mark,
            _from_day(draft) if step == "in_force" else "",
        )
        for step, mark in zip(steps, marks, strict=False)
    ]


def _from_day(draft: Draft) -> Words:
    return Message("draft.day", day=draft.in_force_on) if draft.in_force_on else ""


def story(steps: Iterable[DraftStep]) -> list[Entry]:
    """Every step in sentences, oldest first."""
    return [
        Entry(
            at=step.at,
            did=_did(step),
            who=getattr(step, "who", None) or "",
            post=_post(step),
            note=step.words,
        )
        for step in steps
    ]


def _did(step: DraftStep) -> Message:
    if step.move == DraftMove.APPROVE.value and step.in_force_on is not None:
        return Message("draft.did.approve", day=step.in_force_on)
    return Message(f"draft.did.{step.move}")


def _post(step: DraftStep) -> Words:
    unit, post = getattr(step, "unit_kind", None), getattr(step, "post_kind", None)
    if unit is None or post is None:
        return Message("console.by.clock")
    return Message(
        "console.post", unit=Message(f"unit.kind.{unit}"), post=Message(f"post.kind.{post}")
    )
