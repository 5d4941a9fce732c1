"""Drafts of divisions, with what was said about them: seen by people who draw in their village."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from django.utils import timezone

from tests.factories.world import SIBLING_VILLAGE, VILLAGE
from tests.leaks.oracle import holds
from tests.leaks.stories import ELSEWHERE
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import done_by
from wangge.insight.divisions import operations
from wangge.insight.divisions.operations import Decision
from wangge.insight.divisions.rules.states import DraftMove

# By key: its village, who took up the proposal, and whether it was handed in.
DRAFTED = MappingProxyType(
    {
        "village": (VILLAGE, "station_head", False),
        "sibling": (SIBLING_VILLAGE, "sibling_head", True),
        "elsewhere": (ELSEWHERE, "sibling_township_centre", False),
    }
)


def _make(made: Made) -> Iterator[One]:
    for key, (village, who, handed_in) in DRAFTED.items():
        run = next(run for of, run in made["run"].items() if of.startswith(village))
        now, words = timezone.now(), f"ZZdraft{key}ZZstep"
        draft = done_by(who, operations.begin_draft, run.ids["proposal"], at=now)
        if handed_in:
            said = Decision(words=words)
            done_by(who, operations.move_draft, draft, DraftMove.SUBMIT, said, at=now)
        yield One(key, {str(draft): "id", words: "step"}, {"draft": draft})


THING = Thing(
    name="draft",
    models=frozenset(
        {"divisions.Draft", "divisions.DraftGrid", "divisions.DraftStep", "divisions.AdoptionItem"}
    ),
    make=_make,
    sees=lambda asker, key: holds(asker.posts, "division.draw", DRAFTED[key][0]),
    after=("run",),
)
