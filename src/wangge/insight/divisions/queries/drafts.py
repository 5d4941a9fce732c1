"""What can be asked of drafts, always for an actor: which there are, whose turn it is, their story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.divisions.models import AdoptionItem, Draft, DraftGrid, DraftStep
from wangge.insight.divisions.queries.sight import TAKING_PART
from wangge.insight.divisions.rules.draft_moves import TURN, DraftFacts
from wangge.insight.divisions.rules.pieces import PieceKind
from wangge.insight.divisions.rules.states import DraftState
from wangge.lib.area_code import code_range
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.models import Post
from wangge.registers.people.models import Household, Person


def visible(actor: Actor) -> QuerySet[Draft]:
    """Drafts of the villages in whose divisions the actor has a part."""
    if actor.is_clock:
        return Draft.objects.all()
    return Draft.objects.filter(_inside(actor.areas(*TAKING_PART)))


def draft_of(draft_id: UUID, actor: Actor) -> Draft:
    """The draft with its grids. Answers 404 for one that the actor does not see."""
    grids = DraftGrid.objects.defer("outline").order_by("number")
    found = visible(actor).prefetch_related(Prefetch("grids", grids))
    draft = found.filter(pk=draft_id).first()
    if draft is None:
        raise Refusal.not_found(Message("division.thing.draft"))
    return draft


def outlines_of(draft_id: UUID, actor: Actor) -> Mapping[int, GEOSGeometry]:
    """The outline (CGCS2000) of each grid of a draft by its number; 404 if it is not seen."""
    grids = DraftGrid.objects.filter(draft__in=visible(actor), draft=draft_id).order_by("number")
    found = dict(grids.values_list("number", "outline"))
    if not found:
        raise Refusal.not_found(Message("division.thing.draft"))
    return found


def waiting_for(actor: Actor) -> QuerySet[Draft]:
    """Drafts that the actor may carry on: to submit, to endorse, to approve."""
    mine = Q(pk__in=[])
    for state, permission in TURN.items():
        mine |= Q(state=state.value) & _inside(actor.areas(permission))
    return visible(actor).filter(mine)


def under_way(actor: Actor) -> QuerySet[Draft]:
    """Drafts that are not over."""
    return visible(actor).filter(open=True)


def facts_of(draft: Draft, unplaced: int | None = None) -> DraftFacts:
    """The draft as its law sees it.

    `unplaced` households are counted unless known, and only while the draft can be submitted.
    """
    state = DraftState(draft.state)
    if unplaced is None:
        unplaced = _unplaced(draft) if state is DraftState.DRAWING else 0
    return DraftFacts(
        state=state,
        village_code=draft.village_code,
        drawn_by=frozenset({draft.made_by, *draft.drawn_by}),
        submitted_by=draft.submitted_by,
        endorsed_by=draft.endorsed_by,
        unplaced=unplaced,
        faulty=bool(draft.faults),
    )


def _unplaced(draft: Draft) -> int:
    there = Household.objects.filter(village_code=draft.village_code).values_list("pk", flat=True)
    return sum(str(household) not in draft.assignment for household in there)


def steps_of(draft: Draft) -> QuerySet[DraftStep]:
    """The story of a draft, oldest first; `who` is the officer's name, `post_kind` and `unit_kind`
    say in which post."""
    officer = Person.objects.filter(pk=OuterRef("person_id"), officer=True)
    post = Post.objects.filter(pk=OuterRef("post_id"))
    return (
        DraftStep.objects.filter(draft=draft)
        .annotate(
            who=Subquery(officer.values("name")[:1]),
            post_kind=Subquery(post.values("kind")[:1]),
            unit_kind=Subquery(post.values("unit__kind")[:1]),
        )
        .order_by("at", "id")
    )


def refused_pieces(draft: Draft) -> QuerySet[AdoptionItem]:
    """Pieces of its coming into force that were refused, in order."""
    refused = AdoptionItem.objects.filter(draft=draft, done_at=None, reason__isnull=False)
    return refused.order_by("sequence")


@dataclass(frozen=True, slots=True)
class Given:
    """The codes that the grids of a division were given, by number; which of them were new."""

    codes: Mapping[int, str]
    new: frozenset[str]


def codes_given(draft: Draft) -> Given:
    """What a division's coming into force has fixed; nothing for one that never began."""
    kinds = (PieceKind.GRIDS.value, PieceKind.OUTLINES.value)
    items = AdoptionItem.objects.filter(draft=draft, kind__in=kinds)
    subjects = dict(items.values_list("kind", "subject"))
    codes = subjects.get(PieceKind.OUTLINES.value, {}).get("codes", {})
    new = subjects.get(PieceKind.GRIDS.value, {}).get("codes", ())
    return Given({int(number): code for number, code in codes.items()}, frozenset(new))


def progress_of(draft: Draft) -> dict[PieceKind, tuple[int, int]]:
    """Of each kind of piece how many there are and how many are done, in order."""
    items = AdoptionItem.objects.filter(draft=draft).order_by()
    counted = items.values_list("kind").annotate(all=Count("id"), done=Count("done_at"))
    found = {PieceKind(kind): (of_all, done) for kind, of_all, done in counted}
    return {kind: found[kind] for kind in PieceKind if kind in found}


def divisions_in_force(village_code: str, actor: Actor) -> QuerySet[Draft]:
    """The divisions of a village that came into force, oldest first, the present one last."""
    brought = visible(actor).filter(village_code=village_code, state=DraftState.IN_FORCE.value)
    return brought.order_by("in_force_on", "id")


def is_superseded(draft: Draft) -> bool:
    """Whether a later division of the village has come into force or is doing so."""
    begun = [DraftState.ADOPTING.value, DraftState.IN_FORCE.value]
    later = Draft.objects.filter(
        village_code=draft.village_code, state__in=begun, in_force_on__gte=draft.in_force_on
    )
    return later.exclude(pk=draft.pk).exists()


def to_be_carried_on(day: date) -> QuerySet[Draft]:
    """Approved drafts whose day has come, and those whose coming into force is not finished."""
    waiting = AdoptionItem.objects.filter(draft=OuterRef("pk"), done_at=None, reason__isnull=True)
    due = Q(state=DraftState.APPROVED.value, in_force_on__lte=day)
    begun = Q(state=DraftState.ADOPTING.value)
    again = Q(state=DraftState.IN_FORCE.value) & Exists(waiting)
    return Draft.objects.filter(due | begun | again).order_by("in_force_on", "id")


def _inside(areas: Iterable[str]) -> Q:
    inside = Q(pk__in=[])
    for code in areas:
        low, high = code_range(code)
        inside |= Q(village_code__gte=low, village_code__lt=high)
    return inside


def may_try_again(actor: Actor, village_code: str) -> bool:
    """Whether the actor may have refused pieces tried again: people who may approve may do that, too."""
    return actor.is_clock or actor.may(Permission.DIVISION_APPROVE, village_code)
