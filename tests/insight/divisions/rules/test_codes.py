"""Codes of grids: never used again, kept at most once, and where most of the people go."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.insight.divisions.rules.villages import VILLAGE, grid
from wangge.insight.divisions.rules.codes import codes_of_draft
from wangge.insight.divisions.rules.continuing import continued
from wangge.lib.area_code import InvalidAreaCode, grid_sequence

households = st.integers(0, 60)
today = st.dictionaries(households, st.integers(1, 8).map(grid))
drawn = st.dictionaries(households, st.integers(1, 8))


@given(today, drawn)
def test_a_code_is_kept_at_most_once_and_only_where_its_people_are(
    before: dict[int, str], after: dict[int, int]
) -> None:
    kept = continued(before, after, {})
    assert len(set(kept.values())) == len(kept)
    for number, code in kept.items():
        assert any(
            before.get(household) == code for household in after if after[household] == number
        )


@given(today, drawn)
def test_the_largest_overlap_of_the_village_is_kept(
    before: dict[int, str], after: dict[int, int]
) -> None:
    common = Counter((before[h], number) for h, number in after.items() if h in before)
    kept = continued(before, after, {})
    if common:
        most = max(common.values())
        assert any(common[code, number] == most for number, code in kept.items())
    for (code, number), count in common.items():
        if kept.get(number) != code:
            rivals = [common[c, n] for n, c in kept.items() if n == number or c == code]
            assert max(rivals) >= count, "somebody with more in common has the number or the code"


@given(today)
def test_a_division_that_changes_nothing_keeps_every_code(before: dict[int, str]) -> None:
    numbers = {code: n for n, code in enumerate(sorted(set(before.values()), reverse=True), 1)}
    after = {household: numbers[code] for household, code in before.items()}
    assert continued(before, after, {}) == {n: code for code, n in numbers.items()}


@given(st.sets(st.integers(1, 90).map(grid)), st.integers(1, 9), st.data())
def test_new_codes_were_never_used_and_none_is_given_twice(
    used: set[str], k: int, data: st.DataObject
) -> None:
    some = st.dictionaries(st.integers(1, k), st.sampled_from(sorted(used)), max_size=k)
    kept = data.draw(some) if used else {}
    kept = {number: code for number, code in kept.items() if list(kept.values()).count(code) == 1}
    codes = codes_of_draft(VILLAGE, range(1, k + 1), kept, used)
    assert codes.keys() == set(range(1, k + 1))
    assert len(set(codes.values())) == k
    new = {code for number, code in codes.items() if number not in kept}
    assert new.isdisjoint(used)
    assert all(grid_sequence(code) > max(map(grid_sequence, used), default=0) for code in new)
    assert {number: codes[number] for number in kept} == kept


def test_codes_go_on_after_the_highest_and_end_at_999() -> None:
    assert codes_of_draft(VILLAGE, [1, 2], {2: grid(3)}, [grid(3), grid(7)]) == {
        1: grid(8),
        2: grid(3),
    }
    with pytest.raises(InvalidAreaCode):
        codes_of_draft(VILLAGE, [1], {}, [grid(999)])
