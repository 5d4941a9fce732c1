"""The one shape of "this cannot be right" for values that people enter or files bring."""

from __future__ import annotations

from wangge.lib.message import Message


class Invalid(ValueError):  # noqa: N818 - subclasses are named for what is invalid
    """A value cannot be taken as it stands; ``message`` says why in words for the person."""

    message: Message

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message
