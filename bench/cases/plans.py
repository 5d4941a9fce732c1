"""How the database answers the lists, as the web role behind the second wall."""

from __future__ import annotations

import re
from functools import partial

from django.db import connection
from django.utils import timezone

from wangge.doors.door import door
from wangge.registers.accounts.models import Account
from wangge.registers.organisations.queries.actors import actor_of
from wangge.work.cases.queries.lists import CaseFilter
from wangge.work.cases.queries.queue import sent_by, waiting_for

_KEPT = re.compile(r"Scan|Sort|Limit|Execution|Rows Removed")


def show(*users: str) -> None:
    """Print the plan of each list for each of the accounts."""
    for user in users:
        at = timezone.now()
        actor = actor_of(Account.objects.get(username=user).pk, at)
        chosen = CaseFilter(state="open").for_home(actor)
        closed = CaseFilter(state="closed").for_home(actor)
        everything = CaseFilter().for_home(actor)
        lists = {
            "my queue": waiting_for(actor).order_by("due_at", "id"),
            "what I sent": sent_by(actor).order_by("due_at", "id"),
            "open by due": chosen.seen_by(actor, at).order_by("due_at", "id"),
            "all by day": everything.seen_by(actor, at).order_by("-reported_at", "-id"),
            "closed by day": closed.seen_by(actor, at).order_by("-reported_at", "-id"),
        }
        for name, rows in lists.items():
            page = rows.for_lists()[:51]
            plan = door(actor, partial(page.explain, analyze=True, buffers=True))
            kept = [line for line in plan.splitlines() if _KEPT.search(line)]
            print(f"\nplan, {user}, {name}:", *kept[:14], sep="\n  ")
    connection.close()
