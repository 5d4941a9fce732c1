"""The things a program names in a move: places and cases by their numbers, as people do.

A page offers only what exists; a program can name anything, so each name is looked up.
"""

from __future__ import annotations

from typing import Any

from wangge.access.actor import Actor
from wangge.interfaces.api.requests import NewMove
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.work.cases.queries.sight import visible

_OF_THE_MOVE = {"move", "stage", "version"}


def said_with(made: NewMove, by: Actor) -> dict[str, Any]:
    """The contents of a move, by need. Refused (422) where it names something that does not exist."""
    said = made.model_dump(mode="json", exclude=_OF_THE_MOVE, exclude_none=True)
    wrong: dict[str, Message] = {}
    if made.area is not None and not areas.names_of([made.area]):
        wrong["area"] = Message("api.wrong.no_such_place")
    if made.main_case is not None:
        main = visible(by).filter(number=made.main_case).values_list("pk", flat=True).first()
        said["main_case"] = str(main)
        if main is None:
            wrong["main_case"] = Message("api.wrong.no_such_case")
    if wrong:
        raise Refusal.invalid(wrong)
    return said
