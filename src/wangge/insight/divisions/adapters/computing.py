"""One village divided: searched, judged and compared. Only the worker comes here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from gridding.plan import Effort, Plan
from wangge.insight.divisions.adapters.searching import searched, with_bound
from wangge.insight.divisions.rules.continuing import continued, numbered_like
from wangge.insight.divisions.rules.figures import Figures, figures_of
from wangge.insight.divisions.rules.reading import Reading
from wangge.insight.divisions.rules.states import Manner
from wangge.insight.divisions.rules.wishes import Wishes

ENGINES: tuple[Manner, ...] = (Manner.WHOLE, Manner.SOFT)
"""What the engine is asked for; today's division is only judged."""


@dataclass(frozen=True)
class Order:
    """What is to be computed for a run. `held` are assignments that answer the same question:
    of the same input, engine and seed (the engine's key)."""

    run_id: UUID
    reading: Reading
    wishes: Wishes
    k: int | None
    seed: int
    held: Mapping[Manner, Mapping[str, int]]

    def asked(self, manner: Manner) -> Reading:
        """The village as it is asked of the engine in this manner."""
        return self.reading.asked(self.wishes, manner, self.k)


def computed(order: Order) -> dict[Manner, Figures]:
    """Today's division (where there is one) and the engine's, each judged."""
    found = {manner: figures_of(order.asked(manner), held) for manner, held in order.held.items()}
    plans = {manner: _plan(order, manner) for manner in ENGINES if manner not in order.held}
    if order.wishes.bound and Manner.SOFT in plans:
        plans = _bounded(plans)
    for manner, plan in plans.items():
        found[manner] = figures_of(order.asked(manner), _numbers(order, plan), found=plan)
    if order.reading.today:
        searched = plans.get(Manner.SOFT)
        known = replace(searched, effort=Effort()) if searched else None
        today = order.reading.today
        found[Manner.TODAY] = figures_of(order.asked(Manner.SOFT), today, found=known)
    return found


def _plan(order: Order, manner: Manner) -> Plan:
    """The engine's best.

    A search that starts from today's grids stays near them, which is what is wanted as long as
    their number stays. Where it changes, one that starts anywhere may find better; what it changes
    is counted against it.
    """
    problem = order.asked(manner).problem
    plan = searched(problem, order.seed)
    if not problem.earlier or len(order.reading.grids) == problem.k:
        return plan
    afresh = searched(replace(problem, earlier=None), order.seed)
    return min(plan, afresh, key=lambda each: _price(order, manner, each))


def _price(order: Order, manner: Manner, plan: Plan) -> tuple[float, float]:
    """Balance before price, as the engine has it; changes are part of the price."""
    reading = order.asked(manner)
    report = figures_of(reading, _numbers(order, plan), found=plan).report
    settings = reading.problem.settings
    beyond = max(0.0, report["max_deviation"] - settings.tolerance)
    return round(beyond, 4), report["F"] + settings.change_price_m**2 * report["moved_persons"]


def _bounded(plans: Mapping[Manner, Plan]) -> dict[Manner, Plan]:
    """The bound of the inertia holds for every division of the village, in whatever manner."""
    bound = with_bound(plans[Manner.SOFT]).bound
    return {manner: replace(plan, bound=bound) for manner, plan in plans.items()}


def _numbers(order: Order, plan: Plan) -> dict[str, int]:
    """The grid of each household, under the numbers that people know from today's grids."""
    today = order.reading.today
    if not today:
        return plan.numbers
    kept = continued(today, plan.numbers, order.reading.loads)
    number = numbered_like(kept, plan.k)
    return {household: number[grid] for household, grid in plan.numbers.items()}
