"""The small demo as the tests see it: drawn, settled, divided and staffed, all from one seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from wangge.insight.demo.rules.geography.outlines import CountyOutlines
from wangge.insight.demo.rules.geography.small_county import MAIN_GROUP, MAIN_VILLAGE
from wangge.insight.demo.rules.geography.villages import Village, draw_villages
from wangge.insight.demo.rules.population.staff import StaffPlan, plan_staff


@dataclass(frozen=True)
class SmallDemo:
    villages: Mapping[str, Village]
    staff: StaffPlan

    def grid_of(self, village: str, group: int) -> str:
        return self.villages[village].grid_of_group(group)

    def worker_of(self, village: str, group: int) -> str:
        return self.staff.worker_of(self.grid_of(village, group))


def make_small_demo(county: CountyOutlines, seed: int) -> SmallDemo:
    villages = draw_villages(county, seed)
    codes = {code: [grid.code for grid in village.grids] for code, village in villages.items()}
    main_grid = villages[MAIN_VILLAGE].grid_of_group(MAIN_GROUP)
    return SmallDemo(villages, plan_staff(codes, main_grid=main_grid, rng=Random(seed)))
