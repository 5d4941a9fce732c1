"""What can be asked of cases, always for an actor: the first wall, in front of the policies."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
)

from wangge.access.actor import Actor, ActorKind
from wangge.access.permissions import Permission
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.models import PostCover
from wangge.work.cases.models import Case, CaseQuerySet, CaseTask, Supervision


def sight(actor: Actor, *, within: str = "") -> Q:
    """The cases that an actor sees: what the policy in migration 0009 says.

    By place (the case is not restricted and lies in an area of mine), by part (my unit takes part
    in it), or by the receipt in my hand. A case that hides its parties belongs to its village and
    to no grid: a grid worker sees it only while it lies on the worker's own post.

    `within` is an area in which all cases asked for lie anyway. The range of codes that holds it is
    not asked again: PostgreSQL would take it for a second condition that few rows meet.
    """
    if actor.is_clock:
        return Q()
    if actor.kind is ActorKind.REPORTER:
        return Q(receipt=actor.receipt)
    seen = Q(pk__in=[])
    for code in actor.areas(Permission.CASE_SEE):
        inside = Q(restricted=False)
        if not within.startswith(code):
            inside &= Q(area_code__gte=code, area_code__lt=f"{code}:")
        seen |= inside if len(code) <= Level.VILLAGE else inside & Q(parties_shown_to=None)
    if actor.units:
        seen |= Q(participants__overlap=list(actor.units))
    if actor.posts:
        seen |= Q(parties_shown_to__isnull=False, responsible_post__in=posts_of(actor))
    return seen


def reading(actor: Actor) -> Q:
    """The cases in sight of which the actor may read what shows the parties: words, files, exact place.

    All that hide nothing; else those whose line one of my units is in, and those that lie on a post
    of mine or on a vacant one that mine covers. The policy on files in migration 0003 says the same.
    """
    if actor.is_clock or actor.kind is ActorKind.REPORTER:
        return Q(pk__isnull=False)
    line = Q(parties_shown_to=None)
    if actor.units:
        line |= Q(parties_shown_to__overlap=list(actor.units))
    if actor.posts:
        line |= Q(responsible_post__in=posts_of(actor)) | Q(responsible_post__in=covered_by(actor))
    return line


def visible(actor: Actor, *, within: str = "") -> CaseQuerySet:
    """The cases in sight, each marked with whether the actor reads what shows its parties.

    `within` as in `sight`: callers that name an area filter by it themselves.
    """
    shows = ExpressionWrapper(reading(actor), output_field=BooleanField())
    cases: CaseQuerySet = CaseQuerySet(Case).filter(sight(actor, within=within))
    return cases.annotate(shows_parties=shows)  # type: ignore[no-redef]


def posts_of(actor: Actor) -> list[UUID]:
    """The posts in which the actor stands here."""
    return [post.post_id for post in actor.posts]


def covered_by(actor: Actor) -> QuerySet[PostCover, UUID]:
    """The vacant posts whose work falls to a post of the actor."""
    covers = PostCover.objects.filter(covered_by__in=posts_of(actor), ends_on=None)
    return covers.values_list("post", flat=True)


def open_by_area(actor: Actor, codes: Iterable[str]) -> dict[str, int]:
    """How many open cases the actor sees lie in each of these places itself."""
    found = CaseQuerySet(Case).filter(sight(actor), area_code__in=list(codes)).open().order_by()
    return dict(found.values_list("area_code").annotate(n=Count("pk")))


def case_by_number(number: str, actor: Actor) -> Case:
    """The case if the actor sees it; a hidden one is answered as if it did not exist."""
    case = (
        visible(actor)
        .select_related("responsible_unit", "responsible_post", "reporter")
        .annotate(  # type: ignore[no-redef]
            with_tasks=Exists(CaseTask.objects.filter(case=OuterRef("pk"))),
            with_supervisions=Exists(Supervision.objects.filter(case=OuterRef("pk"))),
        )
        .filter(number=number)
        .first()
    )
    if case is None:
        raise Refusal.not_found(Message("case.thing.case"))
    return case
