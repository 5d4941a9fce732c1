"""A whole file judged: read, brought into degrees, each feature looked at."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from wangge.access.actor import Actor
from wangge.insight.geodata.queries.judging.lines import judge_barriers
from wangge.insight.geodata.queries.judging.outlines import judge_outlines
from wangge.insight.geodata.queries.judging.places import Places
from wangge.insight.geodata.queries.judging.points import (
    judge_bridges,
    judge_groups,
    judge_households,
)
from wangge.insight.geodata.rules.choosing import Chosen
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.layers import Features
from wangge.insight.geodata.rules.systems import converted
from wangge.insight.geodata.rules.verdict import Matter, Verdict
from wangge.lib.message import Message


def matter_of(holding: Holding, features: Features, chosen: Chosen, declared: str) -> Matter:
    """The features with their geometry in CGCS2000 degrees."""
    readable = features.geometries.copy()
    readable[shapely.is_empty(readable)] = None
    shapes = converted(readable, chosen.system, declared, swapped=chosen.swapped)
    return Matter(holding, features, shapes, chosen.columns)


def judged(
    matter: Matter, chosen: Chosen, area_code: str, by: Actor
) -> tuple[list[Verdict], list[Message]]:
    """A verdict for every feature, and messages about the whole. Inside a door of `by`."""
    places = Places.of(area_code, by)
    notes: list[Message] = list(matter.features.notes)
    match matter.holding:
        case Holding.OUTLINES:
            verdicts, more = judge_outlines(matter, places)
            return verdicts, notes + more
        case Holding.HOUSEHOLDS:
            return judge_households(matter, places, enters=chosen.enters), notes
        case Holding.GROUPS:
            return judge_groups(matter, places), notes
        case Holding.BARRIERS:
            return judge_barriers(matter, places, usual=chosen.sort), notes
        case Holding.BRIDGES:
            return judge_bridges(matter, places), notes


def stored(shape: BaseGeometry | None) -> BaseGeometry | None:
    """A geometry as a feature keeps it: nothing that PostgreSQL could not take."""
    if shape is None or shape.is_empty:
        return None
    return shape if np.isfinite(shape.bounds).all() else None
