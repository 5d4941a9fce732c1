import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import default_rng
from shapely.geometry import Polygon, box

from wangge.insight.demo.rules.geography.outlines import CountyOutlines
from wangge.insight.demo.rules.geography.plane import points_to_metres, to_degrees
from wangge.insight.demo.rules.geography.settlements import settle

SQUARE = box(111.5, 25.4, 111.525, 25.42)
CRESCENT = Polygon(
    [(111.5, 25.4), (111.53, 25.4), (111.53, 25.43), (111.5, 25.43), (111.505, 25.425),
     (111.524, 25.42), (111.524, 25.41), (111.505, 25.405)]
)  # fmt: skip


@given(
    seed=st.integers(0, 2**32 - 1),
    outline=st.sampled_from([SQUARE, CRESCENT]),
    groups=st.integers(1, 15),
    more=st.integers(0, 400),
)
@settings(max_examples=40, deadline=None)
def test_everybody_lives_in_the_village_and_in_a_group(
    seed: int, outline: Polygon, groups: int, more: int
) -> None:
    village = settle(outline, rng=default_rng(seed), households=groups + more, groups=groups)
    homes = shapely.get_coordinates([home.point for home in village.households])
    assert shapely.contains_xy(outline, homes[:, 0], homes[:, 1]).all()
    assert all(outline.contains(group.centre) for group in village.groups)
    assert [group.number for group in village.groups] == list(range(1, groups + 1))
    assert {home.group_number for home in village.households} == set(range(1, groups + 1))
    assert all(0 <= h.usual_persons <= h.registered_persons <= 7 for h in village.households)
    assert village.synthetic


def test_a_village_has_the_usual_size() -> None:
    rng = default_rng(5)
    homes = [home for _ in range(30) for home in settle(SQUARE, rng=rng).households]
    assert len(homes) == 30 * 407
    assert np.mean([home.registered_persons for home in homes]) == pytest.approx(3.88, abs=0.05)
    assert np.mean([home.usual_persons for home in homes]) == pytest.approx(2.8, abs=0.05)


def test_hamlets_are_clusters() -> None:
    village = settle(SQUARE, rng=default_rng(6))
    homes = points_to_metres(shapely.get_coordinates([h.point for h in village.households]))
    centres = points_to_metres(shapely.get_coordinates([g.centre for g in village.groups]))
    own = centres[[home.group_number - 1 for home in village.households]]
    assert np.hypot(*(homes - own).T).max() < 600  # metres


def test_a_small_town_quarter_has_room_too(county: CountyOutlines) -> None:
    smallest = min(county.villages.values(), key=lambda outline: outline.area)
    homes = settle(smallest, rng=default_rng(7)).households
    assert all(smallest.contains(home.point) for home in homes)


def test_a_group_needs_a_household() -> None:
    with pytest.raises(ValueError, match="needs a household"):
        settle(to_degrees(box(4e5, 28e5, 41e4, 281e4)), rng=default_rng(1), households=3)
