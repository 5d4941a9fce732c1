"""Who answers for a place: posts by permission, desks, and the persons in them today."""

from __future__ import annotations

import pytest

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.registers.organisations.staff import TODAY, person, post
from wangge.access.permissions import Permission
from wangge.registers.organisations.queries.reach import desks_of, persons_in, posts_with

pytestmark = pytest.mark.django_db


def test_every_post_of_a_unit_carries_what_the_unit_carries() -> None:
    """The table of roles names units as a whole; its posts are found one by one."""
    drawing = posts_with(Permission.DIVISION_DRAW, TOWNSHIP)
    centre = {post("t_grid_centre", kind, TOWNSHIP).pk for kind in ("head", "intake")}
    assert centre <= set(drawing)
    assert post("t_government", "head", TOWNSHIP).pk not in drawing


def test_what_a_head_alone_carries_is_found_with_the_head_alone() -> None:
    assert posts_with(Permission.DIVISION_ENDORSE, VILLAGE) == [
        post("t_grid_centre", "head", TOWNSHIP).pk
    ]


def test_duties_of_the_platform_take_the_place_of_what_their_unit_carries() -> None:
    assert post("county_grid_centre", "it_admin", COUNTY).pk not in posts_with(
        Permission.DIVISION_DRAW, VILLAGE
    )


def test_a_desk_is_the_intake_of_a_centre_and_who_sits_there_is_reached() -> None:
    unit = post("t_grid_centre", "head", TOWNSHIP).unit_id
    desk = post("t_grid_centre", "intake", TOWNSHIP).pk
    assert desks_of([unit]) == [desk]
    assert persons_in([desk], TODAY) == {person("township_intake")}
    assert persons_in([desk], TODAY, [unit]) == set()
