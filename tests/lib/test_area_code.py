from contextlib import suppress
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.area_code import (
    InvalidAreaCode,
    Level,
    TownshipKind,
    ancestors,
    at_level,
    code_range,
    contains,
    covering,
    grid_sequence,
    level_of,
    next_grid_code,
    outermost,
    parent,
    township_kind,
    trim,
    village_sequence,
)

_PARTS = (
    st.integers(10, 99).map(str),
    *(st.integers(1, 99).map("{:02d}".format) for _ in range(2)),
    *(st.integers(1, 999).map("{:03d}".format) for _ in range(3)),
)


@st.composite
def codes(draw: st.DrawFn) -> str:
    return "".join(draw(part) for part in _PARTS[: draw(st.integers(1, 6))])


GRIDS = st.tuples(*_PARTS).map("".join)
VILLAGES = st.tuples(*_PARTS[:5]).map("".join)


@given(codes())
def test_a_padded_code_is_trimmed_to_itself(code: str) -> None:
    for level in Level:
        if level >= len(code):
            assert trim(code.ljust(level, "0")) == code


@given(codes())
def test_the_way_up_ends_at_the_province(code: str) -> None:
    way = (*ancestors(code), code)
    assert [level_of(each) for each in way] == [level for level in Level if level <= len(code)]
    assert all(parent(lower) == upper for upper, lower in pairwise(way))
    assert parent(way[0]) is None
    assert all(at_level(code, level_of(each)) == each for each in way)


@given(codes(), codes())
def test_three_ways_to_lie_in_an_area_agree(a: str, b: str) -> None:
    low, high = code_range(a)
    assert contains(a, b) == (low <= b < high) == (a == b or a in ancestors(b))


@given(codes(), GRIDS)
def test_an_area_contains_all_that_begins_with_it(code: str, grid: str) -> None:
    inner = code + grid[len(code) :]
    low, high = code_range(code)
    assert contains(code, inner)
    assert low <= inner < high


# Few numbers a level, so that codes have areas in common.
_CLOSE = st.tuples(
    st.sampled_from(["43"]),
    *(st.sampled_from(["01", "02"]) for _ in range(2)),
    *(st.sampled_from(["001", "002", "003"]) for _ in range(3)),
)
CLOSE_CODES = st.builds(lambda parts, n: "".join(parts[:n]), _CLOSE, st.integers(2, 6))


def room(areas: tuple[str, ...]) -> int:
    """How many grids could have a code in these areas, which do not lie in each other."""
    return sum(10 ** (15 - len(area)) for area in areas)


@given(st.lists(CLOSE_CODES, max_size=9))
def test_the_outermost_contain_all_and_not_each_other(codes: list[str]) -> None:
    kept = outermost(codes)
    assert set(kept) <= set(codes)
    assert all(any(contains(area, code) for area in kept) for code in codes)
    assert not [(a, b) for a in kept for b in kept if a != b and contains(a, b)]


@given(st.lists(CLOSE_CODES, max_size=30), st.integers(1, 6))
def test_a_covering_contains_all_with_no_more_areas_than_asked(codes: list[str], most: int) -> None:
    areas = covering(codes, most)
    assert len(areas) <= most
    assert all(any(contains(area, code) for area in areas) for code in codes)
    assert areas == outermost(areas)
    assert areas == covering(reversed(codes), most)


@given(st.lists(CLOSE_CODES, max_size=4), st.integers(1, 4))
def test_no_covering_is_narrower(codes: list[str], most: int) -> None:
    """Tried against every way to put an area above it in the place of each code."""
    ways = product(*((*ancestors(code), code) for code in codes))
    fitting = [areas for way in ways if len(areas := outermost(way)) <= most]
    assert room(covering(codes, most)) == min(map(room, fitting))


def test_what_fits_stays_as_it_is_and_the_rest_is_joined_low_down() -> None:
    here = [f"431124101{n}" for n in ("201", "202", "203")]
    there = [f"431124102{n}" for n in ("201", "202")]
    assert covering([*here, *there], 5) == (*here, *there)
    assert covering([*here, *there], 4) == ("431124101", *there)  # adds fewer villages than there
    assert covering([*here, *there], 2) == ("431124101", "431124102")
    assert covering([*here, *there], 1) == ("431124",)
    assert covering([*here, "431124"], 1) == ("431124",)
    assert covering([], 4) == ()


def test_two_provinces_have_no_area_in_common() -> None:
    assert covering(["43", "44"], 2) == ("43", "44")
    with pytest.raises(ValueError, match="no 1 areas"):
        covering(["4311", "44"], 1)


@given(VILLAGES, st.sets(st.integers(1, 998)), st.sets(GRIDS, max_size=3))
def test_a_new_grid_code_was_never_used(
    village: str, used_numbers: set[int], elsewhere: set[str]
) -> None:
    used = {f"{village}{number:03d}" for number in used_numbers} | elsewhere
    new = next_grid_code(village, used)
    assert new not in used
    assert parent(new) == village
    assert grid_sequence(new) == max(used_numbers | {0}) + 1 or elsewhere


def test_gaps_left_by_mergers_are_not_filled() -> None:
    village = "431124101201"
    assert next_grid_code(village, []) == "431124101201001"
    assert next_grid_code(village, ["431124101201007", "431124101201002"]) == "431124101201008"
    with pytest.raises(InvalidAreaCode) as refused:
        next_grid_code(village, ["431124101201999"])
    assert refused.value.message.code == "area.code.grids_used_up"
    with pytest.raises(InvalidAreaCode):
        next_grid_code("431124101", [])


@pytest.mark.parametrize(
    ("padded", "trimmed"),
    [
        ("430000000000", "43"),
        ("431100", "4311"),
        ("431124000000", "431124"),
        ("431124001000", "431124001"),
        ("431124100200", "431124100200"),
        ("441900003000", "441900003"),
        ("431124001001000", "431124001001"),
        ("43", "43"),
    ],
)
def test_only_whole_parts_are_padding(padded: str, trimmed: str) -> None:
    assert trim(padded) == trimmed


def test_a_township_without_a_county() -> None:
    assert parent("441900003") == "4419"
    assert ancestors("441900003001") == ("44", "4419", "441900003")
    with pytest.raises(InvalidAreaCode):
        at_level("441900003", Level.COUNTY)


@pytest.mark.parametrize(
    "text",
    [
        *("", "4", "431", "43112", "4311240", "4311240010011234", "00", "043"),
        *("43112a", "\u0664\u0663", "4311 4", " 43", "-43112", "431124\n", "００１１２４"),
        *("431100", "0000", "431124000"),
    ],
)
def test_what_is_no_code(text: str) -> None:
    with pytest.raises(InvalidAreaCode):
        level_of(text)


@given(st.text() | st.text("0123456789", max_size=16))
def test_any_text_has_a_level_or_is_refused(text: str) -> None:
    for function in (level_of, trim):
        with suppress(InvalidAreaCode):
            assert function(text)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("001", TownshipKind.STREET),
        ("099", TownshipKind.STREET),
        ("100", TownshipKind.TOWN),
        ("199", TownshipKind.TOWN),
        ("200", TownshipKind.TOWNSHIP),
        ("399", TownshipKind.TOWNSHIP),
        ("400", TownshipKind.FARM),
        ("599", TownshipKind.FARM),
    ],
)
def test_the_kind_of_a_township(number: str, kind: TownshipKind) -> None:
    assert township_kind(f"431124{number}") is kind
    assert township_kind(f"431124{number}201001") is kind


def test_sequences() -> None:
    assert village_sequence("431124101201") == village_sequence("431124101201005") == 201
    assert grid_sequence("431124101201005") == 5
    for asked in (village_sequence, township_kind, grid_sequence):
        with pytest.raises(InvalidAreaCode):
            asked("431124")
    with pytest.raises(InvalidAreaCode):
        township_kind("431124600")


def test_levels_are_ordered_and_have_names() -> None:
    assert Level.PROVINCE < Level.PREFECTURE < Level.COUNTY < Level.TOWNSHIP
    assert Level.TOWNSHIP < Level.VILLAGE < Level.GRID
    assert Level.GRID.words.code == "area.level.grid"
