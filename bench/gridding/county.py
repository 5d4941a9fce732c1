"""A whole county divided from its command line: wall and processor time on the cores given.

    .venv/bin/python bench/gridding/county.py [--villages 370] [--workers 2] [--bound]

The villages are invented, of the sizes a county of hills has: a median of 380 households, few
beyond 1,500, 150,000 together. What is timed is what a county runs: `gridding county`, start-up,
reading and writing included.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

from run import village  # noqa: E402

MEDIAN, SPREAD = 380, 0.45  # of a log-normal distribution of households
SMALLEST, LARGEST = 60, 2500


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in"), Path(folder, "out")
        source.mkdir()
        households = _write(source, options.villages, options.seed)
        print(f"{options.villages} villages, {households} households, seed {options.seed}")
        command = [sys.executable, "-m", "gridding", "county", str(source), "-o", str(out)]
        command += ["--workers", str(options.workers), *(["--bound"] if options.bound else [])]
        began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        _tell(out, wall, spent, options.workers)


def _write(folder: Path, villages: int, seed: int) -> int:
    sizes = np.random.default_rng(seed).lognormal(np.log(MEDIAN), SPREAD, villages)
    sizes = np.clip(sizes.astype(int), SMALLEST, LARGEST)
    for number, size in enumerate(sizes):
        document = village(seed + number, int(size))
        (folder / f"{number:04}.geojson").write_text(json.dumps(document), encoding="utf-8")
    return int(sizes.sum())


def _tell(out: Path, wall: float, spent: float, workers: int) -> None:
    reports = [
        json.loads(path.read_text(encoding="utf-8"))["report"] for path in out.glob("*.geojson")
    ]
    lawful = sum(bool(report["feasible"]) for report in reports)
    print(f"wall {wall:.0f} s, processor {spent:.0f} s on {workers} workers")
    print(f"{lawful} of {len(reports)} lawful")


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--villages", type=int, default=370)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--bound", action="store_true")
    return options.parse_args()


if __name__ == "__main__":
    main()
