"""The sample of the leak table leaves out no pair, and is the same every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from tests.leaks.oracle import place, rank
from tests.leaks.pairs import covering
from tests.leaks.plan import STAFF, Cell, cells, is_for_everybody, sample_of_staff, values_of
from tests.leaks.scene import Scene


def test_every_pair_meets_in_few_rows() -> None:
    rows = {(a, b, c): (a, b, c) for a in range(6) for b in range(5) for c in range(4)}
    chosen = covering(rows, set())
    for one, other in combinations(range(3), 2):
        assert {(r[one], r[other]) for r in chosen} == {(r[one], r[other]) for r in rows}
    assert len(chosen) < len(rows) / 2
    assert chosen == covering(rows, set())


def test_no_rank_and_no_place_of_the_staff_is_left_out() -> None:
    chosen = {role for role, _ in sample_of_staff([(role, "") for role in STAFF], everything=False)}
    assert {rank(STAFF[role]) for role in chosen} == {rank(posts) for posts in STAFF.values()}
    assert {place(STAFF[role]) for role in chosen} == {place(posts) for posts in STAFF.values()}


def test_the_sample_of_the_table_has_every_pair_of_the_whole(played: Scene) -> None:
    whole = cells(played, everything=True)
    sample = cells(played, everything=False)
    assert pairs_in(sample) == pairs_in(whole)
    assert sum(map(len, sample.values())) < sum(map(len, whole.values())) / 5


def pairs_in(table: Mapping[int, Sequence[Cell]]) -> set[object]:
    """Which values meet; without the pages for everybody, which the sample asks for a few people."""
    asked = [cell for at, line in table.items() if not is_for_everybody(at) for cell in line]
    rows = map(values_of, asked)
    return {(i, j, row[i], row[j]) for row in rows for i, j in combinations(range(len(row)), 2)}
