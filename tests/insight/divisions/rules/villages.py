"""Invented villages and drawings for properties of the law of divisions."""

from __future__ import annotations

from hypothesis import strategies as st

from wangge.insight.divisions.rules.what_if import Drawing, Dwelling, VillageToday

VILLAGE = "431124212217"


def grid(number: int) -> str:
    return f"{VILLAGE}{number:03d}"


@st.composite
def villages(draw: st.DrawFn) -> VillageToday:
    """A village with up to five grids, ended ones before them, and households in and outside them."""
    ended = draw(st.integers(0, 3))
    current = [grid(ended + n) for n in range(1, draw(st.integers(0, 5)) + 1)]
    special = [grid(ended + len(current) + 1)] if draw(st.booleans()) else []
    somewhere = st.sampled_from(["", *current, *special])
    numbers = st.integers(1, 4)
    households = draw(
        st.dictionaries(
            st.sampled_from([f"h{n:02d}" for n in range(40)]),
            st.builds(Dwelling, somewhere, st.integers(0, 9), st.none() | numbers),
            max_size=40,
        )
    )
    return VillageToday(
        code=VILLAGE,
        grids=frozenset(current),
        used=frozenset([grid(n) for n in range(1, ended + 1)] + current + special),
        households=households,
        groups=draw(st.dictionaries(numbers, st.sampled_from(["", *current]), max_size=4)),
    )


@st.composite
def drawings(draw: st.DrawFn, village: VillageToday) -> Drawing:
    """A drawing of up to six grids that may know households that left and not know newcomers."""
    k = draw(st.integers(1, 6))
    numbers = st.integers(1, k)
    keys = [*sorted(village.households), "gone1", "gone2"]
    return Drawing(
        numbers=frozenset(range(1, k + 1)),
        assignment=draw(st.dictionaries(st.sampled_from(keys), numbers, max_size=len(keys))),
        groups=draw(st.dictionaries(st.integers(1, 4), numbers, max_size=4)),
    )


@st.composite
def villages_with_drawings(draw: st.DrawFn) -> tuple[VillageToday, Drawing]:
    village = draw(villages())
    return village, draw(drawings(village))
