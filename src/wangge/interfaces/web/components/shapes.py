"""What components take: plain frozen values, made by views, read by templates.

``Words`` is a Message, said in the reader's language when drawn, or text that is data.
Optional parts are empty by default, so a template may ask for any of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from django.forms.boundfield import BoundField

from wangge.lib.message import Message

Words: TypeAlias = Message | str


@dataclass(frozen=True, slots=True)
class Link:
    """Something one can go to. ``key`` is the letter after g, ``lang`` the language it leads to."""

    label: Words
    href: str = ""
    current: bool = False
    count: int | None = None
    hint: Words = ""
    key: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers, or a hidden parameter (then ``label`` is its name).

    Answers of a ``group`` stand together, folded away until wanted; of an empty one they are open.
    """

    value: str
    label: Words
    hint: Words = ""
    chosen: bool = False
    group: Words = ""


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """The choices of one filter, each an address of the list with that choice made."""

    label: Words
    choices: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. Kinds: text, number, figure, moment, code, light, state, person, link.

    A figure is a number with its unit, ready to read; a link is something to do with the row.
    """

    label: Words
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: one value per column; the first names the row and carries ``href``.

    ``here`` is the row at which somebody who comes back to the list goes on.
    """

    cells: Sequence[Any]
    href: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and a value. Kinds: text, moment, code, light, state."""

    label: Words
    value: Any
    href: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Move:
    """What may be done now, and what will happen (``outlook``)."""

    code: str
    label: Words
    outlook: Words
    action_url: str = ""
    fields: Sequence[BoundField] = ()
    fields_url: str = ""
    submit: Words = ""
    hidden: Sequence[Option] = ()
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence of a story: at ``at``, ``who`` in ``post`` ``did``, after it lay ``lay``."""

    at: datetime
    did: Words
    who: str = ""
    post: Words = ""
    note: str = ""
    lay: Words = ""
    files: Sequence[Link] = ()
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit of a tree with the units below it."""

    label: Words
    href: str = ""
    note: Words = ""
    current: bool = False
    below: Sequence[Branch] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of something under way. States: done, now, ahead."""

    label: Words
    state: str
    note: Words | date = ""


@dataclass(frozen=True, slots=True)
class Stat:
    """A figure: ``value`` is ready to read ("—" where too few), ``note`` says why."""

    label: Words
    value: Words | int
    unit: Words = ""
    note: Words = ""
    href: str = ""
    light: str = ""


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a village to be compared with others: sketch, verdict, grids, what can be done.

    ``take_up`` is where it is posted to become the draft of the village, empty where it cannot be.
    """

    title: Words
    sketch: str
    shows: Words
    verdict: Words
    lawful: bool
    faults: Sequence[Words]
    columns: Sequence[Column]
    rows: Sequence[Row]
    href: str
    take_up: str = ""
    taken: Words = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What may lie under a map: addresses of picture tiles with {z}/{x}/{y}; none for plain paper.

    ``bounds`` are west,south,east,north of what there is, where it is not the world.
    """

    key: str
    label: Words
    tiles: str = ""
    over: str = ""
    credit: Words = ""
    deepest: int = 18
    bounds: str = ""


@dataclass(frozen=True, slots=True)
class MapSheet:
    """A map as a page shows it; made by `interfaces.web.maps`.

    ``bounds`` and ``extent`` are west,south,east,north; ``open_url`` has {code} in it; ``legend``
    names the signs that occur. ``locate``: a button shows where the visitor is; its text is
    the link to that area.
    """

    tiles: str
    deepest: int = 16
    area: str = ""
    bounds: str = ""
    extent: str = ""
    open_url: str = ""
    grounds: Sequence[Ground] = ()
    legend: Sequence[str] = ()
    synthetic: bool = False
    review_number: str = ""
    locate: Words = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """What surrounds a page: the base layouts read it as ``shell``.

    ``place`` is the county's (or village's) name; ``home_url`` where it leads. The console also
    shows rail, posts and search; the portal shows whom to call, and large type.
    """

    place: str
    home_url: str
    languages: Sequence[Link] = ()
    rail: Sequence[Link] = ()
    posts: Sequence[Option] = ()
    post_url: str = ""
    search_url: str = ""
    query: str = ""
    person: str = ""
    sign_out_url: str = ""
    account_url: str = ""
    phones: Sequence[Link] = ()  # label: who answers, hint: the number as read out
    type_url: str = ""
    messages: Sequence[Words] = ()
    demo: bool = False
