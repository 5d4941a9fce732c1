"""Scenarios: a wish to see divisions of villages, taken back, taken up again, asked once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.insight.divisions.models import Scenario, VillageRun
from wangge.insight.divisions.operations.admission import drawing_post, person_of
from wangge.insight.divisions.operations.queueing import queue_runs
from wangge.insight.divisions.queries.scenarios import run_by, scenario_by
from wangge.insight.divisions.rules.wishes import Wishes, faults_of
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.models import Area
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.orders import operations as orders
from wangge.registers.orders.rules import OrderState


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """The number of grids of a village, set by hand, and why."""

    k: int
    reason: str


@operation
def start_scenario(
    villages: Sequence[str],
    wishes: Wishes,
    *,
    given: Mapping[str, GivenNumber] | None = None,
    seed: int = 0,
    by: Actor,
    at: datetime,
) -> UUID:
    """Have villages divided under some wishes; each becomes a job of its own.

    Refusal where the actor may not draw in every one of them, a village does not exist today, or a
    wish makes no sense (422, by name).
    """
    if not villages:
        raise Refusal.invalid({"villages": Message("division.scenario.no_villages")})
    _check_villages(villages)
    area_code = _smallest_around(villages)
    post = drawing_post(area_code, by, Message("area.thing"))
    if faults := faults_of(wishes):
        raise Refusal.invalid(faults)
    given = dict(given or {})
    for number in given.values():
        _check_given(number)
    scenario = Scenario(
        id=uuid7(at),
        area_code=area_code,
        settings=wishes.to_json(),
        seed=seed,
        state=OrderState.RUNNING,
        made_by=person_of(by),
        made_by_post=post.post_id,
        made_at=at,
    )
    scenario.save(force_insert=True)
    asked = [_asked(scenario, village, given.get(village), at) for village in sorted(villages)]
    VillageRun.objects.bulk_create(asked)
    queue_runs(run.pk for run in asked)
    record(
        Event.DIVISION_ASKED,
        "division_scenario",
        scenario.pk,
        by=by,
        at=at,
        area_code=area_code,
        post_id=post.post_id,
        count=len(asked),
    )
    return scenario.pk


@operation
def cancel_scenario(scenario_id: UUID, *, by: Actor, at: datetime) -> None:
    """Villages that wait are not computed; one that is being computed is finished."""
    scenario = scenario_by(scenario_id, by)
    post = drawing_post(scenario.area_code, by, Message("division.thing.scenario"))
    waiting = VillageRun.objects.filter(scenario=scenario, state=OrderState.WAITING)
    held = waiting.select_for_update(no_key=True).values_list("pk", flat=True)
    orders.cancel(VillageRun, list(held), at=at)
    scenario = _locked(scenario.pk)
    if scenario.state != OrderState.RUNNING:
        raise Refusal(Message("division.scenario.not_running"))
    scenario.state, scenario.ended_at = OrderState.CANCELLED, at
    scenario.save(update_fields=["state", "ended_at"])
    _record(Event.DIVISION_CANCELLED, scenario, post.post_id, by, at)


@operation
def resume_scenario(scenario_id: UUID, *, by: Actor, at: datetime) -> int:
    """Take up again the villages that were cancelled or failed; returns how many."""
    scenario = scenario_by(scenario_id, by)
    post = drawing_post(scenario.area_code, by, Message("division.thing.scenario"))
    left = VillageRun.objects.select_for_update(no_key=True).filter(
        scenario=scenario, latest=True, state__in=[OrderState.CANCELLED, OrderState.FAILED]
    )
    keys = list(left.values_list("pk", flat=True))
    if not keys:
        raise Refusal(Message("division.scenario.nothing_left"))
    orders.ask_again(VillageRun, keys, at=at)
    _run_again(scenario.pk)
    queue_runs(keys)
    _record(Event.DIVISION_RESUMED, scenario, post.post_id, by, at, count=len(keys))
    return len(keys)


@operation
def divide_again(run_id: UUID, number: GivenNumber, *, by: Actor, at: datetime) -> UUID:
    """Have one village of a scenario divided once more, into a number of grids set by hand."""
    run = run_by(run_id, by)
    post = drawing_post(run.village_code, by, Message("division.thing.run"))
    _check_given(number)
    run = VillageRun.objects.select_for_update(no_key=True).get(pk=run.pk)
    if not run.latest or run.is_open:
        raise Refusal(Message("division.run.asked_again_already"))
    run.latest = False
    run.save(update_fields=["latest"])
    again = VillageRun(
        id=uuid7(at),
        scenario_id=run.scenario_id,
        village_code=run.village_code,
        settings=run.settings,
        seed=run.seed,
        state=OrderState.WAITING,
        given_k=number.k,
        given_k_reason=number.reason.strip(),
        asked_at=at,
        moved_at=at,
    )
    again.save(force_insert=True)
    _run_again(run.scenario_id)
    queue_runs([again.pk])
    record(
        Event.DIVISION_ASKED,
        "division_run",
        again.pk,
        by=by,
        at=at,
        area_code=run.village_code,
        post_id=post.post_id,
        count=1,
    )
    return again.pk


def _smallest_around(villages: Sequence[str]) -> str:
    """The smallest area that holds all these villages."""
    for level in (Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY):
        code = villages[0][:level]
        if all(village.startswith(code) for village in villages):
            return code
    raise Refusal.not_found(Message("area.thing"))


def _check_villages(villages: Sequence[str]) -> None:
    there = Area.objects.filter(code__in=villages, level=Level.VILLAGE, valid_to=None)
    if there.count() != len(set(villages)):
        raise Refusal.not_found(Message("area.thing"))


def _check_given(number: GivenNumber) -> None:
    faults = {}
    if not 1 <= number.k <= 99:
        faults["k"] = Message("division.wish.out_of_span", least=1, most=99)
    if not number.reason.strip():
        faults["reason"] = Message("division.given.reason_missing")
    if faults:
        raise Refusal.invalid(faults)


def _asked(scenario: Scenario, village: str, given: GivenNumber | None, at: datetime) -> VillageRun:
    return VillageRun(
        id=uuid7(at),
        scenario=scenario,
        village_code=village,
        settings=scenario.settings,
        seed=scenario.seed,
        state=OrderState.WAITING,
        given_k=given.k if given else None,
        given_k_reason=given.reason.strip() if given else "",
        asked_at=at,
        moved_at=at,
    )


def _locked(scenario_id: UUID) -> Scenario:
    return Scenario.objects.select_for_update(no_key=True).get(pk=scenario_id)


def _run_again(scenario_id: UUID) -> None:
    """Mark a scenario as running again, where the actor sees it: one who sees a single village of a
    county's scenario neither sees nor changes its row."""
    seen = Scenario.objects.filter(pk=scenario_id)
    seen.update(state=OrderState.RUNNING, ended_at=None)


def _record(
    event: Event,
    scenario: Scenario,
    post_id: UUID,
    by: Actor,
    at: datetime,
    **codes: int,
) -> None:
    record(
        event,
        "division_scenario",
        scenario.pk,
        by=by,
        at=at,
        area_code=scenario.area_code,
        post_id=post_id,
        **codes,
    )
