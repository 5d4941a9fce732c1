"""A village as the division engine takes it, read from the registers as precisely as they know it.

Everything goes in and comes out in CGCS2000 longitude and latitude (EPSG:4490); the engine projects
by itself. Names of people are never read.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from gridding.message import BadInput
from gridding.problem import Problem
from gridding.reading import problem_from
from wangge.access.actor import Actor
from wangge.insight.divisions.queries.ground_of_village import Places, ground_document
from wangge.insight.divisions.queries.sight import check_sight
from wangge.insight.divisions.rules.engine_words import said_by_engine
from wangge.insight.divisions.rules.reading import Reading, completed
from wangge.insight.divisions.rules.states import Manner
from wangge.insight.divisions.rules.wishes import Counted, Wishes
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, VillagerGroup
from wangge.registers.people.models import Household


def problem_of(
    village_code: str,
    wishes: Wishes,
    *,
    manner: Manner = Manner.SOFT,
    k: int | None = None,
    by: Actor,
) -> Reading:
    """Read a village for a division under `wishes`; `k` grids where that was set by hand.

    Refusal if `by` has no part in the divisions of this village (404), or if there is too little
    to divide by: no households, or no place for any of them.
    """
    check_sight(village_code, by)
    homes = list(
        Household.objects.filter(village_code=village_code)
        .order_by("id")
        .values_list(
            "id", "point", "point_approximate", "group", "area_code",
            "registered_persons" if wishes.counted is Counted.REGISTERED else "usual_persons",
        )
    )  # fmt: skip
    if not homes:
        raise Refusal(Message("division.reading.no_households"))
    groups = {group.pk: group for group in VillagerGroup.objects.filter(village=village_code)}
    keys = [str(home[0]) for home in homes]
    places = Places.of(
        points=[home[1] for home in homes],
        approximate=[home[2] for home in homes],
        groups=[groups[home[3]] if home[3] else None for home in homes],
    )
    hamlets = [str(groups[home[3]].number) if home[3] else None for home in homes]
    document, notes = ground_document(village_code, keys, places, [h[5] for h in homes], hamlets)
    try:
        problem = problem_from(document, flags={"exclaves": True}, repair=True)
    except BadInput as fault:
        raise Refusal(said_by_engine(fault.message)) from fault
    grids, today, without = _today(village_code, homes, groups, problem)
    if without:
        notes = (*notes, Message("division.reading.without_grid", count=without))
    reading = Reading(village_code, problem, grids, today, places.approximate, notes)
    return reading.asked(wishes, manner, k)


def _today(
    village_code: str,
    homes: list[tuple[UUID, object, bool, int | None, str, int]],
    groups: Mapping[int, VillagerGroup],
    problem: Problem,
) -> tuple[tuple[str, ...], dict[str, int], int]:
    """Codes of today's grids, each household's number among them, and how many have none.

    A household without a grid of its own is in that of its group, else with its nearest neighbour.
    """
    ordinary = Area.objects.filter(parent=village_code, kind="grid", valid_to=None)
    codes = set(ordinary.values_list("code", flat=True))
    grid_of: dict[str, str] = {}
    for key, _, _, group, area_code, _ in homes:
        code = area_code if area_code in codes else groups[group].grid_id if group else None
        if code in codes:
            grid_of[str(key)] = str(code)
    grids = tuple(sorted(set(grid_of.values())))
    number = {code: place for place, code in enumerate(grids, start=1)}
    today = {key: number[code] for key, code in grid_of.items()}
    return grids, completed(today, problem), len(homes) - len(today) if grids else 0
