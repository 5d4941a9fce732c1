"""Households: their places are seen in their area, the names of their heads on no page."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from django.contrib.gis.geos import Point
from django.utils import timezone

from tests.factories.world import SIBLING_VILLAGE, START, VILLAGE
from tests.insight.maps import ground
from tests.leaks.asking import mark_of_place
from tests.leaks.oracle import Asker, sees_homes
from tests.leaks.stories import ELSEWHERE
from tests.leaks.thing import Made, One, Thing
from wangge.doors.door import door
from wangge.registers.areas.models import VillagerGroup
from wangge.registers.people.operations import NewHousehold, enter_households

# By key: to which area it belongs, and where it stands. The second stands on the first one's ground.
HOMES = MappingProxyType(
    {
        "grid": (ground.GRIDS[0], ground.HOME),
        "gridtwo": (ground.GRIDS[1], (ground.HOME[0] + 0.0004, ground.HOME[1])),
        "sibling": (ground.GRIDS[2], ground.SIBLING_HOME),
        "elsewhere": (ELSEWHERE, (111.645, 25.505)),
    }
)
_NEIGHBOURS = 24  # unmarked, in each village, so that it can be divided


def _make(made: Made) -> Iterator[One]:
    ground.drawn(ground.outlines() | {ELSEWHERE: ground.square(2, 0)})
    ground.thinned()
    ground.lines_and_groups()
    homes = [_home(area, None, f"ZZ{key}ZZhead", at) for key, (area, at) in HOMES.items()]
    for column, village in enumerate((VILLAGE, SIBLING_VILLAGE, ELSEWHERE)):
        homes += _neighbours(column, village)
    now = timezone.now()
    door(ground.CLOCK, lambda: enter_households(homes, from_day=START, by=ground.CLOCK, at=now))
    for key, (_, at) in HOMES.items():
        yield One(key, {f"ZZ{key}ZZhead": "head", mark_of_place(*at): "place"}, {})


def _neighbours(column: int, village: str) -> Iterator[NewHousehold]:
    """In the north of the village, out of the tiles of the marked ones."""
    groups = list(VillagerGroup.objects.filter(village=village).order_by("number"))
    for number in range(_NEIGHBOURS):
        at = (
            ground.WEST + (column + 0.08 + number % 6 * 0.15) * ground.SIDE,
            ground.SOUTH + (0.65 + number // 6 * 0.09) * ground.SIDE,
        )
        group = groups[number % len(groups)] if groups else None
        area = str(group.grid_id) if group and group.grid_id else village
        yield _home(area, group and group.pk, "户主", at)


def _home(area: str, group: int | None, head: str, at: tuple[float, float]) -> NewHousehold:
    return NewHousehold(area, group, head, Point(*at, srid=4490), 3, 2)


def _hears(asker: Asker, key: str, sort: str) -> bool:
    return sort == "place" and sees_homes(asker.posts, HOMES[key][0])


THING = Thing(
    name="household",
    models=frozenset({"people.Household", "people.HouseholdPlacement"}),
    make=_make,
    sees=lambda asker, key: sees_homes(asker.posts, HOMES[key][0]),
    hears=_hears,
    scopes={
        "west": lambda asker, key: (
            key in {"grid", "gridtwo"} and sees_homes(asker.posts, HOMES[key][0])
        ),
        "east": lambda asker, key: key == "sibling" and sees_homes(asker.posts, HOMES[key][0]),
    },
)
