"""The file in which the demo keeps what the engine found for its villages."""

from __future__ import annotations

import csv

from wangge.insight.demo.rules.geography.grids import FILE
from wangge.insight.demo.rules.geography.outlines import CountyOutlines
from wangge.insight.demo.rules.geography.villages import divide_again


def redivide(outlines: CountyOutlines, seed: int) -> None:
    """Have the engine divide the villages, and write what it found to `data/village_grids.csv`."""
    found = divide_again(outlines, seed)
    with FILE.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(("village", "grids"))
        lines.writerows(found.items())
