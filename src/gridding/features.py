"""The features of an input file, each checked on its own before anything is built from them."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gridding.message import BadInput

KINDS = ("village", "household", "barrier", "bridge")

Json = Mapping[str, Any]
Position = tuple[float, float]


@dataclass(frozen=True)
class Feature:
    """A feature with its kind and the name by which a refusal speaks of it."""

    kind: str
    name: str
    geometry: Json
    properties: Json


def load_json(path: Path) -> Json:
    """The object in a file, or the refusal that says why there is none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput("input.unreadable", file=path.name, detail=error.strerror) from error
    except ValueError as error:
        raise BadInput("input.not_json", file=path.name, detail=str(error)) from error
    if not isinstance(document, dict):
        raise BadInput("input.not_collection", file=path.name)
    return document


def features_of(document: Json) -> Iterator[Feature]:
    """Every feature of a FeatureCollection, named, in the order of the file."""
    listed = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(listed, list):
        raise BadInput("input.not_collection", file="")
    for index, raw in enumerate(listed, start=1):
        yield _feature(index, raw)


def _feature(index: int, raw: object) -> Feature:
    if not isinstance(raw, dict):
        raise BadInput("input.not_feature", feature=f"#{index}")
    properties = raw.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    kind = properties.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadInput("input.unknown_kind", feature=f"#{index}", kind=kind)
    geometry = raw.get("geometry")
    name = f"{kind} {properties.get('id', f'#{index}')}"
    if not isinstance(geometry, dict):
        raise BadInput("input.no_geometry", feature=name)
    return Feature(kind, name, geometry, properties)


def position(feature: Feature, raw: object) -> Position:
    """A coordinate pair (a height is ignored), finite."""
    if isinstance(raw, Sequence) and not isinstance(raw, str) and len(raw) >= 2:
        x, y = raw[0], raw[1]
        if _is_number(x) and _is_number(y) and math.isfinite(x) and math.isfinite(y):
            return float(x), float(y)
    raise BadInput("input.bad_position", feature=feature.name)


def line(feature: Feature, raw: object, least: int) -> list[Position]:
    """A list of at least ``least`` coordinate pairs."""
    if not isinstance(raw, Sequence) or isinstance(raw, str) or len(raw) < least:
        raise BadInput("input.too_short", feature=feature.name, least=least)
    return [position(feature, pair) for pair in raw]


def coordinates(feature: Feature, *kinds: str) -> Any:
    """The raw coordinates of a feature whose geometry must be one of ``kinds``."""
    if feature.geometry.get("type") not in kinds:
        raise BadInput(
            "input.wrong_geometry",
            feature=feature.name,
            wanted="/".join(kinds),
            found=feature.geometry.get("type"),
        )
    return feature.geometry.get("coordinates")


def household_id(feature: Feature) -> str:
    """The id of a household as text; numbers are allowed, nothing is invented."""
    raw = feature.properties.get("id")
    if isinstance(raw, bool) or not isinstance(raw, str | int) or raw == "":
        raise BadInput("input.no_id", feature=feature.name)
    return str(raw)


def persons(feature: Feature) -> int:
    """The persons of a household: a whole number, at least 0."""
    raw = feature.properties.get("persons")
    if raw is None:
        raise BadInput("input.persons_missing", feature=feature.name)
    if not _is_number(raw) or not math.isfinite(raw) or raw < 0 or raw != int(raw):
        raise BadInput("input.persons_not_whole", feature=feature.name, persons=raw)
    return int(raw)


def hamlet(feature: Feature) -> str | None:
    """The villager group or hamlet, as text; empty text counts as none."""
    raw = feature.properties.get("hamlet")
    if raw is None or raw == "":
        return None
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise BadInput("input.bad_hamlet", feature=feature.name)
    return str(raw)


def _is_number(raw: object) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)
