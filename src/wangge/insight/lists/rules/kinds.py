"""What an app says of a list so that it can be taken out and brought in.

A kind is declared where its rows are known and named in `config/settings/lists.py`; nothing else in
this app knows any list by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.lists.rules.forms import Form
from wangge.lib.message import Message

_MOST_OF_A_FILTER = 60  # characters; the page cuts nothing, but an address can say anything

Value = str | int | float | date | datetime | Message | None
"""What a row has in a column: words are said, and instants told, as the file's reader has them."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its words at the head of a sheet, and its name, by which programs know it."""

    name: str
    words: Message


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that goes out: a value for each column; the outline is WKB (CGCS2000) or None."""

    values: tuple[Value, ...]
    outline: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows are wanted: of an area ("" is all that is in sight), under the filters of a page."""

    area_code: str
    filters: Mapping[str, str]
    by: Actor
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """How a list goes out.

    `permission` is asked in the area of the list; with `in_sight` any post that carries it will do,
    and `rows` keeps to what the person sees. `filters` are the names of the page's filters that `rows`
    heeds. `names_people`: rows may hold names or phone numbers,
    so that the file is marked and counted (R5).
    """

    columns: tuple[ListColumn, ...]
    permission: Permission
    rows: Callable[[Wanted], Sequence[ListRow]]
    forms: tuple[Form, ...] = (Form.EXCEL,)
    filters: tuple[str, ...] = ()
    in_sight: bool = False
    names_people: bool

    def kept(self, said: Mapping[str, str]) -> dict[str, str]:
        """The filters that the list knows, as a page's address says them."""
        return {name: said[name][:_MOST_OF_A_FILTER] for name in self.filters if name in said}


class TakesRow(Protocol):
    """One operation that carries out a row; a Refusal says what is wrong with it."""

    def __call__(
        self, row: Mapping[str, str], area_code: str, *, by: Actor, at: datetime
    ) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """How a list comes in: each row is text by the name of its column.

    A row that says nothing in `filled` is passed over, as the template has them.
    """

    columns: tuple[ListColumn, ...]
    needed: tuple[str, ...]
    filled: tuple[str, ...]
    permission: Permission
    take_row: TakesRow
    template: Callable[[str], Sequence[Sequence[str]]]
    note: Message

    def is_filled_in(self, row: Mapping[str, str]) -> bool:
        """Whether somebody filled the row in."""
        return any(row.get(column) for column in self.filled)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """A list that goes out, comes in, or both."""

    code: str
    outgoing: Outgoing | None = None
    incoming: Incoming | None = None

    @property
    def words(self) -> Message:
        """The name of the list."""
        return Message(f"lists.kind.{self.code}")
