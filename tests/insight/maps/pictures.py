"""Sets of picture tiles of one colour, enough to lie under a map."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from wangge.insight.maps.adapters.imagery.sets import PUBLIC, SUFFIX, SYNTHETIC
from wangge.insight.maps.adapters.imagery.writing import write_set
from wangge.lib.web_tile import Box, in_web_metres

SAND = (220, 200, 160)
AROUND = Box(111.2, 25.0, 112.0, 26.0)
"""Every place of the tests, in degrees."""


def have_pictures(
    state: Path,
    key: str = "relief",
    colour: tuple[int, int, int] = SAND,
    *,
    over: Box = AROUND,
    deepest: int = 10,
    public: bool = True,
    invented: bool = True,
) -> None:
    """Put a set into a state folder, as if it had been loaded."""
    write_set(
        state / "imagery" / f"{key}{SUFFIX}",
        lambda tile: Image.new("RGBA", (256, 256), (*colour, 255)),
        box=in_web_metres(over),
        deepest=deepest,
        metadata={
            "name": "2025年影像",
            "attribution": "某局",
            PUBLIC: "1" if public else "0",
            SYNTHETIC: "1" if invented else "0",
        },
    )
