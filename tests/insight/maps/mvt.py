"""Reading Mapbox Vector Tiles: layers, features, properties. Just what tests ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wangge.lib.web_tile import Box, WebTile, in_degrees

_EXTENT = 4096  # units of a tile's side, unless a layer says otherwise; ours do not


@dataclass
class Feature:
    number: int = 0
    said: dict[str, object] = field(default_factory=dict)
    kind: int = 0  # 1 point, 2 line, 3 polygon
    begins: tuple[int, int] = (0, 0)  # its first point, from the tile's north-west corner


def read(tile: bytes) -> dict[str, list[Feature]]:
    """Features by layer."""
    return dict(_layer(part) for key, part in _fields(tile) if key == 3)


def point_of(feature: Feature, tile: WebTile) -> tuple[float, float]:
    """Longitude and latitude of a feature's first point."""
    side = (tile.box.east - tile.box.west) / _EXTENT
    x, y = feature.begins
    east, north = tile.box.west + x * side, tile.box.north - y * side
    found = in_degrees(Box(east, north, east, north))
    return found.west, found.north


def _layer(data: bytes) -> tuple[str, list[Feature]]:
    parts: dict[int, list[object]] = {}
    for key, part in _fields(data):
        parts.setdefault(key, []).append(part)
    keys = [bytes(key).decode() for key in parts.get(3, [])]  # type: ignore[call-overload]
    values = [_value(bytes(value)) for value in parts.get(4, [])]  # type: ignore[call-overload]
    features = [_feature(bytes(each), keys, values) for each in parts.get(2, [])]  # type: ignore[call-overload]
    return bytes(parts[1][0]).decode(), features  # type: ignore[call-overload]


def _feature(data: bytes, keys: list[str], values: list[object]) -> Feature:
    found = Feature()
    for key, part in _fields(data):
        if key == 1:
            found.number = part  # type: ignore[assignment]
        elif key == 2:
            tags = list(_numbers(part))  # type: ignore[arg-type]
            pairs = zip(tags[::2], tags[1::2], strict=True)
            found.said = {keys[name]: values[value] for name, value in pairs}
        elif key == 3:
            found.kind = part  # type: ignore[assignment]
        elif key == 4:
            _, x, y, *_ = _numbers(part)  # type: ignore[arg-type]
            found.begins = (x >> 1) ^ -(x & 1), (y >> 1) ^ -(y & 1)
    return found


def _value(data: bytes) -> object:
    ((key, part),) = _fields(data)
    if key == 1:
        return part.decode()  # type: ignore[union-attr]
    return bool(part) if key == 7 else part


def _fields(data: bytes) -> Iterator[tuple[int, bytes | int]]:
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        if tag & 7 == 0:
            value, at = _varint(data, at)
            yield tag >> 3, value
        else:
            length, at = _varint(data, at)
            yield tag >> 3, data[at : at + length]
            at += length


def _numbers(data: bytes) -> Iterator[int]:
    at = 0
    while at < len(data):
        number, at = _varint(data, at)
        yield number


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if not byte & 0x80:
            return number, at
