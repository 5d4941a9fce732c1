"""Scenarios of divisions: seen by people who draw in all of their villages."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories.world import SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.leaks.oracle import holds
from tests.leaks.stories import ELSEWHERE
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import done_by
from wangge.doors.jobs import JOBS
from wangge.insight.divisions import operations
from wangge.insight.divisions.rules.wishes import Wishes

# By key: who asked, for which villages, and the area that lies around them.
ASKED = MappingProxyType(
    {
        "township": ("township_centre", (VILLAGE, SIBLING_VILLAGE), TOWNSHIP),
        "village": ("station_head", (VILLAGE,), VILLAGE),
        "elsewhere": ("sibling_township_centre", (ELSEWHERE,), ELSEWHERE),
    }
)


def _make(made: Made) -> Iterator[One]:
    for key, (who, villages, _) in ASKED.items():
        now = timezone.now()
        scenario = done_by(who, operations.start_scenario, list(villages), Wishes(), at=now)
        yield One(key, {str(scenario): "id"}, {"scenario": scenario})
    for job in list(ProcrastinateJob.objects.filter(task_name="divisions.run_village")):
        JOBS["divisions.run_village"](**job.args)


THING = Thing(
    name="scenario",
    models=frozenset({"divisions.Scenario"}),
    make=_make,
    sees=lambda asker, key: holds(asker.posts, "division.draw", ASKED[key][2]),
    after=("household",),
)
