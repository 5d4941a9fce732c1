"""What the worker notes about a village: that it is being computed, what was found, or why not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
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
from wangge.insight.divisions.rules.states import Manner
from wangge.insight.divisions.rules.wishes import Wishes
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.orders import operations as orders
from wangge.registers.orders.queries import open_ones
from wangge.registers.orders.rules import OrderState

MOST_AT_ONCE: Final = 50


@operation
def begin_run(run_id: UUID, *, by: Actor, at: datetime) -> Order | None:
    """Take a village in hand and read it; None where another worker has it, or it is over.

    A village that cannot be divided fails at once, with the reason.
    """
    run = orders.begin(VillageRun, run_id, at=at)
    if run is None:
        return None
    wishes = Wishes.from_json(run.settings)
    try:
        reading = problem_of(run.village_code, wishes, k=run.given_k, by=by)
        _check_k(reading, run.given_k)
    except Refusal as refusal:
        _end(run, by, at, failed=refusal.message)
        return None
    run.households, run.persons = reading.households, reading.persons
    run.approximate = reading.approximate
    run.save(update_fields=["households", "persons", "approximate"])
    held = {} if wishes.bound else _held(run, reading, wishes)
    return Order(run.pk, reading, wishes, run.given_k, run.seed, held)


@operation
def keep_proposals(
    run_id: UUID, found: Mapping[Manner, Figures], *, by: Actor, at: datetime
) -> None:
    """Keep what was found for a village; nothing where another worker was faster."""
    run = orders.held(VillageRun, run_id)
    if run is None:
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
    _end(run, by, at)


@operation
def fail_run(run_id: UUID, reason: Message, *, by: Actor, at: datetime) -> None:
    """Write down why a village could not be computed."""
    run = orders.held(VillageRun, run_id)
    if run is not None:
        _end(run, by, at, failed=reason)


@operation
def take_up_again(*, by: Actor, at: datetime) -> int:
    """Ask again for villages whose worker went away; returns for how many."""
    lost = orders.take_up_again(VillageRun, at=at, most=MOST_AT_ONCE)
    queue_runs(lost)
    return len(lost)


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


def _end(run: VillageRun, by: Actor, at: datetime, *, failed: Message | None = None) -> None:
    """The run has ended; so has its scenario if it was the last."""
    if failed is None:
        orders.finish(VillageRun, run.pk, at=at)
    else:
        orders.give_up(VillageRun, run.pk, failed, at=at)
    record(
        Event.DIVISION_COMPUTED,
        "division_run",
        run.pk,
        by=by,
        at=at,
        area_code=run.village_code,
        state=(OrderState.FAILED if failed else OrderState.DONE).value,
    )
    scenario = Scenario.objects.select_for_update(no_key=True).get(pk=run.scenario_id)
    going_on = open_ones(VillageRun).filter(scenario=scenario, latest=True)
    if scenario.state == OrderState.RUNNING and not going_on.exists():
        scenario.state, scenario.ended_at = OrderState.DONE, at
        scenario.save(update_fields=["state", "ended_at"])
