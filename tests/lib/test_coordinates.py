from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.coordinates import (
    Crs,
    Point,
    bd09_to_gcj02,
    distance_m,
    from_cgcs2000,
    from_metres,
    gcj02_to_bd09,
    gcj02_to_wgs84,
    to_cgcs2000,
    to_metres,
    wgs84_to_gcj02,
)

CENTRE = Point(111.5860, 25.5177)
CENTIMETRE = 0.01
INLAND = st.builds(Point, st.floats(74, 135), st.floats(4, 53))
NEARBY = st.builds(Point, st.floats(111.0, 112.1), st.floats(25.0, 26.0))


@given(INLAND)
def test_gcj02_there_and_back(point: Point) -> None:
    assert distance_m(point, gcj02_to_wgs84(wgs84_to_gcj02(point))) < CENTIMETRE
    assert distance_m(point, wgs84_to_gcj02(gcj02_to_wgs84(point))) < CENTIMETRE


@given(INLAND)
def test_bd09_there_and_back(point: Point) -> None:
    assert distance_m(point, bd09_to_gcj02(gcj02_to_bd09(point))) < CENTIMETRE
    assert distance_m(point, gcj02_to_bd09(bd09_to_gcj02(point))) < CENTIMETRE


@given(INLAND, st.sampled_from(Crs))
def test_every_system_there_and_back(point: Point, crs: Crs) -> None:
    assert distance_m(point, to_cgcs2000(from_cgcs2000(point, crs), crs)) < CENTIMETRE


@given(INLAND)
def test_the_shift_is_some_hundred_metres(point: Point) -> None:
    assert 10 < distance_m(point, wgs84_to_gcj02(point)) < 1500


def test_known_points() -> None:
    """The worked example that circulates with the published formula (Beijing)."""
    gcj = wgs84_to_gcj02(Point(116.404, 39.915))
    assert gcj == pytest.approx((116.41024449916938, 39.91640428150164), abs=1e-8)
    bd = gcj02_to_bd09(Point(116.404, 39.915))
    assert bd == pytest.approx((116.41036949371029, 39.92133699351021), abs=1e-8)


@given(st.builds(Point, st.floats(-70, 70), st.floats(-80, 0)))
def test_abroad_nothing_is_shifted(point: Point) -> None:
    assert gcj02_to_wgs84(point) == wgs84_to_gcj02(point) == point


@given(NEARBY)
def test_metres_there_and_back(point: Point) -> None:
    assert distance_m(point, from_metres(to_metres(point))) < CENTIMETRE


@given(NEARBY, NEARBY)
def test_the_plane_is_true_to_a_part_in_five_thousand(a: Point, b: Point) -> None:
    p, q = to_metres(a), to_metres(b)
    flat, curved = hypot(p.east - q.east, p.north - q.north), distance_m(a, b)
    assert flat == pytest.approx(curved, rel=2e-4, abs=CENTIMETRE)


def test_the_plane_has_its_meridian_at_111() -> None:
    assert to_metres(Point(111, 25.5)).east == pytest.approx(500_000, abs=0.001)
    assert to_metres(CENTRE).east > 500_000


@given(NEARBY, NEARBY)
def test_distance_has_no_direction(a: Point, b: Point) -> None:
    assert distance_m(a, b) == pytest.approx(distance_m(b, a), abs=1e-6)
    assert distance_m(a, a) == 0
