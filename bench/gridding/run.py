"""Quality, feasibility and CPU of the engine on fresh villages, next to its peers.

    .venv/bin/python bench/gridding/run.py [--sizes 300 800 1500 5000] [--villages 3] [--seed N]
        [--peers PYTHON] [--peer-seconds 10] [--no-bound]

``--peers`` is the Python of an environment made from ``bench/gridding/requirements.txt``. Without
``--seed`` the villages are new in every run. Every answer, ours and theirs, is judged by the same
plain functions. CPU seconds are those of one core without start-up.
"""

import argparse
import json
import pickle
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from gridding.bound import bound_of
from gridding.constraints import CONSTRAINTS
from gridding.division import best_plan
from gridding.ground import Ground, ground_of
from gridding.objective import OBJECTIVES, Assignment
from gridding.problem import Problem
from gridding.reading import problem_from
from gridding.search import Budget
from gridding.synthetic import Landscape, village_document
from gridding.writing import document_of

TOLERANCES = (0.1, 0.02)
BOUND_UP_TO = 1500


def village(seed: int, households: int) -> dict[str, Any]:
    rng = np.random.default_rng([seed, households])
    return village_document(
        rng,
        Landscape(
            households=households,
            rivers=int(rng.integers(0, 3)),
            roads=int(rng.integers(0, 2)),
            ridges=int(rng.integers(0, 3)),
            mean_persons=float(rng.uniform(2.6, 3.9)),
            hamlet_spread_m=float(rng.uniform(60, 140)),
        ),
    )


def judged(ground: Ground, labels: list[int]) -> tuple[float, bool]:
    """F and lawfulness of any labelling."""
    assignment = Assignment(ground.problem, ground.graph, np.array(labels), ground.problem.k)
    lawful = not any(True for rule in CONSTRAINTS for _ in rule.breaches(assignment))
    return sum(part.price(assignment) for part in OBJECTIVES[:3]), lawful


def peers_on(python: str, ground: Ground, seconds: float) -> list[dict[str, Any]]:
    problem = ground.problem
    names = sorted({h.hamlet for h in problem.households if h.hamlet is not None})
    place = {name: index for index, name in enumerate(names)}
    facts = {
        "points": problem.points.tolist(),
        "loads": problem.loads.tolist(),
        "masses": problem.masses.tolist(),
        "persons": [h.persons for h in problem.households],
        "hamlet": [-1 if h.hamlet is None else place[h.hamlet] for h in problem.households],
        "edges": ground.graph.edges()[0].tolist(),
        "k": problem.k,
        "target": problem.target,
        "tolerance": problem.settings.tolerance,
        "split": problem.settings.split_price_m**2,
        "piece": problem.settings.piece_persons,
        "seed": 1,
        "seconds": seconds,
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "village.pickle"
        path.write_bytes(pickle.dumps(facts))
        script = str(Path(__file__).with_name("peers.py"))
        try:
            done = subprocess.run(
                [python, "-W", "ignore", script, str(path)],
                capture_output=True, text=True, check=False, timeout=60 + 10 * seconds,
            )  # fmt: skip
        except subprocess.TimeoutExpired as late:
            printed = late.stdout or b""
            return rows_in(printed.decode() if isinstance(printed, bytes) else printed)
        return rows_in(done.stdout)


def rows_in(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines() if line.startswith("{")]


def ours(document: dict[str, Any], tolerance: float) -> tuple[Problem, dict[str, Any]]:
    text = json.dumps(document)
    began = time.process_time()
    problem = problem_from(json.loads(text), flags={"tolerance": tolerance})
    plan = best_plan(problem)
    json.dumps(document_of(plan))
    spent = time.process_time() - began
    facts = {"f": plan.f, "lawful": plan.feasible, "search": plan.effort.seconds, "all": spent}
    return problem, facts


def bound_gap(problem: Problem) -> tuple[float | None, float]:
    """Inertia above its bound with hamlets and barriers free of charge."""
    plain = best_plan(problem.with_settings(split_price_m=0.0, cut_off_price_m=0.0))
    bound = bound_of(plain)
    return plain.with_bound(bound).gap, bound.seconds


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else float("nan")


def run_size(options: argparse.Namespace, households: int, tolerance: float) -> None:
    searches, totals, gaps, bound_seconds = [], [], [], []
    lawful = 0
    others: dict[str, list[tuple[float, bool, float]]] = {}
    best_ratios = []
    for number in range(options.villages):
        document = village(options.seed + number, households)
        problem, facts = ours(document, tolerance)
        searches.append(facts["search"])
        totals.append(facts["all"])
        lawful += facts["lawful"]
        if options.bound and households <= BOUND_UP_TO:
            gap, seconds = bound_gap(problem)
            if gap is not None:
                gaps.append(gap)
            bound_seconds.append(seconds)
        if options.peers and households <= BOUND_UP_TO:
            ground = ground_of(problem)
            ratios = []
            for row in peers_on(options.peers, ground, options.peer_seconds):
                ratio, fits = float("inf"), False
                if "labels" in row:
                    f, fits = judged(ground, row["labels"])
                    ratio = f / facts["f"]
                    if fits:
                        ratios.append(ratio)
                elif options.verbose:
                    print(f"    {row['peer']}: {row['error'][:100]}")
                others.setdefault(row["peer"], []).append((ratio, fits, row["seconds"]))
            if ratios:
                best_ratios.append(min(ratios))
    print(
        f"{households:5d} households, tau {tolerance:4.0%}: "
        f"lawful {lawful}/{options.villages}, search {mean(searches):.2f} s "
        f"(max {max(searches):.2f}), end to end {1000 * mean(totals) / households:.2f} ms/household"
    )
    if gaps:
        print(
            f"      inertia over bound: mean {mean(gaps):.4f}, max {max(gaps):.4f} "
            f"({mean(bound_seconds):.1f} s)"
        )
    for name, rows in others.items():
        print(
            f"      {name:20s} F/ours {mean([ratio for ratio, _, _ in rows if ratio < np.inf]):.3f}, "
            f"lawful {sum(fits for _, fits, _ in rows)}/{len(rows)}, "
            f"{mean([s for _, _, s in rows]):.2f} s"
        )
    if best_ratios:
        print(
            f"      best lawful peer: F/ours mean {mean(best_ratios):.3f}, "
            f"least {min(best_ratios):.3f}"
        )
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 800, 1500, 5000])
    parser.add_argument("--villages", type=int, default=3)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--peers", help="Python of the peers' environment")
    parser.add_argument("--peer-seconds", type=float, default=10.0)
    parser.add_argument("--no-bound", dest="bound", action="store_false")
    parser.add_argument("--verbose", action="store_true", help="say why a peer failed")
    options = parser.parse_args()
    best_plan(problem_from(village(1, 60)).with_settings(k=2), budget=Budget(moves=1000))
    print(f"villages from seed {options.seed}")
    for households in options.sizes:
        for tolerance in TOLERANCES:
            run_size(options, households, tolerance)


if __name__ == "__main__":
    main()
