"""The ``problem`` object of an input file: settings the county gives with the village."""

import math
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from gridding.message import BadInput, Message, message
from gridding.problem import Settings

UNITS = ("degrees", "metres")


def _number(low: float, *, above: bool = False) -> Callable[[Any], bool]:
    def fits(raw: Any) -> bool:
        if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
            return False
        return raw > low if above else raw >= low

    return fits


def _one_of(*words: str) -> Callable[[Any], bool]:
    return lambda raw: isinstance(raw, str) and raw in words


def _whole(raw: Any) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool) and raw >= 1


FITS: Mapping[str, Callable[[Any], bool]] = {
    "k": _whole,
    "balance_on": _one_of("persons", "households"),
    "tolerance": lambda raw: _number(0)(raw) and raw < 1,
    "households_per_grid": _number(0, above=True),
    "persons_per_grid": _number(0, above=True),
    "rounding": _one_of("half_up", "ceil"),
    "exclaves": lambda raw: isinstance(raw, bool),
    "hamlets": _one_of("soft", "whole"),
    "split_price_m": _number(0),
    "piece_persons": _number(0),
    "cut_off_price_m": _number(0),
    "change_price_m": _number(0),
}
assert set(FITS) == {field.name for field in fields(Settings)}  # noqa: S101 - one list, two readers


def settings_of(document: Mapping[str, Any], flags: Mapping[str, Any]) -> Settings:
    """Settings by precedence: flag, then file, then default. A wrong value is refused by name."""
    given = {name: value for name, value in _wishes(document).items() if name in FITS}
    given |= {name: value for name, value in flags.items() if value is not None}
    given = {name: value for name, value in given.items() if value is not None}
    for name, value in given.items():
        if not FITS[name](value):
            raise BadInput("input.bad_setting", setting=name, value=value)
    return Settings(**given)


def degrees(document: Mapping[str, Any]) -> bool:
    """Whether coordinates are longitude and latitude, as where nothing is said."""
    units = _wishes(document).get("units") or "degrees"
    if units not in UNITS:
        raise BadInput("input.bad_setting", setting="units", value=units)
    return bool(units == "degrees")


def unknown_wishes(document: Mapping[str, Any]) -> tuple[Message, ...]:
    """A note for every setting that the engine does not know, so that a slip is seen."""
    names = sorted(set(_wishes(document)) - set(FITS) - {"units"})
    return tuple(message("problem.unknown_setting", setting=name) for name in names)


def _wishes(document: Mapping[str, Any]) -> Mapping[str, Any]:
    wishes = document.get("problem")
    if wishes is None:
        return {}
    if not isinstance(wishes, dict):
        raise BadInput("input.bad_setting", setting="problem", value=wishes)
    return wishes
