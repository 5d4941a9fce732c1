"""From a plan to the GeoJSON document that ``gridding divide`` writes."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon

from gridding.message import BadInput
from gridding.objective import mean_walk, persons_cut_off, split_hamlets
from gridding.plan import Plan
from gridding.problem import ENGINE_VERSION


def document_of(plan: Plan, language: str = "zh") -> dict[str, Any]:
    """The k grid polygons in the units of the input, the assignment and the report."""
    return {
        "type": "FeatureCollection",
        "features": _features(plan),
        "assignment": plan.numbers,
        "report": report_of(plan, language),
    }


def report_of(plan: Plan, language: str = "zh") -> dict[str, Any]:
    """All figures of a plan. F, inertia and bound in person·m², lengths in metres."""
    problem, assignment = plan.problem, plan.assignment
    inhabited = plan.ground is not None
    split = split_hamlets(assignment)
    deviations = [abs(deviation) for deviation in plan.deviations]
    moved = [h.id for h, is_moved in zip(problem.households, plan.moved, strict=True) if is_moved]
    return {
        "F": plan.f,
        "inertia": plan.prices["inertia"],
        "splits": plan.prices["splits"],
        "cut_off": plan.prices["cut_off"],
        "bound": plan.bound.inertia if plan.bound else None,
        "gap": plan.gap,
        "feasible": plan.feasible,
        "reason": plan.reason.words(language) if plan.reason else None,
        "seconds": round(plan.effort.seconds, 4),
        "moves": plan.effort.moves,
        "stopped_early": plan.effort.stopped,
        "k": plan.k,
        "target": problem.target,
        "balance_on": problem.balance_on,
        "tolerance": problem.settings.tolerance,
        "hamlets": problem.settings.hamlets,
        "households": len(problem.households),
        "persons": problem.persons,
        "max_deviation": max(deviations),
        "mean_deviation": sum(deviations) / len(deviations),
        "mean_walk_m": mean_walk(assignment) if inhabited else 0.0,
        "polsby_popper": [_polsby_popper(shape) for shape in plan.polygons],
        "hamlets_split": len(split),
        "split_hamlets": sorted(split),
        "persons_split": sum(sum(p.values()) - max(p.values()) for p in split.values()),
        "persons_across_barriers": persons_cut_off(assignment) if inhabited else 0,
        "moved": moved,
        "moved_persons": int(assignment.persons[plan.moved].sum()),
        "repaired": list(problem.repaired),
        "warnings": [said.words(language) for said in plan.warnings()],
        "explanation": [said.as_json(language) for said in plan.explanation()],
        "seed": plan.seed,
        "version": ENGINE_VERSION,
        "key": problem.key(plan.seed),
    }


def write_json(path: Path, document: object) -> None:
    """Write all or nothing: a half-written file never stands under the final name.

    Raises :class:`BadInput` where the file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise BadInput("output.unwritable", file=path.name, detail=error.strerror) from error
    finally:
        part.unlink(missing_ok=True)


def _features(plan: Plan) -> list[dict[str, Any]]:
    problem, assignment = plan.problem, plan.assignment
    shapes = shapely.transform(np.array(plan.polygons, dtype=object), problem.frame.to_file)
    walks = np.sqrt(assignment.squares) if plan.ground else np.empty(0)
    features = []
    for grid, shape in enumerate(shapes):
        inside = np.flatnonzero(assignment.grid == grid)
        masses = problem.masses[inside]
        walk = float((masses * walks[inside]).sum() / masses.sum()) if len(inside) else 0.0
        properties = {
            "grid": grid + 1,
            "households": [problem.households[i].id for i in inside.tolist()],
            "persons": int(assignment.persons[inside].sum()),
            "load": _load(float(assignment.loads[grid])),
            "deviation": plan.deviations[grid],
            "mean_distance_m": walk,
        }
        geometry = json.loads(shapely.to_geojson(shape))
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    return features


def _load(load: float) -> int | float:
    return int(load) if load == int(load) else load


def _polsby_popper(shape: Polygon | MultiPolygon) -> float:
    """4π area / perimeter²: 1 for a circle, less the more ragged a grid is."""
    return float(4 * math.pi * shape.area / shape.length**2)
