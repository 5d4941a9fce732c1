"""What the engine says, as messages of the platform: its codes under `gridding.`, with our words."""

from __future__ import annotations

from typing import Final

from gridding import message as engine
from wangge.lib.message import Message, Param

_LISTED: Final = {"hamlets"}
"""Parameters in which the engine joins several names by commas; each language lists its own way."""


def said_by_engine(said: engine.Message) -> Message:
    """The engine's message as one of the platform's."""
    return Message(
        f"gridding.{said.code}", **{name: _param(name, said.params[name]) for name in said.params}
    )


def _param(name: str, value: object) -> Param:
    if isinstance(value, engine.Message):
        return said_by_engine(value)
    if name in _LISTED:
        return tuple(sorted(str(value).split(", "), key=lambda each: (len(each), each)))
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return str(value)
