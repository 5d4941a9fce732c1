"""What the worker notes about a village: that it is being computed, what was found, or why not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.insight.divisions.adapters.computing import ENGINES, Order
from wangge.insight.divisions.models import Proposal, ProposedGrid, Scenario, VillageRun
from wangge.insight.divisions.operations.grid_rows import columns_of
from wangge.insight.divisions.operations.queueing import queue_runs
from wangge.insight.divisions.queries.reading import problem_of
from wangge.insight.divisions.rules.figures import Figures
from wangge.insight.divisions.rules.reading import Reading
from wangge.insight.divisions.rules.states import Manner, RunState
from wangge.insight.divisions.rules.wishes import Wishes
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event

FORGOTTEN_AFTER: Final = timedelta(minutes=15)
"""A village that was begun or asked for so long ago has lost its worker, and is asked for again."""

MOST_AT_ONCE: Final = 50

_GOING_ON: Final = (RunState.WAITING, RunState.RUNNING)


@operation
def begin_run(run_id: UUID, *, by: Actor, at: datetime) -> Order | None:
    """Take a village in hand and read it; None where there is nothing to compute (any more).

    One whose worker went away in the middle is taken in hand again. A village that cannot be
    divided fails at once, with the reason.
    """
    run = _locked(run_id)
    if run is None or run.state not in _GOING_ON:
        return None
    wishes = Wishes.from_json(run.settings)
    try:
        reading = problem_of(run.village_code, wishes, k=run.given_k, by=by)
        _check_k(reading, run.given_k)
    except Refusal as refusal:
        _end(run, RunState.FAILED, by, at, reason=refusal.message)
        return None
    run.state, run.started_at = RunState.RUNNING, at
    run.households, run.persons = reading.households, reading.persons
    run.approximate = reading.approximate
    run.save(update_fields=["state", "started_at", "households", "persons", "approximate"])
    held = {} if wishes.bound else _held(run, reading, wishes)
    return Order(run.pk, reading, wishes, run.given_k, run.seed, held)


@operation
def keep_proposals(
    run_id: UUID, found: Mapping[Manner, Figures], *, by: Actor, at: datetime
) -> None:
    """Keep what was found for a village; nothing where another worker was faster."""
    run = _locked(run_id)
    if run is None or run.state != RunState.RUNNING:
        return
    for manner, figures in found.items():
        proposal = Proposal(
            id=uuid7(at),
            run=run,
            village_code=run.village_code,
            manner=manner,
            k=figures.k,
            target=figures.target,
            balance_on=figures.balance_on,
            feasible=figures.feasible,
            faults=[fault.to_json() for fault in figures.faults],
            report=figures.report,
            assignment=figures.assignment,
        )
        proposal.save(force_insert=True)
        ProposedGrid.objects.bulk_create(
            ProposedGrid(proposal=proposal, village_code=run.village_code, **columns_of(grid))
            for grid in figures.grids
        )
    _end(run, RunState.DONE, by, at)


@operation
def fail_run(run_id: UUID, reason: Message, *, by: Actor, at: datetime) -> None:
    """Write down why a village could not be computed."""
    run = _locked(run_id)
    if run is not None and run.state == RunState.RUNNING:
        _end(run, RunState.FAILED, by, at, reason=reason)


@operation
def take_up_again(*, by: Actor, at: datetime) -> int:
    """Ask again for villages whose worker went away; returns how many were looked at."""
    old = at - FORGOTTEN_AFTER
    begun = VillageRun.objects.filter(state=RunState.RUNNING, started_at__lt=old)
    asked = VillageRun.objects.filter(state=RunState.WAITING, made_at__lt=old)
    lost = [
        *begun.order_by("started_at").values_list("pk", flat=True)[:MOST_AT_ONCE],
        *asked.order_by("made_at").values_list("pk", flat=True)[:MOST_AT_ONCE],
    ]
    queue_runs(lost)
    return len(lost)


def _locked(run_id: UUID) -> VillageRun | None:
    return VillageRun.objects.select_for_update(no_key=True).filter(pk=run_id).first()


def _check_k(reading: Reading, k: int | None) -> None:
    if k is not None and k > reading.households:
        said = Message("gridding.input.k_too_large", k=k, households=reading.households)
        raise Refusal(said)


def _held(run: VillageRun, reading: Reading, wishes: Wishes) -> dict[Manner, dict[str, int]]:
    """Assignments kept from earlier runs of the village that answer the same question."""
    held = {}
    for manner in ENGINES:
        key = reading.asked(wishes, manner, run.given_k).problem.key(run.seed)
        same = Proposal.objects.filter(
            run__village_code=run.village_code, manner=manner, report__key=key
        )
        assignment = same.values_list("assignment", flat=True).first()
        if assignment is not None:
            held[manner] = assignment
    return held


def _end(
    run: VillageRun,
    state: RunState,
    by: Actor,
    at: datetime,
    *,
    reason: Message | None = None,
) -> None:
    """The run has ended; so has its scenario if it was the last."""
    run.state, run.ended_at = state, at
    run.reason = reason.to_json() if reason else None
    run.save(update_fields=["state", "ended_at", "reason"])
    record(
        Event.DIVISION_COMPUTED,
        "division_run",
        run.pk,
        by=by,
        at=at,
        area_code=run.village_code,
        state=state.value,
    )
    scenario = Scenario.objects.select_for_update(no_key=True).get(pk=run.scenario_id)
    going_on = VillageRun.objects.filter(scenario=scenario, latest=True, state__in=_GOING_ON)
    if scenario.state == RunState.RUNNING and not going_on.exists():
        scenario.state, scenario.ended_at = RunState.DONE, at
        scenario.save(update_fields=["state", "ended_at"])
