"""53 villages, 254 grids: the published figures of the first batch, whatever the dice say."""

from __future__ import annotations

from random import Random

import pytest

from wangge.insight.demo.rules.batches import WITHOUT_GRIDS, first_batch, plan_lists
from wangge.insight.demo.rules.geography.small_county import VILLAGES
from wangge.lib.area_code import Level

DRAWN = {village: [f"{village}{n:03d}" for n in range(1, 4)] for village in VILLAGES}


@pytest.mark.parametrize("seed", range(5))
def test_the_first_batch_comes_out_at_its_figures(seed: int) -> None:
    lists = plan_lists(DRAWN, Random(seed))
    grids = [code for village in lists for code, _ in village.grids]
    assert len(first_batch(DRAWN)) == 53
    assert len(grids) + sum(map(len, DRAWN.values())) == 254
    assert len(set(grids)) == len(grids)
    for village in lists:
        numbers = [n for _, groups in village.grids for n in groups]
        assert numbers == list(range(1, len(numbers) + 1))


def test_it_reaches_many_townships_and_begins_with_what_is_drawn() -> None:
    members = first_batch(DRAWN)
    assert set(VILLAGES) <= set(members)
    assert len({village[: Level.TOWNSHIP] for village in members}) > 20
    assert WITHOUT_GRIDS not in members
