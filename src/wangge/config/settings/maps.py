"""What lies under the areas on maps, and what is printed on them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from wangge.config.settings.environment import ConfigurationError, text
from wangge.lib.message import Message

_LOOPBACK = {"127.0.0.1", "localhost"}
_PLACES = ("{z}", "{x}", "{y}")

# The number of the approval that a map shown to the public needs (审图号).
MAP_REVIEW_NUMBER = text("WANGGE_MAP_REVIEW_NUMBER")


@dataclass(frozen=True, slots=True)
class PictureService:
    """Picture tiles in web Mercator from another house: `over` is drawn on top, with names.

    `for_paper` is the address at which the platform itself asks, empty where it may not: there it
    is the server that shows the key, and paper has names of its own.
    """

    key: str
    name: str  # as the county calls it; empty: the platform has a word for the key
    tiles: str
    over: str = ""
    credit: str = ""
    deepest: int = 18
    for_paper: str = ""

    @property
    def label(self) -> Message | str:
        """What it is called where a ground is chosen."""
        return self.name or Message(f"web.map.ground.{self.key}")

    @property
    def credited(self) -> Message | str:
        """Whom a map names as the source of its picture."""
        return self.credit or Message(f"web.map.credit.{self.key}")

    @property
    def origins(self) -> set[str]:
        """Scheme and host of each address, as the content security policy writes them."""
        parts = [urlsplit(address) for address in (self.tiles, self.over) if address]
        return {f"{part.scheme}://{part.netloc}" for part in parts}


def tianditu(key: str, server_key: str) -> list[PictureService]:
    """The national map service (天地图): imagery and map, each with a sheet of names.

    Its keys are of two kinds: one that browsers show, and one that only a server may.
    """
    if not key:
        return []

    def sheet(layer: str, key: str = key) -> str:
        return (
            f"https://t0.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
            f"&LAYER={layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
            f"&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={key}"
        )

    return [
        PictureService(
            f"tianditu_{name}",
            "",
            sheet(layer),
            sheet(names),
            for_paper=sheet(layer, server_key) if server_key else "",
        )
        for name, layer, names in (("imagery", "img", "cia"), ("map", "vec", "cva"))
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
    return [
        PictureService(
            "other", name, address, credit=credit, deepest=int(deepest), for_paper=address
        )
    ]


PICTURE_SERVICES = [
    *tianditu(text("WANGGE_TIANDITU_KEY"), text("WANGGE_TIANDITU_SERVER_KEY")),
    *other(
        text("WANGGE_IMAGERY_URL"),
        text("WANGGE_IMAGERY_NAME"),
        text("WANGGE_IMAGERY_CREDIT"),
        text("WANGGE_IMAGERY_ZOOM", "18"),
    ),
]
PICTURE_ORIGINS = sorted({origin for each in PICTURE_SERVICES for origin in each.origins})
