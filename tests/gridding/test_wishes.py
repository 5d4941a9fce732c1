"""Least change, whole hamlets, exclaves, bounds, and many villages at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import gridding
from gridding.bound import bound_of
from gridding.commandline import main
from gridding.division import best_plan
from gridding.graph import graph_of
from gridding.ground import ground_of
from gridding.many import divide_many
from gridding.message import LANGUAGES, catalogue
from gridding.reading import problem_from
from gridding.search import Budget
from gridding.synthetic import Landscape, village_document
from tests.gridding.lawful import assert_lawful
from tests.gridding.villages import believable, collection, household, scattered, square

Document = dict[str, Any]
QUICK = Budget(moves=100_000)


def test_an_unchanged_village_stays_as_it_is() -> None:
    problem = believable(5, 450)
    today = best_plan(problem, budget=QUICK)
    again = best_plan(replace(problem, earlier=today.numbers), seed=9, budget=QUICK)
    assert again.numbers == today.numbers
    assert not again.moved.any()


@pytest.mark.parametrize("seed", range(3))
def test_a_small_change_of_people_moves_few(seed: int) -> None:
    problem = believable(seed + 10, 500)
    today = best_plan(problem, budget=QUICK)
    gone = problem.households[::50]
    kept = tuple(
        replace(h, persons=h.persons + (i % 25 == 0))
        for i, h in enumerate(problem.households)
        if h not in gone
    )
    newcomers = tuple(replace(h, id=f"new{h.id}", x=h.x + 3) for h in gone[:4])
    changed = replace(problem, households=kept + newcomers, earlier=today.numbers)
    plan = best_plan(changed, budget=QUICK)
    assert_lawful(plan)
    assert plan.moved.sum() <= 0.05 * len(changed.households)
    fresh = best_plan(replace(changed, earlier=None), budget=QUICK)
    assert plan.f <= 1.25 * fresh.f


@pytest.mark.parametrize("k", [2, 3, 5])
def test_grids_keep_their_numbers_where_the_count_changes(k: int) -> None:
    problem = believable(6, 480, k=4)
    today = best_plan(problem, budget=QUICK)
    plan = best_plan(replace(problem, earlier=today.numbers).with_settings(k=k), budget=QUICK)
    assert_lawful(plan)
    # Few move who need not: where grids are added or dissolved, most others stay where they are.
    stayed = sum(
        plan.numbers[h.id]
        == plan.assignment.renumbered.get(today.numbers[h.id], today.numbers[h.id])
        for h in problem.households
    )
    assert stayed >= 0.4 * len(problem.households)
    assert int(plan.moved.sum()) == len(problem.households) - stayed


def test_keep_by_the_command_line(tmp_path: Path) -> None:
    source, first, second = (tmp_path / name for name in ("in", "first", "second"))
    source.write_text(json.dumps(scattered(np.random.default_rng(3), 260)), encoding="utf-8")
    assert main(["divide", str(source), "-o", str(first), "--budget", "0.1"]) == 0
    command = ["divide", str(source), "-o", str(second), "--budget", "0.1"]
    assert main([*command, "--keep", str(first), "--seed", "4"]) == 0
    outs = [json.loads(path.read_text(encoding="utf-8")) for path in (first, second)]
    assert outs[0]["assignment"] == outs[1]["assignment"]
    assert outs[1]["report"]["moved"] == []
    second.unlink()
    first.write_text("{}", encoding="utf-8")
    assert main([*command, "--keep", str(first)]) == 2
    assert not second.exists()


@pytest.mark.parametrize("seed", range(4))
def test_whole_hamlets_are_not_split(seed: int) -> None:
    problem = believable(seed + 20, 450, hamlets="whole")
    plan = best_plan(problem, budget=QUICK)
    document = assert_lawful(plan, balanced=False)
    assert document["report"]["hamlets_split"] == 0
    soft = best_plan(problem.with_settings(hamlets="soft"), budget=QUICK)
    assert max(map(abs, plan.deviations)) <= max(map(abs, soft.deviations)) + 0.5


def test_a_hamlet_larger_than_a_grid_is_split_and_named() -> None:
    rng = np.random.default_rng(2)
    houses = [
        household(f"h{i:03d}", (x, y), 4, "big" if i < 120 else f"s{i % 4}")
        for i, (x, y) in enumerate(rng.uniform(10, 990, (160, 2)).tolist())
    ]
    document = collection(
        {"type": "Feature", "properties": {"kind": "village"},
         "geometry": {"type": "Polygon", "coordinates": [square(1000)]}},
        *houses, k=4, hamlets="whole",
    )  # fmt: skip
    plan = best_plan(problem_from(document), budget=QUICK)
    assert any(said.code == "whole.too_large" for said in plan.warnings())


def parts(*, exclaves: bool) -> Document:
    """Two inhabited parts, one of them small, and an empty third."""
    rng = np.random.default_rng(8)
    rings = [square(1000), [(1200, 0), (1500, 0), (1500, 300), (1200, 300), (1200, 0)]]
    rings.append([(1300, 800), (1400, 800), (1400, 900), (1300, 800)])
    houses = [
        household(f"a{i:03d}", (x, y), 4)
        for i, (x, y) in enumerate(rng.uniform(10, 990, (150, 2)).tolist())
    ]
    houses += [household(f"b{i}", (1220 + 40 * i, 150), 4) for i in range(6)]
    outline = {
        "type": "Feature",
        "properties": {"kind": "village"},
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]},
    }
    return collection(outline, *houses, k=3, exclaves=exclaves)


def test_exclaves_are_divided_where_allowed() -> None:
    problem = problem_from(parts(exclaves=True))
    ground = ground_of(problem)
    graph = graph_of(problem, ground.cells)
    edges, crossing = graph.edges()
    in_b = np.array([h.id.startswith("b") for h in problem.households])
    linked = in_b[edges[:, 0]] != in_b[edges[:, 1]]
    assert linked.sum() == 1
    assert crossing[linked].all()
    plan = best_plan(problem, budget=QUICK)
    document = assert_lawful(plan)
    shapes = [feature["geometry"]["type"] for feature in document["features"]]
    assert "MultiPolygon" in shapes


@pytest.mark.parametrize("tolerance", [0.1, 0.02])
def test_bounds_are_bounds_and_near(tolerance: float) -> None:
    problem = believable(31, 260, tolerance=tolerance, split_price_m=0.0, cut_off_price_m=0.0)
    plan = best_plan(problem, budget=Budget(moves=300_000))
    bounded = plan.with_bound(bound_of(plan))
    assert bounded.bound is not None
    assert bounded.bound.inertia <= plan.prices["inertia"]
    assert bounded.gap is not None
    assert bounded.gap < 0.02


@pytest.mark.parametrize("seed", range(3))
def test_no_plan_of_a_small_village_is_below_the_bound(seed: int) -> None:
    rng = np.random.default_rng(seed)
    problem = problem_from(scattered(rng, 30, k=3, tolerance=0.2, split_price_m=0))
    plan = best_plan(problem, budget=QUICK)
    bound = bound_of(plan)
    assert plan.feasible
    assert 0 < bound.inertia <= plan.prices["inertia"] + 1e-6


def test_the_bound_of_a_single_grid_is_its_inertia() -> None:
    plan = best_plan(problem_from(scattered(np.random.default_rng(1), 40, k=1)))
    assert bound_of(plan).inertia == plan.prices["inertia"]


def test_many_villages_stream_and_can_be_resumed() -> None:
    villages = [(f"v{i}", believable(i, 120 + 20 * i, k=2)) for i in range(5)]
    with ThreadPoolExecutor(2) as executor:
        done = list(divide_many(villages, executor=executor, budget=QUICK))
        assert sorted(one.name for one in done) == [name for name, _ in villages]
        held = {one.key for one in done[:3]}
        rest = list(divide_many(villages, executor=executor, budget=QUICK, finished=held))
    assert {one.key for one in rest} == {one.key for one in done[3:]}
    again = {one.key: one.document["assignment"] for one in done}
    assert all(one.document["assignment"] == again[one.key] for one in rest)


def test_the_key_names_input_and_seed() -> None:
    problem = believable(1, 40)
    assert problem.key(0) == believable(1, 40).key(0)
    other = problem.with_settings(tolerance=0.2)
    assert len({problem.key(0), problem.key(1), other.key(0)}) == 3


def test_county_divides_a_folder_and_goes_on_where_it_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for seed in range(3):
        document = village_document(np.random.default_rng(seed), Landscape(households=60))
        (source / f"v{seed}.geojson").write_text(json.dumps(document), encoding="utf-8")
    (source / "bad.geojson").write_text("[]", encoding="utf-8")
    command = ["county", str(source), "-o", str(target), "--workers", "1", "--language", "en"]
    assert main([*command, "--budget", "0.05"]) == 2
    first = capsys.readouterr().out
    assert "3 divided" in first
    assert "Village bad" in first
    assert sorted(path.name for path in target.iterdir()) == [f"v{i}.geojson" for i in range(3)]
    (target / "v1.geojson").unlink()
    assert main([*command, "--budget", "0.05"]) == 2
    second = capsys.readouterr().out
    assert second.count("held") == 2
    assert main(["county", str(target / "none"), "-o", str(target)]) == 2


def test_every_word_stands_in_every_language() -> None:
    known = [set(catalogue(language)) for language in LANGUAGES]
    assert known[0] == known[1]
    source = Path(gridding.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    unused = [code for code in known[0] if code.partition(".")[0] not in {"unit", "county"}]
    assert [code for code in unused if f'"{code}"' not in text] == []
