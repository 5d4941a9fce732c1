"""The chairs of an actor before a case: posts held, vacant posts covered, the reporter's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.lib.area_code import ancestors, contains
from wangge.registers.organisations.models import PostCover
from wangge.registers.organisations.rules.held import PostFacts, UnitFacts
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.models import Case, CaseReporter
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.rules.facts import CaseFacts, Chair, Clock, Reporter
from wangge.work.cases.rules.lawful import LawfulMove, lawful_moves
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.offering import next_move


def chairs(actor: Actor, case: Case) -> list[Chair]:
    """Every capacity in which the actor may move this case."""
    if actor.is_clock:
        return [Clock()]
    if actor.kind is ActorKind.REPORTER:
        return [Reporter()]
    own: list[Chair] = [_post(held, actor) for held in actor.posts]
    return own + _covered(actor, case) + _as_reporter(actor, case)


@dataclass(frozen=True, slots=True)
class Sitting:
    """An actor before a case: the case as the law sees it, and the chairs the actor sits in."""

    case: Case
    facts: CaseFacts
    chairs: tuple[Chair, ...]

    def next_move(self, at: datetime) -> tuple[MoveCode, Stage] | None:
        """The next move that this person may make."""
        return next_move(self.facts, self.chairs, at)

    def moves(self, at: datetime) -> tuple[LawfulMove, ...]:
        """What may be done with the case now: the one list for page, API and table."""
        return lawful_moves(self.facts, self.chairs, at, law_today())


def sit(actor: Actor, case: Case) -> Sitting:
    """Bring an actor before a case, once for all that is asked about it."""
    return Sitting(case, facts_of(case), tuple(chairs(actor, case)))


def moves_open_to(actor: Actor, case: Case, at: datetime) -> tuple[LawfulMove, ...]:
    """What the actor may do with the case now."""
    return sit(actor, case).moves(at)


def _post(held: HeldPost, actor: Actor) -> PostFacts:
    level = unit_kind(held.unit_kind).level
    # a grid worker's area is the grid; the unit is the station of the village
    unit = UnitFacts(held.unit_id, held.unit_kind, level, held.area_code[:level])
    assert actor.person_id is not None  # noqa: S101 - only persons hold posts
    return PostFacts(held.post_id, held.post_kind, unit, held.area_code, actor.person_id)


def sit_at_each(actor: Actor, cases: Sequence[Case]) -> list[Sitting]:
    """Bring an actor before the cases of a list, with one query for all.

    Leaves out the reporter's chair: an officer's own report does not wait in their queue.
    """
    own = [_post(held, actor) for held in actor.posts]
    covered = _covered(actor, *cases)
    return [
        Sitting(case, facts_of(case), (*own, *(c for c in covered if _is_over(c, case))))
        for case in cases
    ]


def _covered(actor: Actor, *cases: Case) -> list[PostFacts]:
    """Vacant posts over the places of the cases whose work falls to a post of the actor."""
    mine = {post.post_id for post in actor.posts}
    places = {place for case in cases for place in (*ancestors(case.area_code), case.area_code)}
    covers = (
        PostCover.objects.filter(covered_by__in=mine, ends_on=None, post__unit__area__in=places)
        .exclude(post__in=mine)
        .select_related("post", "post__unit")
    )
    return [
        _post(
            HeldPost(
                cover.post_id,
                cover.post.kind,
                cover.post.unit_id,
                cover.post.unit.kind,
                cover.post.area_id,
            ),
            actor,
        )
        for cover in covers
    ]


def _is_over(post: PostFacts, case: Case) -> bool:
    return contains(post.unit.area_code, case.area_code)


def _as_reporter(actor: Actor, case: Case) -> list[Chair]:
    reporter: CaseReporter | None = getattr(case, "reporter", None)  # none that the actor may see
    reported = reporter is not None and reporter.person_id == actor.person_id
    return [Reporter(actor.person_id)] if reported else []
