"""Lists of any length: one way to page by key, to keep filters in the address, to draw the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from wangge.interfaces.web.request import Request
from wangge.lib import keyset
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

M = TypeVar("M", bound=Model)

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """A page of rows with the addresses of its neighbours (empty where there is none)."""

    rows: Sequence[M]
    previous: str
    next: str

    @property
    def count(self) -> int | None:
        """How many there are, if all of them are on this page; longer lists are not counted."""
        return None if self.previous or self.next else len(self.rows)


def page_of(
    request: Request, rows: QuerySet[M], order: tuple[str, ...], *, size: int = PAGE_SIZE
) -> Page[M]:
    """The page of `rows` that the address names (`after` or `before`), in the order of `order`.

    `order` ends with a unique field; a leading minus turns the whole order. No field may be null.
    Costs one indexed query of `size` + 1 rows, however far into the list.
    """
    descending = order[0].startswith("-")
    fields = tuple(field.lstrip("-") for field in order)
    of = f"{request.path} {' '.join(order)}"
    after, before = request.GET.get("after"), request.GET.get("before")
    backwards = bool(before) and not after
    cursor = after or before
    if cursor:
        rows = _from_cursor(rows, fields, keyset.decode(cursor, of=of), descending != backwards)
    signs = [f"-{field}" if descending != backwards else field for field in fields]
    found = list(rows.order_by(*signs)[: size + 1])
    more = len(found) > size
    found = found[:size]
    if backwards:
        found.reverse()
    return Page(
        found,
        previous=_address(request, "before", found[:1], fields, of)
        if after or (backwards and more)
        else "",
        next=_address(request, "after", found[-1:], fields, of) if more or backwards else "",
    )


def _beyond(fields: tuple[str, ...], values: tuple[Any, ...], *, less: bool) -> Q:
    """Rows after the key in the order: (a, b) > (x, y) written so that an index on (a, b) serves."""
    sign = "lt" if less else "gt"
    first, *rest = fields
    beyond = Q(**{f"{first}__{sign}": values[0]})
    if rest:
        beyond |= Q(**{first: values[0]}) & _beyond(tuple(rest), values[1:], less=less)
        beyond &= Q(**{f"{first}__{sign}e": values[0]})
    return beyond


def _from_cursor(
    rows: QuerySet[M], fields: tuple[str, ...], values: tuple[Any, ...], less: bool
) -> QuerySet[M]:
    """A cursor whose values do not fit the fields was made by hand: refused, never a fault."""
    try:
        return rows.filter(_beyond(fields, values, less=less))
    except (ValueError, TypeError, IndexError, ValidationError) as error:
        raise Refusal(Message("list.cursor_invalid"), status=400) from error


def _address(
    request: Request, name: str, row: Sequence[M], fields: tuple[str, ...], of: str
) -> str:
    if not row:
        return ""
    key = _key(row[0], fields, of)
    kept = {k: v for k, v in request.GET.items() if k not in {"after", "before"}}
    return f"?{urlencode(kept | {name: key})}"


def place_in(row: M, path: str, order: tuple[str, ...]) -> str:
    """The place of a row in the list at a path, as a cursor for `page_of`."""
    return _key(row, tuple(field.lstrip("-") for field in order), f"{path} {' '.join(order)}")


def beyond(rows: QuerySet[M], place: str, path: str, order: tuple[str, ...]) -> QuerySet[M]:
    """The rows after a place in the list, in its order."""
    fields = tuple(field.lstrip("-") for field in order)
    values = place_of(place, path, order)
    found = _from_cursor(rows, fields, values, order[0].startswith("-"))
    return found.order_by(*order)


def place_of(place: str, path: str, order: tuple[str, ...]) -> tuple[Any, ...]:
    """The values behind a cursor of the list at a path. 400 for one made by hand."""
    return keyset.decode(place, of=f"{path} {' '.join(order)}")


def _key(row: Model, fields: tuple[str, ...], of: str) -> str:
    return keyset.encode(tuple(getattr(row, field) for field in fields), of=of)


def with_parameter(request: Request, name: str, value: str) -> str:
    """The address of this list with one filter changed, from its first page."""
    kept = {k: v for k, v in request.GET.items() if k not in {"after", "before", name}}
    if value:
        kept[name] = value
    return f"{request.path}?{urlencode(kept)}" if kept else request.path
