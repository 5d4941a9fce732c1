"""The pictures of docs/gridding.md, drawn from plans of one invented village.

.venv/bin/python bench/gridding/pictures.py
"""

import sys
from pathlib import Path

import numpy as np
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from gridding.division import best_plan
from gridding.plan import Plan
from gridding.problem import Problem
from gridding.reading import problem_from
from gridding.synthetic import Landscape, village_document

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
SEED, HOUSEHOLDS = 7, 620
WIDTH = 760
TINTS = ("#cfe3dc", "#f0e2c4", "#d9d6ea", "#e9d3cd", "#d3e0ee", "#e2e6c8")
INKS = ("#0f6b6b", "#9a6b10", "#5a4b9a", "#9a4030", "#2b5f95", "#5f6b1c")
BARRIERS = {"river": "#4a86b8", "ridge": "#8a6d4b", "road": "#777777"}


def main() -> None:
    document = village_document(
        np.random.default_rng(SEED), Landscape(households=HOUSEHOLDS, hamlet_spread_m=80)
    )
    kinds = [
        feature["properties"]["type"]
        for feature in document["features"]
        if feature["properties"]["kind"] == "barrier"
    ]
    problem = problem_from(document)
    soft = best_plan(problem)
    whole = best_plan(problem.with_settings(hamlets="whole"))
    FOLDER.mkdir(exist_ok=True)
    for name, drawn in {
        "cells": [*_cells(soft), *_marks(problem, kinds)],
        "soft": [*_grids(soft), *_marks(problem, kinds), *_houses(soft)],
        "whole": [*_grids(whole), *_marks(problem, kinds), *_houses(whole)],
    }.items():
        (FOLDER / f"gridding-{name}.svg").write_text(_page(problem, drawn), encoding="utf-8")
    for name, plan in (("soft", soft), ("whole", whole)):
        print(name, f"F {plan.f:.4g}", [f"{d:+.1%}" for d in plan.deviations], plan.moved.sum())


def _cells(plan: Plan) -> list[str]:
    """Every cell in the tint of its grid, households as points."""
    assert plan.ground is not None
    cells = plan.ground.cells
    lines = []
    for household, grid in enumerate(plan.assignment.grid.tolist()):
        shapes = cells.dissolved(np.where(cells.owner_of == household, 0, -1)).get(0, [])
        tint = TINTS[grid % len(TINTS)]
        lines += [
            f'<path d="{_path(s)}" fill="{tint}" stroke="#fff" stroke-width="1"/>' for s in shapes
        ]
    return lines + _houses(plan)


def _grids(plan: Plan) -> list[str]:
    """The polygon of each grid with its number."""
    lines = []
    for number, shape in enumerate(plan.polygons):
        tint, ink = TINTS[number % len(TINTS)], INKS[number % len(INKS)]
        lines.append(
            f'<path d="{_path(shape)}" fill="{tint}" stroke="{ink}" stroke-width="6"'
            ' stroke-linejoin="round"/>'
        )
        x, y = shapely.point_on_surface(shape).coords[0]
        lines.append(
            f'<text x="{x:.0f}" y="{-y:.0f}" font-size="120" font-weight="600" fill="{ink}"'
            f' text-anchor="middle" font-family="sans-serif">{number + 1}</text>'
        )
    return lines


def _houses(plan: Plan) -> list[str]:
    """Households, one colour a grid, one shape for all."""
    return [
        f'<circle cx="{h.x:.0f}" cy="{-h.y:.0f}" r="9" fill="{INKS[grid % len(INKS)]}"/>'
        for h, grid in zip(plan.problem.households, plan.assignment.grid.tolist(), strict=True)
    ]


def _marks(problem: Problem, kinds: list[str]) -> list[str]:
    """Barriers by kind, bridges as bars."""
    lines = [
        f'<path d="{_path(line)}" fill="none" stroke="{BARRIERS[kind]}" stroke-width="14"'
        + (' stroke-dasharray="40 26"' if kind == "ridge" else "")
        + "/>"
        for line, kind in zip(problem.barriers, kinds, strict=True)
    ]
    return lines + [
        f'<rect x="{b.x - 26:.0f}" y="{-b.y - 26:.0f}" width="52" height="52" fill="#fff"'
        ' stroke="#333" stroke-width="8"/>'
        for b in problem.bridges
    ]


def _path(shape: shapely.Geometry) -> str:
    """SVG path data in whole metres, north up."""
    rings: list[shapely.Geometry] = []
    for part in shapely.get_parts(shape):
        rings += [part] if part.geom_type == "LineString" else [part.exterior, *part.interiors]
    closing = "" if shape.geom_type.endswith("LineString") else "z"
    return "".join(
        "M" + "L".join(f"{x:.0f} {-y:.0f}" for x, y in ring.coords) + closing for ring in rings
    )


def _page(problem: Problem, drawn: list[str]) -> str:
    west, south, east, north = problem.village.bounds
    wide, high = east - west, north - south
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{WIDTH * high / wide:.0f}"'
        f' viewBox="{west - 40:.0f} {-north - 40:.0f} {wide + 80:.0f} {high + 80:.0f}">\n'
        f'<path d="{_path(problem.village)}" fill="#fafaf7" stroke="#1c2126" stroke-width="8"/>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


if __name__ == "__main__":
    main()
