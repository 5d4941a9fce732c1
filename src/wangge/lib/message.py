"""A message is a code and its parameters; words are made of it at the face.

Rules, refusals and the division engine return messages, storage and API keep them, and only
the catalogue of words (``lib/words.py``) knows any language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any, Final, TypeAlias, Union

Param: TypeAlias = Union[str, int, date, datetime, "Message", tuple["Param", ...]]

_CODE: Final = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


class Message:
    """``Message("case.move.late", number="SJ…", days=3)``: immutable, hashable, comparable.

    The code is dotted lower case. Parameters are text, whole numbers, dates, instants (aware;
    kept in UTC so that equal instants are equal messages), messages, and tuples of these.

    Raises ValueError for a malformed code or a naive instant, TypeError for any other value.
    """

    __slots__ = ("_params", "code")

    code: str
    _params: Mapping[str, Param]

    def __init__(self, code: str, /, **params: Param) -> None:
        if not _CODE.fullmatch(code):
            raise ValueError(f"not a message code: {code!r}")
        kept = {name: _kept(params[name]) for name in sorted(params)}
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "_params", MappingProxyType(kept))

    @property
    def params(self) -> Mapping[str, Param]:
        """The parameters by name, read-only."""
        return self._params

    @property
    def words_id(self) -> str:
        """The id of this message's words in the catalogue."""
        return self.code.replace(".", "-")

    def to_json(self) -> dict[str, Any]:
        """Plain data for JSON; the inverse of ``from_json``."""
        return {
            "code": self.code,
            "params": {name: _param_to_json(value) for name, value in self._params.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Message:
        """The message that ``to_json`` wrote. ValueError if the data are of another shape."""
        try:
            code, params = data["code"], data.get("params", {})
            return cls(code, **{name: _param_from_json(value) for name, value in params.items()})
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("not the JSON of a message") from error

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a message does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a message does not change")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self.code == other.code and self._params == other._params

    def __hash__(self) -> int:
        return hash((self.code, tuple(self._params.items())))

    def __repr__(self) -> str:
        params = "".join(f", {name}={value!r}" for name, value in self._params.items())
        return f"Message({self.code!r}{params})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Message.from_json, (self.to_json(),)


def _kept(value: Param) -> Param:
    if isinstance(value, bool):
        raise TypeError("a message takes no truth value: choose between two codes instead")
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("an instant in a message must know its time zone")
        return value.astimezone(UTC)
    if isinstance(value, tuple):
        return tuple(_kept(each) for each in value)
    if isinstance(value, str | int | date | Message):
        return value
    raise TypeError(f"a message takes no {type(value).__name__}")


def _param_to_json(value: Param) -> Any:
    if isinstance(value, datetime):
        return {"instant": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Message):
        return {"message": value.to_json()}
    if isinstance(value, tuple):
        return [_param_to_json(each) for each in value]
    return value


def _param_from_json(value: Any) -> Param:
    if isinstance(value, list):
        return tuple(_param_from_json(each) for each in value)
    if not isinstance(value, dict):
        plain: Param = value
        return plain
    ((kind, inner),) = value.items()
    if kind == "instant":
        return datetime.fromisoformat(inner)
    if kind == "date":
        return date.fromisoformat(inner)
    if kind == "message":
        return Message.from_json(inner)
    raise ValueError(f"a message has no parameter of kind {kind!r}")
