"""The command line is a contract: what it reads, writes, refuses, and with which status."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gridding.commandline import main
from tests.gridding.villages import collection, feature, household, scattered, square, village

Document = dict[str, Any]
RING = square(1000)
HOUSES = [household(f"h{i}", (50 + 9 * i, 500), 12) for i in range(100)]


def run(tmp_path: Path, document: object, *flags: str) -> tuple[int, Document | None]:
    source, target = tmp_path / "in.geojson", tmp_path / "out.geojson"
    text = document if isinstance(document, str) else json.dumps(document)
    source.write_text(text, encoding="utf-8")
    target.unlink(missing_ok=True)
    status = main(["divide", str(source), "-o", str(target), "--budget", "0.1", *flags])
    if not target.exists():
        assert list(tmp_path.iterdir()) == [source]
        return status, None
    return status, json.loads(target.read_text(encoding="utf-8"))


def test_writes_grids_assignment_and_report(tmp_path: Path) -> None:
    status, out = run(tmp_path, collection(village(RING), *HOUSES))
    assert status == 0
    assert out is not None
    assert out["type"] == "FeatureCollection"
    assert [f["properties"]["grid"] for f in out["features"]] == [1, 2]
    assert set(out["features"][0]["properties"]) == {
        "grid", "households", "persons", "load", "deviation", "mean_distance_m",
    }  # fmt: skip
    assert set(out["assignment"]) == {f"h{i}" for i in range(100)}
    report = out["report"]
    wanted = {"F", "inertia", "bound", "gap", "feasible", "reason", "seconds", "moved", "repaired"}
    assert wanted <= set(report)
    assert report["feasible"] is True
    assert report["k"] == 2
    assert report["target"] == 600


def in_degrees(document: Document) -> Document:
    """The same village near 111.586 E, 25.518 N, in longitude and latitude."""

    def turned(raw: Any) -> Any:
        if isinstance(raw[0], int | float):
            return [111.586 + raw[0] / 100_600, 25.518 + raw[1] / 110_800]
        return [turned(part) for part in raw]

    for one in document["features"]:
        one["geometry"]["coordinates"] = turned(one["geometry"]["coordinates"])
    del document["problem"]["units"]
    return document


def test_degrees_are_the_default_and_keep_nine_decimals(tmp_path: Path) -> None:
    document = in_degrees(scattered(np.random.default_rng(1), 150, k=3))
    _, out = run(tmp_path, document)
    assert out is not None
    ring = out["features"][0]["geometry"]["coordinates"][0]
    assert all(111.58 < x < 111.6 and 25.51 < y < 25.53 for x, y in ring)
    assert max(len(repr(x).partition(".")[2]) for x, _ in ring) >= 9
    assert 100 < out["report"]["mean_walk_m"] < 400


def test_flag_wins_over_file_over_default(tmp_path: Path) -> None:
    document = collection(village(RING), *HOUSES, tolerance=0.3)
    assert run(tmp_path, document)[1]["report"]["tolerance"] == 0.3
    assert run(tmp_path, document, "--tolerance", "0.05")[1]["report"]["tolerance"] == 0.05
    del document["problem"]["tolerance"]
    assert run(tmp_path, document)[1]["report"]["tolerance"] == 0.1


@pytest.mark.parametrize(
    ("problem", "k", "balanced"),
    [
        ({}, 2, "persons"),
        ({"k": 5}, 5, "persons"),
        ({"persons_per_grid": 300}, 4, "persons"),
        ({"persons_per_grid": 1000, "rounding": "ceil"}, 2, "persons"),
        ({"households_per_grid": 20}, 5, "households"),
        ({"balance_on": "households"}, 2, "households"),
    ],
)
def test_k_and_what_is_balanced_follow_the_settings(
    tmp_path: Path, problem: Document, k: int, balanced: str
) -> None:
    _, out = run(tmp_path, collection(village(RING), *HOUSES, **problem))
    assert out is not None
    assert (out["report"]["k"], out["report"]["balance_on"]) == (k, balanced)


def test_half_is_rounded_up(tmp_path: Path) -> None:
    houses = [household(i, (100 + i * 70, 400), 75) for i in range(10)]
    _, out = run(tmp_path, collection(village(RING), *houses))
    assert out is not None
    assert out["report"]["k"] == 2


def test_computed_k_is_capped_with_a_warning(tmp_path: Path) -> None:
    houses = [household(i, (100 + i * 300, 400), 900) for i in range(3)]
    _, out = run(tmp_path, collection(village(RING), *houses), "--language", "en")
    assert out is not None
    assert out["report"]["k"] == 3
    assert "only 3 households" in out["report"]["warnings"][0]


def test_no_households_make_one_grid_of_the_village(tmp_path: Path) -> None:
    status, out = run(tmp_path, collection(village(RING)))
    assert status == 0
    assert out is not None
    assert out["assignment"] == {}
    assert out["features"][0]["geometry"]["coordinates"][0][0] in [list(p) for p in RING]


def test_infeasible_is_written_with_a_reason(tmp_path: Path) -> None:
    document = collection(village(RING), *HOUSES[:60], household("big", (500, 100), 1000))
    status, out = run(tmp_path, document, "--language", "en")
    assert status == 0
    assert out is not None
    assert out["report"]["feasible"] is False
    assert "big" in out["report"]["reason"]


def open_ring(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"][0].pop()


def bow_tie(document: Document) -> None:
    ring = [(0, 0), (1000, 1000), (1000, 0), (0, 1000), (0, 0)]
    document["features"][0]["geometry"]["coordinates"] = [ring]


def spur(document: Document) -> None:
    document["features"][0]["geometry"]["coordinates"][0][1:1] = [(500, 0), (500, -80), (500, 0)]


def far_outside(document: Document) -> None:
    document["features"][5]["geometry"]["coordinates"] = [1030, 500]


def little_outside(document: Document) -> None:
    document["features"][5]["geometry"]["coordinates"] = [1012, 500]


def put(name: str, value: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["features"][5]["properties"][name] = value

    return change


def drop(name: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        del document["features"][5]["properties"][name]

    return change


def wish(name: str, value: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["problem"][name] = value

    return change


def two_parts(document: Document) -> None:
    document["features"][0]["geometry"] = {
        "type": "MultiPolygon",
        "coordinates": [[square(1000)], [[(1100, 0), (1200, 0), (1200, 90), (1100, 0)]]],
    }


def replaced(index: int, name: str, value: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        document["features"][index][name] = value

    return change


BAD: dict[str, tuple[Callable[[Document], None], str]] = {
    "open ring": (open_ring, "village"),
    "bow tie": (bow_tie, "village"),
    "far outside": (far_outside, "household h4"),
    "a little outside": (little_outside, "household h4"),
    "persons missing": (drop("persons"), "household h4"),
    "persons null": (put("persons", None), "household h4"),
    "persons negative": (put("persons", -1), "household h4"),
    "persons half": (put("persons", 2.5), "household h4"),
    "persons text": (put("persons", "3"), "household h4"),
    "persons true": (put("persons", True), "household h4"),
    "duplicate id": (put("id", "h3"), "household h3"),
    "no id": (drop("id"), "household #6"),
    "unknown kind": (put("kind", "pond"), "pond"),
    "no kind": (drop("kind"), "#6"),
    "two villages": (lambda d: d["features"].append(d["features"][0]), "village"),
    "no village": (lambda d: d["features"].pop(0), "village"),
    "k too large": (wish("k", 101), "101"),
    "k not whole": (wish("k", 2.5), "k"),
    "k zero": (wish("k", 0), "k"),
    "tolerance text": (wish("tolerance", "10%"), "tolerance"),
    "tolerance negative": (wish("tolerance", -0.1), "tolerance"),
    "unknown balance": (wish("balance_on", "cows"), "balance_on"),
    "unknown units": (wish("units", "li"), "units"),
    "unknown rounding": (wish("rounding", "down"), "rounding"),
    "multipolygon without leave": (two_parts, "village"),
    "household as line": (
        replaced(5, "geometry", {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}),
        "household h4",
    ),
    "no geometry": (replaced(5, "geometry", None), "household h4"),
    "bad position": (
        replaced(5, "geometry", {"type": "Point", "coordinates": [0, None]}),
        "household h4",
    ),
    "not a feature": (lambda d: d["features"].append(7), "#102"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_refused_by_name_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, named = BAD[name]
    document = json.loads(json.dumps(collection(village(RING), *HOUSES)))
    spoil(document)
    status, out = run(tmp_path, document)
    said = capsys.readouterr().err.strip()
    assert (status, out) == (2, None)
    assert named in said
    assert "\n" not in said


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "Feature"}', '{"a": NaN}'])
def test_files_that_are_no_collection_are_refused(tmp_path: Path, text: str) -> None:
    assert run(tmp_path, text) == (2, None)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert main(["divide", str(tmp_path / "no"), "-o", str(tmp_path / "out")]) == 2


@pytest.mark.parametrize(
    ("spoil", "repaired"),
    [(open_ring, "village"), (spur, "village"), (little_outside, "h4")],
)
def test_repair_mends_and_lists_what_it_mended(
    tmp_path: Path, spoil: Callable[[Document], None], repaired: str
) -> None:
    document = json.loads(json.dumps(collection(village(RING), *HOUSES)))
    spoil(document)
    assert run(tmp_path, document)[0] == 2
    status, out = run(tmp_path, document, "--repair")
    assert status == 0
    assert out is not None
    assert [entry.split(" #")[0] for entry in out["report"]["repaired"]] == [repaired]


@pytest.mark.parametrize("name", ["far outside", "persons missing", "duplicate id", "no id"])
def test_repair_invents_nothing(tmp_path: Path, name: str) -> None:
    document = json.loads(json.dumps(collection(village(RING), *HOUSES)))
    BAD[name][0](document)
    assert run(tmp_path, document, "--repair") == (2, None)


def test_a_household_a_metre_outside_counts_as_on_the_line(tmp_path: Path) -> None:
    houses = [*HOUSES, household("edge", (1000.9, 300), 3)]
    status, out = run(tmp_path, collection(village(RING), *houses))
    assert status == 0
    assert out is not None
    assert out["report"]["repaired"] == []


def test_barriers_and_bridges_are_priced(tmp_path: Path) -> None:
    river = feature("barrier", "LineString", [(-10, 510), (1010, 520)], type="river")
    north = [household(f"n{i}", (50 + 30 * i, 900), 10) for i in range(30)]
    south = [household(f"s{i}", (50 + 30 * i, 100), 10) for i in range(30)]
    ford = feature("bridge", "Point", [500, 515])
    document = collection(village(RING), river, *north, *south, k=1)
    assert run(tmp_path, document)[1]["report"]["persons_across_barriers"] == 300
    document["features"].append(ford)
    assert run(tmp_path, document)[1]["report"]["persons_across_barriers"] == 0
