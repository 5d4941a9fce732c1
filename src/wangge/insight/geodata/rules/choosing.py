"""What a person says of a file: which layer, in which system, which column means what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from wangge.insight.geodata.rules.holdings import COORDINATES, BarrierSort, Holding
from wangge.insight.geodata.rules.layers import Form

_UNSAID: Final = re.compile(r"[\s_\-]+")


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a file is read. `columns` are names of columns by their role.

    `swapped`: the file has latitude first. `sort`: what barriers are where no column says.
    `enters`: households that the register does not have are entered.
    """

    layer: str = ""
    system: str = ""
    swapped: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    sort: str = BarrierSort.RIVER.value
    enters: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain data; the inverse of `from_json`."""
        return {
            "layer": self.layer,
            "system": self.system,
            "swapped": self.swapped,
            "columns": dict(self.columns),
            "sort": self.sort,
            "enters": self.enters,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Chosen:
        """The choice that `to_json` wrote; the usual one of nothing."""
        return cls(**data)


def roles_of(holding: Holding, form: Form) -> tuple[str, ...]:
    """What columns can say of a file: a sheet's also say where."""
    return (*COORDINATES, *holding.roles) if form is Form.EXCEL else holding.roles


def needed_of(holding: Holding, form: Form) -> tuple[str, ...]:
    """The columns without which nothing can be read; an outline needs one of two besides."""
    where = COORDINATES if form is Form.EXCEL else ()
    what = {Holding.HOUSEHOLDS: ("head_name",), Holding.GROUPS: ("group",)}
    return (*where, *what.get(holding, ()))


def plain(name: str) -> str:
    """A name without what writers do not agree on: capitals, blanks, underscores, wide letters."""
    return _UNSAID.sub("", unicodedata.normalize("NFKC", name)).lower()
