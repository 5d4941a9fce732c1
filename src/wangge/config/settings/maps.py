"""What lies under the areas on maps, and what is printed on them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from wangge.config.settings.environment import ConfigurationError, text

_LOOPBACK = {"127.0.0.1", "localhost"}
_PLACES = ("{z}", "{x}", "{y}")

# The number of the approval that a map shown to the public needs (审图号).
MAP_REVIEW_NUMBER = text("WANGGE_MAP_REVIEW_NUMBER")


@dataclass(frozen=True, slots=True)
class PictureService:
    """Picture tiles in web Mercator from another house: `over` is drawn on top, with names."""

    key: str
    name: str  # as the county calls it; empty: the platform has a word for the key
    tiles: str
    over: str = ""
    credit: str = ""
    deepest: int = 18

    @property
    def origins(self) -> set[str]:
        """Scheme and host of each address, as the content security policy writes them."""
        parts = [urlsplit(address) for address in (self.tiles, self.over) if address]
        return {f"{part.scheme}://{part.netloc}" for part in parts}


def tianditu(key: str) -> list[PictureService]:
    """The national map service (天地图): imagery and map, each with a sheet of names."""
    if not key:
        return []

    def sheet(layer: str) -> str:
        return (
            f"https://t0.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
            f"&LAYER={layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
            f"&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={key}"
        )

    return [
        PictureService("tianditu_imagery", "", sheet("img"), sheet("cia")),
        PictureService("tianditu_map", "", sheet("vec"), sheet("cva")),
    ]


def other(address: str, name: str, credit: str, deepest: str) -> list[PictureService]:
    """Any XYZ or WMTS service by its address with {z}, {x} and {y}."""
    if not address:
        return []
    parts = urlsplit(address)
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if not safe or not all(place in address for place in _PLACES):
        raise ConfigurationError(
            "WANGGE_IMAGERY_URL must be an https address with {z}, {x} and {y} in it, "
            "such as https://tiles.example.gov.cn/imagery/{z}/{x}/{y}.jpg"
        )
    if not deepest.isdecimal():
        raise ConfigurationError("WANGGE_IMAGERY_ZOOM must be a number, such as 18.")
    return [PictureService("other", name, address, credit=credit, deepest=int(deepest))]


PICTURE_SERVICES = [
    *tianditu(text("WANGGE_TIANDITU_KEY")),
    *other(
        text("WANGGE_IMAGERY_URL"),
        text("WANGGE_IMAGERY_NAME"),
        text("WANGGE_IMAGERY_CREDIT"),
        text("WANGGE_IMAGERY_ZOOM", "18"),
    ),
]
PICTURE_ORIGINS = sorted({origin for each in PICTURE_SERVICES for origin in each.origins})
