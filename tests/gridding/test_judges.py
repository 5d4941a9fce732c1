"""Judges that know nothing of the search: exhaustive search, plain sums, moved and turned maps."""

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gridding.constraints import Balanced, Connected, EachInOneGrid
from gridding.division import best_plan
from gridding.ground import Ground, ground_of
from gridding.objective import OBJECTIVES, Assignment
from gridding.plan import Plan
from gridding.problem import Problem
from gridding.reading import problem_from
from gridding.search import Budget
from tests.gridding.villages import believable, collection, feature, household, square, village

Document = dict[str, Any]


def tiny(seed: int, count: int, k: int) -> Problem:
    """A village with a river and a bridge, small enough to try every plan."""
    rng = np.random.default_rng(seed)
    houses = [
        household(f"h{i}", (x, y), int(rng.integers(0, 5)), ["a", "b", None][int(rng.integers(3))])
        for i, (x, y) in enumerate(rng.uniform(50, 950, (count, 2)).tolist())
    ]
    river = feature("barrier", "LineString", [(-5, 300 + seed % 5 * 90), (1005, 500)])
    bridge = feature("bridge", "Point", [200, 480])
    # A low price of splits, or inertia would hardly matter among so few persons.
    return problem_from(
        collection(
            village(square(1000)),
            river,
            bridge,
            *houses,
            k=k,
            tolerance=0.5,
            split_price_m=200,
            cut_off_price_m=400,
        )
    )


def f_of(ground: Ground, grid: np.ndarray) -> float | None:
    """F of a plan, None if it is not lawful."""
    assignment = Assignment(ground.problem, ground.graph, grid, ground.problem.k)
    for rule in (EachInOneGrid(), Connected(), Balanced()):
        if any(rule.breaches(assignment)):
            return None
    return sum(objective.price(assignment) for objective in OBJECTIVES[:3])


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("count", "k"), [(9, 2), (8, 3)])
def test_nothing_beats_the_plan_of_a_tiny_village(seed: int, count: int, k: int) -> None:
    problem = tiny(seed, count, k)
    ground = ground_of(problem)
    every = (np.array((0, *rest)) for rest in itertools.product(range(k), repeat=count - 1))
    prices = [price for grid in every if (price := f_of(ground, grid)) is not None]
    plan = best_plan(problem, budget=Budget(moves=40_000))
    assert plan.feasible is bool(prices)
    if prices:
        assert plan.f == pytest.approx(min(prices), rel=1e-9)


def moved(document: Document, turn: float, dx: float, dy: float) -> Document:
    """The same document, turned about the origin and moved."""
    c, s = float(np.cos(turn)), float(np.sin(turn))

    def placed(raw: Any) -> Any:
        if isinstance(raw[0], int | float):
            return [c * raw[0] - s * raw[1] + dx, s * raw[0] + c * raw[1] + dy]
        return [placed(part) for part in raw]

    features = [
        one
        | {"geometry": one["geometry"] | {"coordinates": placed(one["geometry"]["coordinates"])}}
        for one in document["features"]
    ]
    return document | {"features": features}


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 500),
    turn=st.floats(0, 6.3),
    dx=st.floats(-1e5, 1e5),
    dy=st.floats(-1e5, 1e5),
)
def test_f_does_not_depend_on_where_north_is(seed: int, turn: float, dx: float, dy: float) -> None:
    rng = np.random.default_rng(seed)
    houses = [
        household(f"h{i:02d}", (x, y), int(rng.integers(0, 6)), f"s{i % 3}")
        for i, (x, y) in enumerate(rng.uniform(20, 980, (40, 2)).tolist())
    ]
    river = feature("barrier", "LineString", [(-5, 300), (400, 420), (1005, 500)])
    document = collection(village(square(1000)), river, *houses, k=3)
    first, second = (
        ground_of(problem_from(one)) for one in (document, moved(document, turn, dx, dy))
    )
    assert first.graph.near.tolist() == second.graph.near.tolist()
    assert first.graph.crossing.tolist() == second.graph.crossing.tolist()
    grid = rng.integers(0, 3, 40)
    grid[:3] = (0, 1, 2)
    prices = [
        [o.price(Assignment(g.problem, g.graph, grid, 3)) for o in OBJECTIVES]
        for g in (first, second)
    ]
    assert prices[0] == pytest.approx(prices[1], rel=1e-6)


def shuffled(problem_document: Document, seed: int) -> Document:
    order = np.random.default_rng(seed).permutation(len(problem_document["features"]))
    return problem_document | {"features": [problem_document["features"][i] for i in order]}


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_file_does_not_matter(seed: int) -> None:
    rng = np.random.default_rng(seed)
    houses = [
        household(f"h{i:03d}", (x, y), int(rng.integers(0, 6)))
        for i, (x, y) in enumerate(rng.uniform(20, 980, (150, 2)).tolist())
    ]
    document = collection(village(square(1000)), *houses, k=3)
    budget = Budget(moves=30_000)
    first = best_plan(problem_from(document), budget=budget)
    again = best_plan(problem_from(shuffled(document, seed)), budget=budget)
    assert first.numbers == again.numbers
    assert first.f == again.f


def test_inertia_is_what_its_name_says() -> None:
    plan: Plan = best_plan(believable(2, 200), budget=Budget(moves=10_000))
    total = 0.0
    for grid in range(plan.k):
        members = [h for h in plan.problem.households if plan.numbers[h.id] == grid + 1]
        mass = [max(h.persons, 1) for h in members]
        cx = sum(m * h.x for m, h in zip(mass, members, strict=True)) / sum(mass)
        cy = sum(m * h.y for m, h in zip(mass, members, strict=True)) / sum(mass)
        total += sum(
            m * ((h.x - cx) ** 2 + (h.y - cy) ** 2) for m, h in zip(mass, members, strict=True)
        )
    assert plan.prices["inertia"] == pytest.approx(total, rel=1e-9)
