"""What would change if a draft came into force: a pure function of today's membership and the draft.

The same value is shown to the people who decide and carried out once they have decided, so that
nothing happens that was not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from wangge.insight.divisions.rules.codes import codes_of_draft
from wangge.insight.divisions.rules.continuing import continued
from wangge.insight.divisions.rules.new_places import NOWHERE, NewPlaces


@dataclass(frozen=True, slots=True)
class Dwelling:
    """A household today: its grid (or none), the people counted in it, its villager group.

    ``entered`` unless the register of households names no grid and only the group tells of one.
    """

    grid: str
    persons: int
    group: int | None = None
    entered: bool = True


@dataclass(frozen=True, slots=True)
class VillageToday:
    """A village as it is divided today.

    ``grids`` are those a draft replaces (special grids stay as they are); ``used`` every grid code
    the village ever gave; ``groups`` the grid of each villager group by its number.
    """

    code: str
    grids: frozenset[str]
    used: frozenset[str]
    households: Mapping[str, Dwelling]
    groups: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a draft says: its grids by number, and the grid of each household by key.

    ``groups`` says it of villager groups by their place on the map; it counts where a group has no
    household.
    """

    numbers: frozenset[int]
    assignment: Mapping[str, int]
    groups: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many households and people."""

    households: int = 0
    persons: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """Households that move from one grid to another, and the people in them."""

    former: str
    latter: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A villager group that comes to another grid, or is divided among several.

    ``parts`` are its households by grid, the largest part first; the group itself counts to
    ``latter``, where most of them lie.
    """

    number: int
    former: str
    latter: str
    parts: tuple[tuple[str, int], ...]

    @property
    def divided(self) -> bool:
        """Whether its households will lie in more than one grid."""
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class Ending:
    """A grid that ends, and where its households go, most of them first."""

    code: str
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Everything a draft would change in its village."""

    codes: Mapping[int, str]  # of each grid of the draft by its number
    placed: Mapping[str, str]  # the grid of each household afterwards
    unplaced: tuple[str, ...]  # households of the village that the draft does not know
    before: Mapping[str, Figures]  # by grid; NOWHERE for those in none
    after: Mapping[str, Figures]
    flows: tuple[Flow, ...]  # from grid to grid, the largest first
    groups: tuple[GroupChange, ...]
    places: NewPlaces
    ends: tuple[Ending, ...]
    begins: tuple[str, ...]

    @property
    def moving(self) -> Figures:
        """All who come to another grid."""
        return Figures(
            sum(flow.figures.households for flow in self.flows),
            sum(flow.figures.persons for flow in self.flows),
        )

    @property
    def changed_grids(self) -> frozenset[str]:
        """Grids that end, begin, or lose or win households."""
        touched = {code for flow in self.flows for code in (flow.former, flow.latter)}
        return frozenset({*touched, *self.begins, *(each.code for each in self.ends)} - {NOWHERE})


def what_if(today: VillageToday, drawing: Drawing) -> Change:
    """What changes in the village when the drawing comes into force."""
    known = {key: number for key, number in drawing.assignment.items() if key in today.households}
    kept = _kept(today, known) or continued(_groups_in_grids(today), drawing.groups, {})
    codes = codes_of_draft(today.code, drawing.numbers | set(known.values()), kept, today.used)
    placed = {key: codes[number] for key, number in known.items()}
    flows = _flows(today, placed)
    ends = tuple(_ending(code, flows) for code in sorted(today.grids - set(codes.values())))
    parts = _parts_of_groups(today, placed)
    on_map = {group: codes[number] for group, number in drawing.groups.items() if number in codes}
    groups_after = _groups_after(today, parts, on_map, ends)
    return Change(
        codes=MappingProxyType(codes),
        placed=MappingProxyType(placed),
        unplaced=tuple(sorted(today.households.keys() - placed.keys())),
        before=_figures(today, _grids_today(today), today.grids),
        after=_figures(today, placed, codes.values()),
        flows=flows,
        groups=_changed_groups(today, parts, groups_after),
        places=NewPlaces(
            former=today.grids,
            codes=MappingProxyType(codes),
            groups=MappingProxyType(groups_after),
            divided=frozenset(number for number, each in parts.items() if len(each) > 1),
            successors=MappingProxyType(_main_successors(ends)),
        ),
        ends=ends,
        begins=tuple(sorted(set(codes.values()) - today.grids)),
    )


def with_newcomers(today: VillageToday, assignment: Mapping[str, int]) -> dict[str, int]:
    """The assignment with households that were entered since it was drawn.

    A newcomer goes where most of its villager group goes, else where most of its present grid
    goes; a household that has neither stays without a grid.
    """
    by_group: Counter[tuple[int | None, int]] = Counter()
    by_grid: Counter[tuple[str, int]] = Counter()
    for key, number in assignment.items():
        if key in today.households:
            by_group[today.households[key].group, number] += 1
            by_grid[today.households[key].grid, number] += 1
    whole = dict(assignment)
    for key in today.households.keys() - assignment.keys():
        one = today.households[key]
        with_group = {n: count for (group, n), count in by_group.items() if group == one.group}
        with_grid = {n: count for (grid, n), count in by_grid.items() if grid == one.grid}
        likeliest = (with_group if one.group is not None else {}) or (with_grid if one.grid else {})
        if likeliest:
            whole[key] = max(sorted(likeliest), key=likeliest.__getitem__)
    return whole


def _kept(today: VillageToday, drawn: Mapping[str, int]) -> dict[int, str]:
    """The code that each grid of a draft keeps; a special grid is never continued."""
    inside = {key: each.grid for key, each in today.households.items() if each.grid in today.grids}
    return continued(inside, drawn, {key: each.persons for key, each in today.households.items()})


def _grids_today(today: VillageToday) -> dict[str, str]:
    return {key: each.grid for key, each in today.households.items()}


def _groups_in_grids(today: VillageToday) -> dict[int, str]:
    return {number: grid for number, grid in today.groups.items() if grid in today.grids}


def _figures(
    today: VillageToday, grid_of: Mapping[str, str], grids: Iterable[str]
) -> Mapping[str, Figures]:
    households: Counter[str] = Counter()
    persons: Counter[str] = Counter()
    for key, grid in grid_of.items():
        households[grid] += 1
        persons[grid] += today.households[key].persons
    wanted = sorted({*grids, *households})
    return MappingProxyType({grid: Figures(households[grid], persons[grid]) for grid in wanted})


def _flows(today: VillageToday, placed: Mapping[str, str]) -> tuple[Flow, ...]:
    households: Counter[tuple[str, str]] = Counter()
    persons: Counter[tuple[str, str]] = Counter()
    for key, latter in placed.items():
        one = today.households[key]
        if one.grid != latter:
            households[one.grid, latter] += 1
            persons[one.grid, latter] += one.persons
    found = [Flow(*way, Figures(count, persons[way])) for way, count in households.items()]
    return tuple(
        sorted(found, key=lambda flow: (-flow.figures.households, flow.former, flow.latter))
    )


def _ending(code: str, flows: Iterable[Flow]) -> Ending:
    return Ending(code, tuple(flow.latter for flow in flows if flow.former == code))


def _parts_of_groups(
    today: VillageToday, placed: Mapping[str, str]
) -> dict[int, tuple[tuple[str, int], ...]]:
    """Of each group its households by grid, the largest part first."""
    counted: dict[int, Counter[str]] = {}
    for key, grid in placed.items():
        group = today.households[key].group
        if group is not None:
            counted.setdefault(group, Counter())[grid] += 1
    return {
        group: tuple(sorted(parts.items(), key=lambda part: (-part[1], part[0])))
        for group, parts in counted.items()
    }


def _groups_after(
    today: VillageToday,
    parts: Mapping[int, tuple[tuple[str, int], ...]],
    on_map: Mapping[int, str],
    ends: Iterable[Ending],
) -> dict[int, str]:
    """A group goes with most of its households; without any by its place, else with its grid."""
    successors = _main_successors(ends)
    return {
        number: parts[number][0][0]
        if number in parts
        else on_map.get(number) or successors.get(grid, grid)
        for number, grid in today.groups.items()
    }


def _main_successors(ends: Iterable[Ending]) -> dict[str, str]:
    return {ending.code: next(iter(ending.successors), NOWHERE) for ending in ends}


def _changed_groups(
    today: VillageToday,
    parts: Mapping[int, tuple[tuple[str, int], ...]],
    after: Mapping[int, str],
) -> tuple[GroupChange, ...]:
    changes = (
        GroupChange(number, former, after[number], parts.get(number, ()))
        for number, former in sorted(today.groups.items())
    )
    return tuple(each for each in changes if each.former != each.latter or each.divided)
