"""Groups of grids: as many as there can be, each valid, and nothing hidden."""

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gridding.commandline import main
from gridding.cores import Neighbourhood
from gridding.grouping import grouped
from gridding.message import BadInput

Document = dict[str, Any]


def town(seed: int, count: int, *, empty: float = 0.3, full: bool = False) -> Document:
    """Grids on a lattice with some links missing."""
    rng = np.random.default_rng(seed)
    width = int(np.ceil(np.sqrt(count)))
    members = rng.integers(0, 4, count) * (rng.random(count) > empty)
    nodes: list[Document] = []
    for i in range(count):
        x, y = float(i % width), float(i // width)
        nodes.append({"id": f"g{i}", "x": 900 * x, "y": 900 * y, "members": int(members[i])})
        if full:
            nodes[-1]["full_members"] = int(rng.integers(0, members[i] + 1))
    edges = []
    for i in range(count):
        for j in (i + 1, i + width):
            adjoins = j == i + width or j % width
            if j < count and adjoins and rng.random() > 0.2:
                edges.append([f"g{i}", f"g{j}"])
    return {"nodes": nodes, "edges": edges, "min_members": 3}


def graph(document: Document) -> Neighbourhood:
    place = {node["id"]: i for i, node in enumerate(document["nodes"])}
    near: list[set[int]] = [set() for _ in place]
    for one, other in document["edges"]:
        near[place[one]].add(place[other])
        near[place[other]].add(place[one])
    nodes = document["nodes"]
    with_full = any("full_members" in node for node in nodes)
    return Neighbourhood(
        [n["x"] for n in nodes],
        [n["y"] for n in nodes],
        [n["members"] for n in nodes],
        [n.get("full_members", 0) for n in nodes] if with_full else None,
        [sorted(others) for others in near],
        document["min_members"],
    )


def assert_valid(document: Document, answer: Document) -> int:
    """Every group connected and sufficient; only hopeless components are left out."""
    town_graph = graph(document)
    sets: dict[int, int] = {}
    lost = 0
    for i, node in enumerate(document["nodes"]):
        number = answer["groups"][node["id"]]
        if number is None:
            lost |= 1 << i
        else:
            sets[number] = sets.get(number, 0) | 1 << i
    assert sorted(sets) == list(range(1, len(sets) + 1))
    for bits in sets.values():
        assert town_graph.connected(bits)
        assert town_graph.suffices(bits)
    for component in town_graph.components((1 << len(document["nodes"])) - 1):
        assert (component & lost == component) is not town_graph.suffices(component)
    unformed = {n["id"] for i, n in enumerate(document["nodes"]) if lost >> i & 1}
    assert set(answer["report"]["unformed"]) == unformed
    return len(sets)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 9999),
    count=st.integers(1, 40),
    empty=st.sampled_from([0.0, 0.3, 0.6]),
    full=st.booleans(),
)
def test_groups_are_valid_and_proven(seed: int, count: int, empty: float, full: bool) -> None:
    document = town(seed, count, empty=empty, full=full)
    answer = grouped(document)
    assert assert_valid(document, answer) == answer["report"]["count"]
    assert answer["report"]["proven"]


def most_groups(document: Document) -> int:
    """The largest number of groups by trying every labelling in which labels appear in order."""
    town_graph = graph(document)
    count = len(document["nodes"])
    most = 0
    for labels in itertools.product(range(3), repeat=count):
        sets = [sum(1 << i for i in range(count) if labels[i] == g) for g in range(3)]
        used = [bits for bits in sets if bits]
        if len(used) > most and all(
            town_graph.suffices(bits) and town_graph.connected(bits) for bits in used
        ):
            most = len(used)
    return most


@pytest.mark.parametrize("seed", range(12))
def test_no_other_grouping_has_more_groups(seed: int) -> None:
    document = town(seed, 8, empty=0.2, full=seed % 2 == 0)
    whole = graph(document)
    if len(whole.components((1 << 8) - 1)) > 1:
        document["edges"] += [[f"g{i}", f"g{i + 1}"] for i in range(7)]
    answer = grouped(document)
    best = most_groups(document)
    assert answer["report"]["count"] == best or best == 3 < answer["report"]["count"]
    assert_valid(document, answer)


def test_empty_grids_can_link_what_is_far_apart() -> None:
    nodes = [
        {"id": i, "x": 100.0 * i, "y": 0.0, "members": m} for i, m in enumerate([1, 0, 0, 1, 0, 1])
    ]
    answer = grouped({"nodes": nodes, "edges": [[i, i + 1] for i in range(5)]})
    assert set(answer["groups"].values()) == {1}
    assert answer["report"]["unformed"] == []


def test_a_component_with_too_few_is_reported() -> None:
    nodes = [{"id": i, "x": 0.0, "y": float(i), "members": m} for i, m in enumerate([3, 1, 1])]
    answer = grouped({"nodes": nodes, "edges": [[1, 2]]}, language="en")
    assert answer["groups"] == {"0": 1, "1": None, "2": None}
    assert answer["report"]["unformed"] == [1, 2]
    assert "too few" in answer["report"]["warnings"][0]


@pytest.mark.parametrize(
    "change",
    [
        {"nodes": 3},
        {"nodes": [{"x": 0, "y": 0, "members": 1}]},
        {"nodes": [{"id": 1, "x": 0, "y": 0, "members": -1}]},
        {"nodes": [{"id": 1, "x": 0, "y": 0}]},
        {"nodes": [{"id": 1, "x": None, "y": 0, "members": 1}]},
        {"nodes": [{"id": 1, "x": 0, "y": 0, "members": 1}] * 2},
        {"edges": [["g0", "nowhere"]]},
        {"edges": [["g0"]]},
        {"min_members": 0},
    ],
)
def test_bad_documents_are_refused(change: Document) -> None:
    document = town(1, 9)
    if "nodes" in change:
        document["edges"] = []
    with pytest.raises(BadInput):
        grouped(document | change)


def test_same_seed_same_groups_by_the_command_line(tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(json.dumps(town(3, 60)), encoding="utf-8")
    outs = []
    for name in ("a.json", "b.json"):
        assert main(["group", str(source), "-o", str(tmp_path / name), "--seed", "5"]) == 0
        outs.append(json.loads((tmp_path / name).read_text(encoding="utf-8")))
    assert outs[0]["groups"] == outs[1]["groups"]
    source.write_text("{", encoding="utf-8")
    assert main(["group", str(source), "-o", str(tmp_path / "c.json")]) == 2
    assert not (tmp_path / "c.json").exists()
