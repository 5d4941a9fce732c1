"""What waits for an actor: cases to act on, tasks owed to other units' cases, what was sent on."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    F,
    Func,
    Q,
    QuerySet,
)
from django.db.models.functions import Coalesce

from wangge.access.actor import Actor
from wangge.registers.organisations.rules.lines import COUNTY_CENTRE
from wangge.work.cases.models import CaseQuerySet, CaseTask
from wangge.work.cases.queries.sight import covered_by, posts_of, visible
from wangge.work.cases.rules.facts import TaskKind
from wangge.work.cases.rules.states import State
from wangge.work.cases.rules.waiting import Waiting, waits_for


def waiting_for(actor: Actor, why: Waiting | None = None) -> CaseQuerySet:
    """My queue: what lies on a post of mine, on a vacant post that mine covers, or in a unit I lead;
    and of what lies with others the requests I may grant and the results I may check.

    Each case is marked with whether the latter is why it waits. A completed case waits for the one
    who checks it, and for its holder only where nobody can be asked.
    """
    led = _led(actor)
    on_posts = Q(responsible_post__in=posts_of(actor))
    mine = on_posts | Q(_is_among("responsible_post", covered_by(actor)))
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
    of_posts = Q(asked_post__in=posts_of(actor)) | Q(_is_among("asked_post", covered_by(actor)))
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
    """`column` is one of `keys`.

    They are looked up once, so an index on the column still serves next to an OR; with IN and a
    sub-select PostgreSQL would go through all rows.
    """
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


def sent_by(actor: Actor) -> CaseQuerySet:
    """Open cases my units took part in that now lie with somebody else, or are checked by them."""
    elsewhere = ~Q(responsible_unit__in=actor.units)
    checked = Q(state=State.COMPLETED.value, asked_post__isnull=False)
    return (
        visible(actor)
        .open()
        .filter(elsewhere | checked, participants__overlap=list(actor.units))
        .exclude(asked_post__in=posts_of(actor))
        .exclude(asked_unit__in=actor.units)
    )
