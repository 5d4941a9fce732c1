"""What a division would mean: outlines, figures and faults of its grids, by the engine's own rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry import shape

from gridding.ground import ground_of
from gridding.keeping import DISSOLVED
from gridding.objective import Assignment, split_hamlets
from gridding.plan import Plan
from gridding.writing import document_of
from wangge.insight.divisions.rules.continuing import continued
from wangge.insight.divisions.rules.engine_words import said_by_engine
from wangge.insight.divisions.rules.reading import Reading, completed
from wangge.lib.message import Message

TILING_ERROR: Final = 1e-6
"""Share of the village's area that its grids may leave out or cover twice."""

_TOTALS: Final = (
    "F", "inertia", "splits", "cut_off", "bound", "gap", "seconds", "tolerance", "households",
    "persons", "max_deviation", "mean_deviation", "mean_walk_m", "hamlets_split", "persons_split",
    "persons_across_barriers", "moved_persons", "seed", "version",
)  # fmt: skip
"""What is kept of the engine's report; words are kept as messages."""


@dataclass(frozen=True)
class GridFigure:
    """One grid: its number, the code of today's grid it continues (if any), outline and figures.

    The outline is in CGCS2000 degrees (EPSG:4490). `deviation` is (load − target) / target,
    `mean_distance_m` a person's mean way to the centroid, `compactness` Polsby-Popper (0…1);
    `split_groups` counts the villager groups that live here only in part.
    """

    number: int
    kept_code: str
    outline: MultiPolygon
    households: int
    persons: int
    load: float
    deviation: float
    mean_distance_m: float
    compactness: float
    split_groups: int


@dataclass(frozen=True)
class Figures:
    """A division of a village into `k` grids, judged.

    `target` is the load that each grid should have, in what `balance_on` names (households or
    persons). `assignment` gives the grid of each household; `report` is JSON.
    """

    k: int
    target: float
    balance_on: str
    grids: tuple[GridFigure, ...]
    faults: tuple[Message, ...]
    assignment: dict[str, int]
    report: dict[str, Any]

    @property
    def feasible(self) -> bool:
        """Whether it has no fault."""
        return not self.faults


def figures_of(
    reading: Reading, assignment: Mapping[str, int], *, found: Plan | None = None
) -> Figures:
    """Judge a division, given as household key → number of the grid (1…k, each with somebody).

    The target is that of the problem, whose k may differ from the number of grids drawn; that is
    one of the faults. Households that the assignment does not know are put with their nearest
    neighbour, which is a fault, too; those that are no longer there are left out. `found` is the
    engine's plan the assignment comes from: its ground is used again, its effort and bound are
    reported. ValueError if the assignment knows nobody, or a number is missing.
    """
    full = completed(assignment, reading.problem)
    numbers = sorted(set(full.values()))
    if not full or numbers != list(range(1, len(numbers) + 1)):
        raise ValueError("grids are numbered from 1 without a gap, and each has somebody")
    plan, kept = _plan(reading, full, found)
    document = document_of(plan)
    faults = [
        *_of_numbers(reading, assignment, plan),
        *map(said_by_engine, plan.breaches),
        *_of_tiling(plan),
    ]
    return Figures(
        k=plan.k,
        target=plan.problem.target,
        balance_on=plan.problem.balance_on,
        grids=tuple(_grids(document, plan, reading, kept)),
        faults=tuple(faults),
        assignment=full,
        report=_report(document["report"], plan, reading),
    )


def _plan(
    reading: Reading, assignment: Mapping[str, int], found: Plan | None
) -> tuple[Plan, dict[int, int]]:
    """The engine's plan for the assignment, and today's number of each grid that continues one."""
    # Changes are counted against today's grids also where the search did not start from them.
    problem = replace(reading.problem, earlier=reading.today or None)
    ground = found.ground if found and found.ground else ground_of(problem)
    grid = np.array([assignment[h.id] for h in problem.households], dtype=np.int64) - 1
    kept = continued(reading.today, assignment, reading.loads)
    renumbered = {former: number for number, former in kept.items() if former != number}
    gone = set(range(1, len(reading.grids) + 1)) - set(kept.values())
    renumbered |= dict.fromkeys(sorted(gone), DISSOLVED)
    drawn = Assignment(problem, ground.graph, grid, int(grid.max()) + 1, renumbered)
    if found is None:
        return Plan(problem, ground, drawn), kept
    return replace(found, problem=problem, ground=ground, assignment=drawn), kept


def _grids(
    document: Mapping[str, Any], plan: Plan, reading: Reading, kept: Mapping[int, int]
) -> Iterator[GridFigure]:
    split = [pieces.keys() for pieces in split_hamlets(plan.assignment).values()]
    compactness = document["report"]["polsby_popper"]
    for feature in document["features"]:
        said = feature["properties"]
        number = said["grid"]
        yield GridFigure(
            number=number,
            kept_code=reading.grids[kept[number] - 1] if number in kept else "",
            outline=_outline(feature["geometry"]),
            households=len(said["households"]),
            persons=said["persons"],
            load=float(said["load"]),
            deviation=said["deviation"],
            mean_distance_m=said["mean_distance_m"],
            compactness=compactness[number - 1],
            split_groups=sum(number - 1 in grids for grids in split),
        )


def _outline(geometry: dict[str, Any]) -> MultiPolygon:
    outline = cast(Polygon | MultiPolygon, shape(geometry))
    return outline if isinstance(outline, MultiPolygon) else MultiPolygon([outline])


def _of_numbers(reading: Reading, assignment: Mapping[str, int], plan: Plan) -> Iterator[Message]:
    """Households that arrived since, and a number of grids other than asked for."""
    ids = {household.id for household in reading.problem.households}
    if newcomers := len(ids - assignment.keys()):
        yield Message("division.fault.newcomers", count=newcomers)
    if plan.k != reading.problem.k:
        yield Message("division.fault.number", found=plan.k, wanted=reading.problem.k)


def _of_tiling(plan: Plan) -> Iterator[Message]:
    """The grids cover the village once and once only; the engine's cells make this so."""
    village, shapes = plan.problem.village, plan.polygons
    error = abs(sum(shape.area for shape in shapes) / village.area - 1)
    if error > TILING_ERROR or not shapely.coverage_is_valid(np.array(shapes, dtype=object)):
        yield Message("division.fault.tiling")


def _report(said: Mapping[str, Any], plan: Plan, reading: Reading) -> dict[str, Any]:
    """Totals of the division, and what is to be known of it, as JSON of messages."""
    warnings = [*reading.notes, *map(said_by_engine, plan.warnings())]
    return {
        **{name: said[name] for name in _TOTALS},
        "key": reading.problem.key(plan.seed),
        "k_standard": reading.standard_k,
        "approximate": reading.approximate,
        "split_hamlets": said["split_hamlets"],
        "moved_households": len(said["moved"]),
        "warnings": [warning.to_json() for warning in warnings],
        "explanation": [said_by_engine(each).to_json() for each in plan.explanation()],
    }
