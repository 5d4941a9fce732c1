"""Reading a call: its body as a typed value, or a Refusal that says what cannot be read and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final, TypeVar

from django.core.exceptions import RequestDataTooBig
from pydantic import ValidationError

from wangge.interfaces.api.requests import Asked, trouble
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

Shape = TypeVar("Shape", bound=Asked)

MOST_BYTES: Final = 64 * 1024
_MOST_FIELDS: Final = 50
_BODY: Final = "body"


def body_of(request: Request, shape: type[Shape]) -> Shape:
    """The JSON body as `shape`.

    Refused as 415 for another type, 413 if it is too large, 400 if it is no JSON, and 422 with the
    fields that do not fit.
    """
    if request.content_type != "application/json":
        raise Refusal(Message("api.not_json"), status=415)
    try:
        return shape.model_validate_json(_bytes_of(request))
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        if any(fault["type"] == "json_invalid" for fault in faults):
            raise Refusal(Message("api.broken_json"), status=400) from None
        raise invalid((fault["loc"], fault) for fault in faults) from None


def refuse_unknown(request: Request, known: Iterable[str]) -> None:
    """Refuse unknown parameters of the address: a misspelt filter would filter nothing."""
    unknown = [name for name in request.GET if name not in set(known)]
    if unknown:
        raise invalid(((name,), {"type": "extra_forbidden"}) for name in unknown)


def invalid(faults: Iterable[tuple[tuple[int | str, ...], Mapping[str, Any]]]) -> Refusal:
    """What pydantic found wrong, as a Refusal by field; nested fields are named with dots."""
    fields = {
        ".".join(map(str, place)) or _BODY: trouble(fault["type"], _most(fault))
        for place, fault in islice(faults, _MOST_FIELDS)
    }
    return Refusal.invalid(fields)


def _bytes_of(request: Request) -> bytes:
    try:
        body = request.body
    except RequestDataTooBig:
        body = None
    if body is None or len(body) > MOST_BYTES:
        raise Refusal(Message("api.too_large", kilobytes=MOST_BYTES // 1024), status=413)
    return body


def _most(fault: Mapping[str, Any]) -> int | None:
    most = fault.get("ctx", {}).get("max_length")
    return most if isinstance(most, int) else None
