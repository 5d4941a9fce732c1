"""An invented village laid over one of the small county, entered through ordinary operations."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import shapely
from django.contrib.gis.geos import GEOSGeometry, Point
from procrastinate.contrib.django.models import ProcrastinateJob
from shapely.geometry import shape

from gridding.projection import Frame
from gridding.synthetic import Landscape, village_document
from tests.factories.world import COUNTY, START, VILLAGE
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.registers.accounts.models import Account
from wangge.registers.areas import operations as areas
from wangge.registers.areas import queries as area_queries
from wangge.registers.organisations.queries.actors import actor_of
from wangge.registers.people.operations import NewHousehold, enter_households

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
CLOCK = Actor.clock(COUNTY)
SRID = 4490


def actor(key: str) -> Actor:
    """A member of staff of the small county."""
    return actor_of(Account.objects.get(username=key).pk, NOW)


def done_by(by: Actor, operation: Any, *given: Any, **said: Any) -> Any:
    return door(by, lambda: operation(*given, by=by, at=NOW, **said))


def work(times: int = 100) -> int:
    """What the worker does: the jobs that wait, the most urgent first."""
    jobs = ProcrastinateJob.objects.filter(task_name="divisions.run_village", status="todo")
    taken = list(jobs.order_by("-priority", "id")[:times])
    for each in taken:
        JOBS["divisions.run_village"](**each.args)
        ProcrastinateJob.objects.filter(pk=each.pk)._raw_delete("default")
    return len(taken)


def settle(
    village: str = VILLAGE,
    *,
    households: int = 120,
    seed: int = 1,
    outlined: bool = True,
    pointed: bool = True,
    groups_placed: bool = True,
    grids: int = 2,
) -> None:
    """Give a village households in groups, an outline, a river and bridges.

    `pointed`: households have points of their own; `grids`: its groups lie in so many grids of
    today, in order of their numbers (0: in none).
    """
    by_kind, frame = _invented(village, households, seed)
    door(CLOCK, lambda: _enter(village, by_kind, frame, outlined, pointed, groups_placed, grids))


def outline_of(village: str = VILLAGE, *, households: int = 120, seed: int = 1) -> Any:
    """The outline of that village (4490), as a survey bureau would have it."""
    by_kind, frame = _invented(village, households, seed)
    return _placed(by_kind["village"][0], frame)


def _invented(
    village: str, households: int, seed: int
) -> tuple[dict[str, list[dict[str, Any]]], Frame]:
    document = village_document(np.random.default_rng(seed), Landscape(households=households))
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for feature in document["features"]:
        by_kind[feature["properties"]["kind"]].append(feature)
    return by_kind, Frame(degrees=True, x0=111.6 + int(village[-3:]) / 1000, y0=25.5)


def _enter(
    village: str,
    found: dict[str, list[dict[str, Any]]],
    frame: Frame,
    outlined: bool,
    pointed: bool,
    groups_placed: bool,
    grids: int,
) -> None:
    if outlined:
        _draw(village, _placed(found["village"][0], frame))
    homes = [(_placed(each, frame), each["properties"]) for each in found["household"]]
    members: dict[int, list[Any]] = defaultdict(list)
    for point, facts in homes:
        if facts["hamlet"]:
            members[int(facts["hamlet"])].append((point.x, point.y))
    grid_of = {
        number: f"{village}{1 + number * grids // (max(members) + 1):03d}" if grids else None
        for number in members
    }
    areas.set_groups(
        village,
        [
            areas.NewGroup(
                number,
                point=_point(np.mean(places, axis=0)) if groups_placed else None,
                grid_code=grid_of[number],
            )
            for number, places in members.items()
        ],
        from_day=NOW.date(),
        by=CLOCK,
        at=NOW,
    )
    ids = area_queries.group_ids(village)
    enter_households(
        (
            NewHousehold(
                area_code=village,
                group_id=ids[int(facts["hamlet"])] if facts["hamlet"] else None,
                head_name="甲",
                point=_point((point.x, point.y)) if pointed else None,
                registered_persons=facts["persons"],
                usual_persons=facts["persons"] // 2,
            )
            for point, facts in homes
        ),
        from_day=NOW.date(),
        by=CLOCK,
        at=NOW,
    )
    areas.enter_barriers(
        village,
        [
            areas.NewBarrier(
                each["properties"]["type"],
                _geometry(shapely.MultiLineString([_placed(each, frame)])),
            )
            for each in found["barrier"]
        ],
        [areas.NewBridge(_geometry(_placed(each, frame))) for each in found["bridge"]],
        source="generated",
        by=CLOCK,
        at=NOW,
    )


def _draw(code: str, outline: Any) -> None:
    drawn = {code: _geometry(outline)}
    areas.draw(
        drawn,
        source="generated",
        synthetic=True,
        valid_from=date(START.year, 1, 1),
        by=CLOCK,
        at=NOW,
    )


def _placed(feature: dict[str, Any], frame: Frame) -> Any:
    return shapely.transform(shape(feature["geometry"]), frame.to_file)


def _geometry(placed: Any) -> Any:
    return GEOSGeometry(memoryview(placed.wkb), srid=SRID)


def _point(place: Any) -> Point:
    return Point(float(place[0]), float(place[1]), srid=SRID)
