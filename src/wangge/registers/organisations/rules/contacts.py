"""What the public learns about a grid: who works there, and which number to call."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublicContact:
    """What may be printed on the map, the poster and the card of a grid.

    `worker` is empty where nobody works the grid; `phone` is then, and where the worker has not
    agreed to a number, the station's (empty where that has none either).
    """

    grid_code: str
    grid_name: str
    worker: str
    phone: str
    of_station: bool  # whose number it is
