"""The largest number of groups, proven: a maximum packing of disjoint cores by CP-SAT."""

from dataclasses import dataclass

from gridding.cores import Neighbourhood, cores_of, grids_in, opened

EFFORT = 10.0
"""Limit for one proof in CP-SAT's deterministic time; about as many seconds."""


@dataclass(frozen=True)
class Packing:
    """Disjoint cores, and the proven upper bound of their number."""

    cores: tuple[int, ...]
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no other packing can have more cores."""
        return len(self.cores) >= self.bound


def packing_of(town: Neighbourhood, component: int, seed: int) -> Packing:
    """A largest set of disjoint cores in a connected set of grids that suffices."""
    # A grid that suffices alone is in no other core, so it can always be taken.
    alone = [g for g in grids_in(component) if town.suffices(1 << g)]
    chosen = [1 << g for g in alone]
    bound = len(alone)
    for part in town.components(component & ~sum(chosen)):
        if not town.suffices(part):
            continue
        packing = _packed(town, part, seed)
        chosen.extend(packing.cores)
        bound += packing.bound
    return Packing(tuple(chosen), bound)


def _packed(town: Neighbourhood, part: int, seed: int) -> Packing:
    cores, complete = cores_of(town, part)
    ceiling = sum(town.members[g] for g in grids_in(part)) // town.least
    if not complete:
        wide = opened(town)
        wide_cores, all_listed = cores_of(wide, part)
        if all_listed:
            ceiling = _most_disjoint(wide, wide_cores, part, ceiling, seed)[1]
    best, bound = _most_disjoint(town, cores, part, ceiling, seed)
    return Packing(tuple(best), bound if complete else ceiling)


def _most_disjoint(
    town: Neighbourhood, cores: list[int], part: int, ceiling: int, seed: int
) -> tuple[list[int], int]:
    """As many disjoint ones of ``cores`` as can be, and the proven bound of their number."""
    # Imported here: it takes half a second that dividing a village does not need.
    from ortools.sat.python import cp_model  # noqa: PLC0415

    model = cp_model.CpModel()
    taken = [model.new_bool_var("") for _ in cores]
    for grid in grids_in(part):
        model.add_at_most_one(v for v, core in zip(taken, cores, strict=True) if core >> grid & 1)
    model.maximize(sum(taken))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed % 2**31
    # Neither pays in these models: they take longer than the search itself.
    solver.parameters.symmetry_level = 0
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.max_deterministic_time = EFFORT
    best, bound = _greedy(cores), ceiling
    if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        best = [core for v, core in zip(taken, cores, strict=True) if solver.value(v)]
        bound = max(len(best), min(ceiling, int(solver.best_objective_bound + 0.5)))
    return best, bound


def _greedy(cores: list[int]) -> list[int]:
    """Disjoint cores, the smallest first: a packing for the solver to begin with."""
    taken: list[int] = []
    used = 0
    for core in sorted(cores, key=lambda core: (core.bit_count(), core)):
        if not core & used:
            taken.append(core)
            used |= core
    return taken


def travel(town: Neighbourhood, group: list[int]) -> float:
    """Members times distance to the medoid grid of a group, in metres, summed."""
    best: float = min(
        sum(
            town.members[g] * ((town.x[g] - town.x[m]) ** 2 + (town.y[g] - town.y[m]) ** 2) ** 0.5
            for g in group
        )
        for m in group
    )
    return best
