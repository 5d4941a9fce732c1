"""The small demo as the tests see it: drawn, settled, divided and staffed, all from one seed."""

from dataclasses import dataclass
from random import Random

from numpy.random import default_rng

from wangge.insight.demo.geography.grids import (
    ProvisionalGrid,
    grid_of_group,
    provisional_grids,
)
from wangge.insight.demo.geography.outlines import CountyOutlines
from wangge.insight.demo.geography.settlements import Settlement, settle
from wangge.insight.demo.geography.small_county import (
    HOUSEHOLDS_OF_A_VILLAGE,
    MAIN_GROUP,
    MAIN_VILLAGE,
    VILLAGES,
)
from wangge.insight.demo.population.staff import StaffPlan, plan_staff


@dataclass(frozen=True)
class SmallDemo:
    settlements: dict[str, Settlement]
    grids: dict[str, tuple[ProvisionalGrid, ...]]
    staff: StaffPlan

    def grid_of(self, village: str, group: int) -> str:
        return grid_of_group(self.grids[village], self.settlements[village].households, group)

    def worker_of(self, village: str, group: int) -> str:
        return self.staff.worker_of(self.grid_of(village, group))


def make_small_demo(county: CountyOutlines, seed: int = 1) -> SmallDemo:
    rng = default_rng(seed)
    settlements = {
        village: settle(county.villages[village], rng=rng, households=HOUSEHOLDS_OF_A_VILLAGE)
        for village in VILLAGES
    }
    grids = {
        village: provisional_grids(
            village, county.villages[village], settlements[village].households, rng=rng
        )
        for village in VILLAGES
    }
    main_grid = grid_of_group(grids[MAIN_VILLAGE], settlements[MAIN_VILLAGE].households, MAIN_GROUP)
    codes = {village: [grid.code for grid in of_village] for village, of_village in grids.items()}
    staff = plan_staff(codes, main_grid=main_grid, rng=Random(seed))
    return SmallDemo(settlements, grids, staff)
