"""Tables of the law of cases: see README.md for what each says and where it comes from."""

from __future__ import annotations

import csv
from importlib.resources import files


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``name``.csv in order, each by its column names."""
    with (files(__name__) / f"{name}.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))
