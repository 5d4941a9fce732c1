"""Lists of villager groups as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.registers.areas.rules.groups import UnreadableGroups, group_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1", (1,)),
        ("1、3、5-7", (1, 3, 5, 6, 7)),
        ("第1组，第2组", (1, 2)),
        ("１；２～４", (1, 2, 3, 4)),  # as a Chinese keyboard types them
        ("2至3组 / 9", (2, 3, 9)),
        ("3,3,1", (1, 3)),
    ],
)
def test_lists_as_they_are_written(text: str, numbers: tuple[int, ...]) -> None:
    assert group_numbers(text) == numbers


@pytest.mark.parametrize("text", ["", "、", "一组", "0", "7-5", "1000", "1-2-3", "东头"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(UnreadableGroups):
        group_numbers(text)


@given(
    st.sets(st.integers(1, 999), min_size=1, max_size=40), st.sampled_from(["、", ",", "，", ";"])
)
def test_any_set_of_numbers_is_read_back(numbers: set[int], comma: str) -> None:
    assert group_numbers(comma.join(map(str, numbers))) == tuple(sorted(numbers))
