"""The demo's division: the main township asks for it, the worker computes it after the start."""

from __future__ import annotations

from datetime import datetime

from wangge.doors.door import door
from wangge.insight.demo.operations.playing import actor_of_key
from wangge.insight.demo.rules.geography.small_county import MAIN_TOWNSHIP, VILLAGES
from wangge.insight.demo.rules.population.seats import key_of_holder
from wangge.insight.divisions.operations import start_scenario
from wangge.insight.divisions.rules.wishes import Wishes
from wangge.registers.organisations.rules.post_kinds import PostKind


def ask_for_divisions(at: datetime) -> None:
    """As the head of the township's centre; what is found waits for the worker."""
    actor = actor_of_key(key_of_holder("t_grid_centre", MAIN_TOWNSHIP, PostKind.HEAD), at)
    villages = [code for code in VILLAGES if code.startswith(MAIN_TOWNSHIP)]
    door(actor, lambda: start_scenario(villages, Wishes(), by=actor, at=at))
