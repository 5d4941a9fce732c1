"""The schedule is whole: every tick has a task, every task that is asked for by name is there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from inspect import getclosurevars

import pytest
from croniter import croniter
from django.conf import settings
from procrastinate.contrib.django import app

from tests.architecture.sources import modules
from wangge.access.actor import Actor, ActorKind
from wangge.config.schedule import SCHEDULE, Tick
from wangge.doors.door import door
from wangge.doors.idempotency import forget_old, once
from wangge.doors.jobs import JOBS
from wangge.doors.models import IdempotentAnswer

CLOCK = Actor.clock(settings.COUNTY_CODE)
NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def asked_for() -> Iterator[tuple[str, str]]:
    """Every `later("name")` of the platform: where, and the name."""
    for module in modules():
        for call in module.nodes(ast.Call):
            if ast.unparse(call.func) in {"later", "jobs.later"} and call.args:
                assert isinstance(call.args[0], ast.Constant), module.at(call)
                yield module.at(call), str(call.args[0].value)


def test_every_tick_is_registered_and_nothing_else() -> None:
    registered = app.periodic_registry.periodic_tasks.values()
    assert {(each.task.name, each.cron) for each in registered} == {
        (tick.name, tick.cron) for tick in SCHEDULE
    }


@pytest.mark.parametrize("tick", SCHEDULE, ids=lambda tick: tick.name)
def test_a_tick_has_a_job_that_acts_as_it_says(tick: Tick) -> None:
    stated = getclosurevars(JOBS[tick.name]).nonlocals["acting_as"]
    actor = stated() if stated else Actor.clock(settings.COUNTY_CODE)
    assert actor.kind is tick.acting_as
    assert actor.kind is not ActorKind.VISITOR


@pytest.mark.parametrize("tick", SCHEDULE, ids=lambda tick: tick.name)
def test_a_tick_waits_once(tick: Tick) -> None:
    assert croniter.is_valid(tick.cron)
    queued = app.periodic_registry.periodic_tasks[(tick.name, "")].configure_kwargs
    assert queued["queueing_lock"] == tick.name


def test_every_job_that_is_asked_for_is_there() -> None:
    assert [(where, name) for where, name in asked_for() if name not in JOBS] == []


def test_every_job_is_asked_for_or_ticks() -> None:
    used = {name for _, name in asked_for()} | {tick.name for tick in SCHEDULE}
    ours = {name for name in JOBS if not name.startswith("tests.")}
    assert ours - used == set()


def test_whoever_looks_for_a_task_has_the_schedule() -> None:
    assert "wangge.config.schedule" in app.import_paths


@pytest.mark.django_db
@pytest.mark.parametrize("tick", SCHEDULE, ids=lambda tick: tick.name)
def test_a_tick_runs(tick: Tick) -> None:
    JOBS[tick.name](timestamp=0)


@pytest.mark.django_db
def test_answers_are_kept_for_two_days() -> None:
    for hours in (47, 49):
        subject = f"{hours} hours old"
        then = NOW - timedelta(hours=hours)
        door(CLOCK, lambda s=subject, t=then: once(s, "key", "digest", dict, at=t))
    assert door(CLOCK, lambda: forget_old(at=NOW)) == 1
    kept = IdempotentAnswer.objects.values_list("subject", flat=True)
    assert list(kept) == ["47 hours old"]
