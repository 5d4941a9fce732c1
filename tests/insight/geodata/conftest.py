"""Two villages side by side, and households in one of them."""

from __future__ import annotations

import pytest

from tests.factories.world import SIBLING_VILLAGE, START, VILLAGE
from tests.insight.geodata.desk import EAST, WEST, stored
from tests.registers.organisations.staff import CLOCK, done_by
from wangge.registers.areas.models import VillagerGroup
from wangge.registers.areas.operations import draw
from wangge.registers.people.operations import NewHousehold, enter_households


@pytest.fixture
def outlined() -> None:
    for code, shape in ((VILLAGE, WEST), (SIBLING_VILLAGE, EAST)):
        outline = {code: stored(shape)}
        done_by(CLOCK, draw, outline, source="test", synthetic=False, valid_from=START)


@pytest.fixture
def homes() -> None:
    groups = dict(VillagerGroup.objects.filter(village=VILLAGE).values_list("number", "pk"))
    named = [(1, "壬甲"), (1, "壬乙"), (2, "壬乙")]
    wanted = [NewHousehold(VILLAGE, groups[n], name, None, 3, 3) for n, name in named]
    done_by(CLOCK, enter_households, wanted, from_day=START)
