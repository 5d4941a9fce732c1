"""The search in the words and places of cases."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import (
    Q,
    QuerySet,
)

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.work.cases.models import Case
from wangge.work.cases.queries.lists import in_area
from wangge.work.cases.queries.sight import visible

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
    strands = [visible(actor, within=code).filter(in_area(code)) for code in areas]
    if settings.COUNTY_CODE not in areas:
        strands.append(visible(actor).filter(participants__overlap=list(actor.units)))
    first, *others = (each.order_by(*_NEWEST_FIRST).values("pk")[:SEARCHED] for each in strands)
    return first.union(*others)
