"""Households, villager groups, rivers and bridges find their villages."""

from __future__ import annotations

import pytest
import shapely
from django.contrib.gis.geos import MultiLineString, Point

from tests.factories.world import SIBLING_VILLAGE, VILLAGE
from tests.insight.geodata import files
from tests.insight.geodata.desk import (
    brought,
    confirmed,
    of,
    results,
    stored,
    warnings_of,
)
from tests.registers.organisations.staff import CLOCK, done_by, recorded
from wangge.doors.door import door
from wangge.insight.geodata.rules.holdings import Holding
from wangge.lib.coordinates import Crs, from_cgcs2000
from wangge.lib.coordinates import Point as Place
from wangge.registers.areas.models import Barrier, Bridge, VillagerGroup
from wangge.registers.people.models import Household

pytestmark = pytest.mark.django_db


def test_households_are_found_by_village_group_and_head(homes: None, outlined: None) -> None:
    head = ["村代码", "组别", "户主", "经度", "纬度"]
    key = brought(
        Holding.HOUSEHOLDS,
        files.sheet(
            head,
            [VILLAGE, "1组", "壬甲", "111°30′18″", "25.505"],
            [VILLAGE, "", "壬乙", "111.505", "25.505"],
            [VILLAGE, "第2组", "壬乙", "111.515", "25.505"],
            [VILLAGE, "1", "壬丙", "111.505", "25.505"],
            [VILLAGE, "1", "", "111.505", "25.505"],
            [VILLAGE, "1", "壬甲", "111.506", "25.505"],
            ["", "1", "壬乙", "111.506", "25.505"],
            [VILLAGE, "1", "壬甲", "不详", "25.505"],
            [VILLAGE, "1", "壬甲", "", ""],
        ),
    )
    assert results(key) == {
        2: ("accepted", []),
        3: ("refused", ["why.many_households"]),
        4: ("accepted", []),
        5: ("refused", ["why.no_household"]),
        6: ("refused", ["why.no_head"]),
        7: ("refused", ["why.twice"]),
        8: ("accepted", []),
        9: ("refused", ["unreadable"]),
        10: ("refused", ["why.no_coordinates"]),
    }
    assert warnings_of(key) == {4: ["geodata.warn.outside_village"]}
    confirmed(key)
    at = door(CLOCK, lambda: Household.objects.get(village_code=VILLAGE, head_name="壬甲").point)
    assert at is not None
    assert (round(at.x, 6), at.y) == (111.505, 25.505)
    assert recorded("household.located")[-1].codes == {"count": 3, "source": "import.cgcs2000"}


def test_households_that_are_not_there_are_entered_if_so_wished() -> None:
    content = files.sheet(
        ["村代码", "组别", "户主", "人数", "经度", "纬度"],
        [VILLAGE, "1", "癸甲", "4", "111.505", "25.505"],
        [VILLAGE, "1", "癸乙", "许多", "111.505", "25.505"],
        [VILLAGE, "88", "癸丙", "2", "111.505", "25.505"],
        [VILLAGE, "1", "癸甲", "4", "111.505", "25.505"],
    )
    key = brought(Holding.HOUSEHOLDS, content, enters=True)
    assert results(key) == {
        2: ("accepted", []),
        3: ("refused", ["why.no_persons"]),
        4: ("refused", ["why.no_group"]),
        5: ("refused", ["why.twice"]),
    }
    confirmed(key)
    found = door(CLOCK, lambda: Household.objects.get(village_code=VILLAGE))
    assert (found.head_name, found.registered_persons) == ("癸甲", 4)


@pytest.mark.parametrize("system", ["gcj02", "bd09"])
def test_points_of_web_maps_are_shifted_back(outlined: None, system: str) -> None:
    shown = from_cgcs2000(Place(111.505, 25.505), Crs(system))
    content = files.geojson([shapely.Point(shown)], {"村代码": [VILLAGE], "组别": ["3"]})
    key = brought(Holding.GROUPS, content, system=system)
    confirmed(key)
    group = VillagerGroup.objects.get(village=VILLAGE, number=3)
    assert group.point is not None
    assert group.point.distance(Point(111.505, 25.505)) < 1e-6
    assert of(key).stands == "done"


def test_groups_are_found_by_village_and_number(outlined: None) -> None:
    inside, outside = shapely.Point(111.505, 25.505), shapely.Point(111.53, 25.505)
    content = files.geojson(
        [inside, inside, outside, inside, inside, shapely.MultiPoint([inside, outside])],
        {
            "村代码": ["", VILLAGE, VILLAGE, VILLAGE, VILLAGE, VILLAGE],
            "组别": ["1", "77", "2", "1-3", "", "4"],
        },
    )
    key = brought(Holding.GROUPS, content)
    assert [each[1] for each in results(key).values()] == [
        [],
        ["why.no_group"],
        ["why.outside_village"],
        ["why.many_groups"],
        ["why.no_group_said"],
        ["why.many_points"],
    ]


def test_a_river_is_cut_at_the_lines_of_villages_and_replaces_rivers(outlined: None) -> None:
    from wangge.registers.areas.operations import NewBarrier, enter_barriers

    old = MultiLineString([stored(shapely.LineString([(111.501, 25.501), (111.502, 25.501)]))])
    there = [NewBarrier("river", old), NewBarrier("railway", old)]
    done_by(CLOCK, enter_barriers, VILLAGE, there, [], source="test")
    river = shapely.LineString([(111.495, 25.505), (111.525, 25.505)])
    content = files.geojson(
        [river, river, river, shapely.LineString([(111.6, 25.6), (111.7, 25.6)])],
        {"类别": ["水系", "", "长城", "河流"], "名称": ["泠水", "", "", ""]},
    )
    key = brought(Holding.BARRIERS, content, sort="road")
    assert [each[1] for each in results(key).values()] == [
        [],
        [],
        ["why.no_sort"],
        ["why.crosses_none"],
    ]
    confirmed(key)
    kinds = Barrier.objects.filter(village=VILLAGE).order_by("kind")
    assert list(kinds.values_list("kind", "source")) == [
        ("railway", "test"),
        ("river", "import.cgcs2000"),
        ("road", "import.cgcs2000"),
    ]
    piece = kinds.get(kind="river")
    assert piece.name == "泠水"
    assert [round(x, 6) for x in piece.line.extent[::2]] == [111.5, 111.51]
    assert Barrier.objects.filter(village=SIBLING_VILLAGE).count() == 2
    assert {state for state, _ in results(key).values()} == {"written", "refused"}


def test_a_bridge_between_two_villages_belongs_to_both(outlined: None) -> None:
    content = files.geojson([shapely.Point(111.51, 25.505)], {"名称": ["泠水桥"]})
    for _ in range(2):
        confirmed(brought(Holding.BRIDGES, content))
    assert sorted(Bridge.objects.values_list("village", "name")) == [
        (VILLAGE, "泠水桥"),
        (SIBLING_VILLAGE, "泠水桥"),
    ]
