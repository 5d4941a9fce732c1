"""What a draft would change: everybody is counted once, and nothing is changed for nothing."""

from __future__ import annotations

from hypothesis import given

from tests.insight.divisions.rules.villages import grid, villages, villages_with_drawings
from wangge.insight.divisions.rules.new_places import NOWHERE, NewPlaces
from wangge.insight.divisions.rules.pieces import PieceKind, pieces_of
from wangge.insight.divisions.rules.what_if import (
    Change,
    Drawing,
    Dwelling,
    Figures,
    Flow,
    VillageToday,
    what_if,
    with_newcomers,
)


@given(villages_with_drawings())
def test_everybody_is_counted_once(said: tuple[VillageToday, Drawing]) -> None:
    today, drawing = said
    change = what_if(today, drawing)
    assert set(change.placed) | set(change.unplaced) == set(today.households)
    assert not set(change.placed) & set(change.unplaced)
    staying = sum(change.placed[key] == today.households[key].grid for key in change.placed)
    assert change.moving.households + staying == len(change.placed)
    for figures, keys in ((change.before, today.households), (change.after, change.placed)):
        assert sum(each.households for each in figures.values()) == len(keys)
        people = sum(today.households[key].persons for key in keys)
        assert sum(each.persons for each in figures.values()) == people
    assert all(flow.former != flow.latter for flow in change.flows)


@given(villages_with_drawings())
def test_grids_begin_stay_or_end_and_no_code_comes_back(
    said: tuple[VillageToday, Drawing],
) -> None:
    today, drawing = said
    change = what_if(today, drawing)
    after = set(change.codes.values())
    ended = {each.code for each in change.ends}
    assert after - today.grids == set(change.begins)
    assert today.grids - after == ended
    assert set(change.begins).isdisjoint(today.used)
    assert set(change.placed.values()) <= after
    for ending in change.ends:
        assert set(ending.successors) <= after
    assert ended.isdisjoint(change.places.successors.values())


@given(villages_with_drawings())
def test_a_group_counts_where_most_of_its_households_lie(
    said: tuple[VillageToday, Drawing],
) -> None:
    today, drawing = said
    change = what_if(today, drawing)
    for changed in change.groups:
        assert changed.former != changed.latter or changed.divided
        if changed.parts:
            most = max(count for _, count in changed.parts)
            assert changed.latter in {code for code, count in changed.parts if count == most}


@given(villages())
def test_drawing_what_is_there_changes_nothing(today: VillageToday) -> None:
    numbers = {code: n for n, code in enumerate(sorted(today.grids), start=1)}
    inside = {k: each for k, each in today.households.items() if each.grid in numbers}
    settled = VillageToday(
        today.code, frozenset(e.grid for e in inside.values()), today.used, inside, {}
    )
    drawing = Drawing(
        frozenset(numbers[code] for code in settled.grids),
        {key: numbers[each.grid] for key, each in inside.items()},
    )
    change = what_if(settled, drawing)
    assert (change.flows, change.ends, change.begins, change.unplaced) == ((), (), (), ())
    assert change.before == change.after
    kinds = {piece.kind for piece in pieces_of(settled, change)}
    assert kinds == {PieceKind.OUTLINES, PieceKind.CASES}


@given(villages_with_drawings())
def test_pieces_are_in_order_and_move_everybody_once(
    said: tuple[VillageToday, Drawing],
) -> None:
    today, drawing = said
    change = what_if(today, drawing)
    pieces = pieces_of(today, change)
    sequences = [piece.sequence for piece in pieces]
    assert sequences == sorted(set(sequences))
    moved = [
        (key, piece.subject["code"])
        for piece in pieces
        if piece.kind is PieceKind.HOUSEHOLDS
        for key in piece.subject["households"]
    ]
    waiting = [(key, NOWHERE) for key in change.unplaced]
    assert sorted(moved) == sorted(
        waiting
        + [(key, code) for key, code in change.placed.items() if today.households[key].grid != code]
    )


@given(villages_with_drawings())
def test_places_of_cases_survive_being_written_down(said: tuple[VillageToday, Drawing]) -> None:
    places = what_if(*said).places
    assert NewPlaces.from_json(places.to_json()) == places


@given(villages_with_drawings())
def test_no_open_case_is_left_in_a_grid_that_ends(said: tuple[VillageToday, Drawing]) -> None:
    today, drawing = said
    change = what_if(today, drawing)
    for code in sorted(today.grids):
        for group in (None, *today.groups):
            assert change.places.grid_of(code, group, None) not in {e.code for e in change.ends}


@given(villages_with_drawings())
def test_newcomers_go_with_their_neighbours(said: tuple[VillageToday, Drawing]) -> None:
    today, drawing = said
    whole = with_newcomers(today, drawing.assignment)
    assert {key: whole[key] for key in drawing.assignment} == drawing.assignment
    for key in whole.keys() - drawing.assignment.keys():
        one = today.households[key]
        like = [
            number
            for other, number in drawing.assignment.items()
            if (met := today.households.get(other)) is not None
            and (met.group == one.group or met.grid == one.grid)
        ]
        assert whole[key] in like


def test_a_village_of_two_grids_is_told_in_numbers() -> None:
    """Group 2 goes over, a third grid begins with group 3, and grid 2 is no more."""
    first, second = grid(1), grid(2)
    households = {
        **{f"a{n}": Dwelling(first, 3, 1) for n in range(4)},
        **{f"b{n}": Dwelling(second, 2, 2) for n in range(3)},
        **{f"c{n}": Dwelling(first, 1, 3) for n in range(2)},
    }
    today = VillageToday(
        "431124212217", frozenset({first, second}), frozenset({first, second, grid(3)}),
        households, {1: first, 2: second, 3: first},
    )  # fmt: skip
    numbers = {"a": 1, "b": 1, "c": 2}
    change = what_if(
        today, Drawing(frozenset({1, 2}), {key: numbers[key[0]] for key in households})
    )
    assert change.codes == {1: first, 2: grid(4)}
    assert change.flows == (
        Flow(second, first, Figures(3, 6)),
        Flow(first, grid(4), Figures(2, 2)),
    )
    assert [(g.number, g.former, g.latter) for g in change.groups] == [
        (2, second, first),
        (3, first, grid(4)),
    ]
    assert [(e.code, e.successors) for e in change.ends] == [(second, (first,))]
    assert change.changed_grids == {first, second, grid(4)}
    assert [piece.kind for piece in pieces_of(today, change)] == [
        PieceKind.GRIDS,
        PieceKind.OUTLINES,
        PieceKind.GROUPS,
        PieceKind.HOUSEHOLDS,
        PieceKind.HOUSEHOLDS,
        PieceKind.POSTS,
        PieceKind.CASES,
        PieceKind.ENDING,
    ]


def change_of_groups(groups: dict[int, str], divided: set[int]) -> NewPlaces:
    return NewPlaces(
        former=frozenset({grid(1), grid(2)}),
        codes={1: grid(1), 2: grid(3)},
        groups=groups,
        divided=frozenset(divided),
        successors={grid(2): grid(3)},
    )


def test_a_case_goes_by_its_group_then_by_its_point_then_with_its_grid() -> None:
    places = change_of_groups({5: grid(3), 6: grid(1)}, divided={6})
    assert places.grid_of(grid(1), 5, 1) == grid(3), "a whole group says most"
    assert places.grid_of(grid(1), 6, 2) == grid(3), "of a divided one the point"
    assert places.grid_of(grid(2), 6, None) == grid(1), "else where most of it lies"
    assert places.grid_of(grid(2), None, None) == grid(3)
    assert places.grid_of(grid(1), None, None) == grid(1)
    assert places.grid_of(NOWHERE, 5, None) == grid(3), "known by the group alone until now"
    assert places.grid_of(NOWHERE, None, None) == NOWHERE
    assert places.grid_of(grid(9), 5, 2) == grid(9), "a special grid stays as it is"


def test_a_village_without_households_keeps_its_grid() -> None:
    today = VillageToday(
        "431124212217", frozenset({grid(1)}), frozenset({grid(1)}), {}, {1: grid(1)}
    )
    change: Change = what_if(today, Drawing(frozenset({1}), {}, {1: 1}))
    assert (change.codes, change.ends, change.groups) == ({1: grid(1)}, (), ())
