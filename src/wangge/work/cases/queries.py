"""What can be asked of cases, always for an actor: the first wall, in front of the policies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
)
from django.db.models.functions import Coalesce

from wangge.access.actor import Actor, ActorKind
from wangge.access.permissions import Permission
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.models import PostCover
from wangge.registers.organisations.rules.lines import COUNTY_CENTRE
from wangge.work.cases.models import Case, CaseQuerySet, CaseTask, Supervision
from wangge.work.cases.rules.facts import TaskKind
from wangge.work.cases.rules.states import State
from wangge.work.cases.rules.waiting import Waiting, waits_for


def sight(actor: Actor, *, within: str = "") -> Q:
    """Which cases an actor sees: what the policy in migration 0003 says.

    Where (its area lies in mine and it is not restricted), or whose (my unit takes part), or the
    receipt in my hand. A case that hides its parties stands in its village and in no grid: whoever
    looks after a grid only sees it when it lies on their own post.

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
        seen |= Q(parties_shown_to__isnull=False, responsible_post__in=_posts(actor))
    return seen


def reading(actor: Actor) -> Q:
    """Of which cases in sight the actor reads what shows the parties: words, files, the finer place.

    All that hide nothing; else those whose line one of my units is in, and those that lie on a post
    of mine or on a vacant one that mine covers. The policy on files in migration 0003 says the same.
    """
    if actor.is_clock or actor.kind is ActorKind.REPORTER:
        return Q(pk__isnull=False)
    line = Q(parties_shown_to=None)
    if actor.units:
        line |= Q(parties_shown_to__overlap=list(actor.units))
    if actor.posts:
        line |= Q(responsible_post__in=_posts(actor)) | Q(responsible_post__in=_covered_by(actor))
    return line


def visible(actor: Actor, *, within: str = "") -> CaseQuerySet:
    """The cases in sight, each marked with whether the actor reads what shows its parties.

    `within` as in `sight`: whoever names an area keeps to it.
    """
    shows = ExpressionWrapper(reading(actor), output_field=BooleanField())
    cases: CaseQuerySet = CaseQuerySet(Case).filter(sight(actor, within=within))
    return cases.annotate(shows_parties=shows)  # type: ignore[no-redef]


def _posts(actor: Actor) -> list[UUID]:
    return [post.post_id for post in actor.posts]


def _covered_by(actor: Actor) -> QuerySet[PostCover, UUID]:
    """The vacant posts whose work falls to a post of the actor."""
    covers = PostCover.objects.filter(covered_by__in=_posts(actor), ends_on=None)
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


def waiting_for(actor: Actor, why: Waiting | None = None) -> CaseQuerySet:
    """My queue: what lies on a post of mine, on a vacant post that mine covers, or in a unit I lead;
    and of what lies with others the requests I may grant and the results I may check.

    Each case is marked with whether the latter is why it waits. What is completed waits for whoever
    checks it, and for its holder only where nobody can be asked.
    """
    led = _led(actor)
    on_posts = Q(responsible_post__in=_posts(actor))
    mine = on_posts | Q(_is_among("responsible_post", _covered_by(actor)))
    to_do = (mine | Q(responsible_unit__in=led)) & (_NOT_COMPLETED | Q(asked_post=None))
    asked = _asked_of(actor)
    marked = visible(actor).annotate(  # type: ignore[no-redef]
        asked_of_me=Coalesce(ExpressionWrapper(asked, output_field=BooleanField()), False)
    )
    queue: CaseQuerySet = marked.open().filter(to_do | asked)
    return queue if why is None else queue.filter(_because(why))


_NOT_COMPLETED = ~Q(state=State.COMPLETED.value)


def _asked_of(actor: Actor) -> Q:
    """A grant or a check is asked of a post of mine, one that mine covers, or a unit of mine in
    which others than the head may give it: of a grant those who lead it, of a check everybody."""
    of_posts = Q(asked_post__in=_posts(actor)) | Q(_is_among("asked_post", _covered_by(actor)))
    to_check = Q(asked_unit__in=actor.units, state=State.COMPLETED.value)
    return of_posts | Q(asked_unit__in=_led(actor)) | to_check


def _because(why: Waiting) -> Q:
    match why:
        case Waiting.GRANT:
            return Q(asked_of_me=True) & _NOT_COMPLETED
        case Waiting.CHECK:
            return Q(state=State.COMPLETED.value)
        case _:
            states = [state.value for state in State if waits_for(state, asked=False) is why]
            return Q(asked_of_me=False, state__in=states)


def _led(actor: Actor) -> list[UUID]:
    return [post.unit_id for post in actor.posts if post.leads]


def _is_among(column: str, keys: QuerySet[Any, Any]) -> Func:
    """`column` is one of `keys`. They are looked up once, so an index on the column serves beside OR;
    with IN and a sub-select PostgreSQL would go through all rows."""
    return Func(
        F(column),
        ArraySubquery(keys),
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )


def tasks_for(actor: Actor, at: datetime) -> QuerySet[CaseTask]:
    """Open tasks that other units' cases have given to mine; for the county's centre also the
    questions that departments left unanswered, which it may make binding."""
    asked = Q(unit__in=actor.units)
    if any(post.unit_kind == COUNTY_CENTRE and post.takes_part for post in actor.posts):
        asked |= Q(kind=TaskKind.ANSWER.value, binding=False, due_at__lte=at)
    return CaseTask.objects.filter(asked, done_at=None).select_related("case")


def supervisions_to_answer(actor: Actor) -> QuerySet[Supervision]:
    """Supervisions addressed to my units that nobody has answered yet."""
    owing = Supervision.objects.filter(unit__in=actor.units, answered_at=None, withdrawn_at=None)
    return owing.select_related("case")


def sent_by(actor: Actor) -> CaseQuerySet:
    """Open cases my units took part in that now lie with somebody else, or are checked by them."""
    elsewhere = ~Q(responsible_unit__in=actor.units)
    checked = Q(state=State.COMPLETED.value, asked_post__isnull=False)
    return (
        visible(actor)
        .open()
        .filter(elsewhere | checked, participants__overlap=list(actor.units))
        .exclude(asked_post__in=_posts(actor))
        .exclude(asked_unit__in=actor.units)
    )


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """The filters of the list of cases, as they stand in the address."""

    area: str = ""
    state: str = ""  # a state, "open", or "all"
    light: str = ""  # red, yellow
    category: str = ""  # two digits or four
    unit: UUID | None = None

    def for_home(self, actor: Actor) -> CaseFilter:
        """With the actor's own area where none is chosen: equality on it lets its index serve."""
        own = actor.areas(Permission.CASE_SEE)
        return self if self.area or len(own) != 1 else replace(self, area=own[0])

    def seen_by(self, actor: Actor, at: datetime) -> CaseQuerySet:
        """The cases in the actor's sight that pass the filter at an instant.

        Equality on the narrowest area column, so that its index serves.
        """
        cases = visible(actor, within=self.area)
        if self.area:
            cases = cases.filter(_in_area(self.area))
        if self.state == "open" or self.light:
            cases = cases.open()
        elif self.state and self.state != "all":
            cases = cases.filter(state=self.state)
        if self.light == "red":
            cases = cases.filter(due_at__lt=at, yellow_at__isnull=False)
        if self.light == "yellow":
            cases = cases.filter(due_at__gte=at, yellow_at__lte=at)
        if self.category:
            cases = cases.filter(category__startswith=self.category)
        return cases.filter(responsible_unit=self.unit) if self.unit else cases


_AREA_COLUMN = {6: "county_code", 9: "township_code", 12: "village_code", 15: "grid_code"}


def _in_area(code: str) -> Q:
    """A filter tells nobody in which grid a case lies that hides it."""
    column = _AREA_COLUMN.get(len(code))
    if column == "grid_code":
        return Q(grid_code=code, shows_parties=True)
    return Q(**{column: code}) if column else Q(area_code__gte=code, area_code__lt=f"{code}:")


def supervisions(actor: Actor) -> QuerySet[Supervision]:
    """Supervisions addressed to my units or issued by them."""
    mine = list(actor.units)
    return Supervision.objects.filter(Q(unit__in=mine) | Q(by_unit__in=mine)).select_related(
        "case", "unit", "by_unit"
    )


SEARCHED = 5000
_NEWEST_FIRST = ("-reported_at", "-id")


def containing(words: str, actor: Actor, most: int = 50) -> QuerySet[Case]:
    """Cases whose report or place contains the words, among the newest in sight.

    Words that the actor does not read are not searched. The bound keeps the search fast at any
    size: a trigram index is of no use behind row-level security, because LIKE is not leakproof.
    """
    inside = Q(words__icontains=words) | Q(place_words__icontains=words)
    newest = visible(actor).filter(pk__in=_newest(actor), shows_parties=True)
    found = newest.filter(inside).order_by(*_NEWEST_FIRST).values_list("pk", flat=True)
    # drawn by key: of words nobody knows how many cases contain them, so joins would be planned ill
    return visible(actor).filter(pk__in=list(found[:most])).for_lists().order_by(*_NEWEST_FIRST)


def _newest(actor: Actor) -> QuerySet[Case, Any]:
    """The newest `SEARCHED` of each area and of the units of the actor: each has an index."""
    areas = actor.areas(Permission.CASE_SEE)
    strands = [visible(actor, within=code).filter(_in_area(code)) for code in areas]
    if settings.COUNTY_CODE not in areas:
        strands.append(visible(actor).filter(participants__overlap=list(actor.units)))
    first, *others = (each.order_by(*_NEWEST_FIRST).values("pk")[:SEARCHED] for each in strands)
    return first.union(*others)
