"""Every plan is lawful, and the same plan for the same seed."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridding.division import best_plan, divide
from gridding.ground import ground_of
from gridding.kernel.anneal import Schedule, anneal
from gridding.kernel.connection import scratch_for
from gridding.kernel.dice import dice_from
from gridding.kernel.division import division_of, price
from gridding.kernel.starts import power_start
from gridding.kernel.terrain import prices_of, terrain_of
from gridding.reading import problem_from
from gridding.search import Budget
from gridding.synthetic import Landscape, village_document
from tests.gridding.lawful import assert_lawful
from tests.gridding.villages import believable, nasty, scattered

QUICK = Budget(moves=60_000)
IMPOSSIBLE = {"one big household", "dormitory"}


@pytest.mark.parametrize("name", sorted(nasty()))
def test_nasty_villages_get_lawful_plans(name: str) -> None:
    plan = best_plan(problem_from(nasty()[name]), budget=QUICK)
    assert_lawful(plan, balanced=name not in IMPOSSIBLE)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10_000),
    households=st.integers(1, 160),
    k=st.integers(1, 6),
    tolerance=st.sampled_from([0.02, 0.1, 0.3]),
)
def test_any_village_is_partitioned_into_connected_tiles(
    seed: int, households: int, k: int, tolerance: float
) -> None:
    document = scattered(np.random.default_rng(seed), households)
    problem = problem_from(document, flags={"k": min(k, households), "tolerance": tolerance})
    assert_lawful(best_plan(problem, budget=QUICK), balanced=False)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("tolerance", [0.1, 0.02])
def test_believable_villages_are_balanced(seed: int, tolerance: float) -> None:
    problem = believable(seed, 300 + 60 * seed, tolerance=tolerance)
    assert_lawful(best_plan(problem, budget=Budget(moves=300_000)))


def test_five_thousand_households_are_divided() -> None:
    assert_lawful(best_plan(believable(3, 5000), budget=Budget(moves=1_500_000)))


def test_plans_get_ever_better_and_prices_are_those_of_the_search() -> None:
    problem = believable(8, 350)
    plans = list(divide(problem, budget=QUICK))
    ranks = [(not plan.feasible, plan.f) for plan in plans]
    assert ranks == sorted(ranks, reverse=True)
    last = plans[-1]
    assert last.ground is not None
    nobody = np.full(len(problem.households), -1)
    terrain = terrain_of(problem, last.ground.graph, nobody)
    division = division_of(terrain, last.assignment.grid, problem.k)
    assert price(terrain, prices_of(problem), division) == pytest.approx(last.f, rel=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_running_sums_stay_true_among_barriers_and_empty_houses(seed: int) -> None:
    rng = np.random.default_rng(seed)
    document = village_document(rng, Landscape(households=250, rivers=3, roads=2, ridges=3))
    problem = problem_from(document).with_settings(k=5, cut_off_price_m=100.0)
    ground = ground_of(problem)
    terrain = terrain_of(problem, ground.graph, np.full(len(problem.households), -1))
    prices = prices_of(problem)
    dice = dice_from(seed)
    start = power_start(terrain, prices, 5, dice, seed, scratch_for(250))
    division = division_of(terrain, start, 5)
    best = division.grid.copy()
    anneal(terrain, prices, division, Schedule(60_000, 1e6, 1e3, 1e4, 1e6), dice, best, np.inf)
    afresh = division_of(terrain, division.grid, 5)
    assert division.cut.tolist() == afresh.cut.tolist()
    assert division.parts.tolist() == afresh.parts.tolist()
    assert division.inner.tolist() == afresh.inner.tolist()
    assert division.homes.tolist() == afresh.homes.tolist()
    assert division.square == pytest.approx(afresh.square)
    assert division.load == pytest.approx(afresh.load)
    assert afresh.cut.sum() > 0


def test_same_seed_same_plan_and_another_seed_may_differ() -> None:
    problem = believable(4, 420)
    first = best_plan(problem, seed=7, budget=QUICK)
    again = best_plan(problem, seed=7, budget=QUICK)
    assert first.numbers == again.numbers
    others = [best_plan(problem, seed=seed, budget=Budget(moves=3000)) for seed in range(4)]
    assert len({tuple(plan.numbers.values()) for plan in others}) > 1


def test_the_clock_only_stops_early_and_says_so() -> None:
    plan = best_plan(believable(4, 420), budget=Budget(moves=50_000_000, seconds=0.05))
    assert plan.effort.stopped
    assert any(said.code == "search.stopped" for said in plan.warnings())
    assert_lawful(plan, balanced=False)
