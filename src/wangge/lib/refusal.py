"""A refusal is the one anticipated no: shown to the person, never logged as an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wangge.lib.message import Message, Param


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Undoes the operation that raised it and tells the person why, in the words of ``message``.

    ``status`` is the HTTP status of the answer, ``fields`` says what is wrong with single fields
    of a form, ``data`` is further matter for the API (plain JSON values).
    """

    message: Message
    status: int
    fields: dict[str, Message]
    data: dict[str, Any]

    def __init__(
        self,
        message: Message,
        *,
        status: int = 409,
        fields: Mapping[str, Message] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        if not 400 <= status <= 499:
            raise ValueError(f"{status} is not the status of a refusal")
        super().__init__(message)
        self.message = message
        self.status = status
        self.fields = dict(fields or {})
        self.data = dict(data or {})

    @property
    def code(self) -> str:
        """The stable code that callers of the API may rely on."""
        return self.message.code

    @classmethod
    def not_found(cls, what: Param) -> Refusal:
        """There is no such thing, or the person may not know of it: the two look the same."""
        return cls(Message("refusal.not_found", what=what), status=404)

    @classmethod
    def forbidden(cls, message: Message | None = None) -> Refusal:
        """The person is known but holds no post that may do this."""
        return cls(message or Message("refusal.forbidden"), status=403)

    @classmethod
    def invalid(cls, fields: Mapping[str, Message]) -> Refusal:
        """What was entered cannot be taken as it stands; ``fields`` says where and why."""
        if not fields:
            raise ValueError("name at least one field")
        return cls(Message("refusal.invalid", count=len(fields)), status=422, fields=fields)
