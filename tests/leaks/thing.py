"""What may leak: a kind of thing with its marks, its oracle, and how it is made in the scene.

Every module of `tests/leaks/things` declares one as `THING`. From then on every answer of every
address is searched for its marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from uuid import uuid4

from tests.leaks import things
from tests.leaks.oracle import Asker

MARK = re.compile(
    r"ZZ[a-z0-9]+ZZ[a-z]+"  # words
    r"|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"  # a key
    r"|SJ[0-9]{19}"  # the number of a case
    r"|(?<![0-9])10[0-9]{9}(?![0-9])"  # an invented phone
    r"|\b[0-9a-f]{32}\b"  # the handle of a session
    r"|at:[0-9.]+,[0-9.]+"  # a point of a tile
)
"""The forms of marks: one search of an answer finds those of all things."""

Oracle = Callable[[Asker, str], bool]


@dataclass(frozen=True, slots=True)
class One:
    """One of a kind as it stands in the scene.

    `marks` are the texts that betray it, each with what it tells ("number", "words"); `ids` fill the
    words in braces of the addresses that name it.
    """

    key: str
    marks: Mapping[str, str]
    ids: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A kind of thing.

    `models` are the tables its rows lie in. `make` makes it in the scene, after the things of `after`.
    `sees` is the oracle: whether somebody sees the one with that key. `hears` answers for a single
    sort of mark, where not all are for the same people. `scopes` are narrower or other circles by
    name, for the `complete` and `to` of an address. `nobodys` gives an id that nobody has, by its
    name. `also` finds what else would betray the one that was asked for; empty if nothing does.
    """

    name: str
    models: frozenset[str]
    make: Callable[[Made], Iterable[One]]
    sees: Oracle
    hears: Callable[[Asker, str, str], bool] | None = None
    scopes: Mapping[str, Oracle] = field(default_factory=dict)
    after: Sequence[str] = ()
    nobodys: Callable[[str], object] = lambda name: uuid4()
    also: Callable[[Asker, One, str], str] = lambda asker, one, text: ""

    def tells(self, asker: Asker, key: str, sort: str) -> bool:
        """Whether the asker may learn a mark of that sort."""
        return self.hears(asker, key, sort) if self.hears else self.sees(asker, key)

    def scope(self, name: str) -> Oracle:
        """The oracle of a circle; `all` are the people who see it."""
        return self.sees if name == "all" else self.scopes[name]


Made = Mapping[str, Mapping[str, One]]
"""What stands in the scene already: things by name, each by key."""


@cache
def all_things() -> Mapping[str, Thing]:
    """Every thing by its name, in an order in which they can be made."""
    found = {
        thing.name: thing
        for module in iter_modules(things.__path__)
        for thing in [import_module(f"{things.__name__}.{module.name}").THING]
    }
    ordered: dict[str, Thing] = {}
    while len(ordered) < len(found):
        ready = [
            t for t in found.values() if t.name not in ordered and set(t.after) <= set(ordered)
        ]
        assert ready, f"waits for what is not there: {set(found) - set(ordered)}"
        ordered |= {thing.name: thing for thing in ready}
    return ordered


def of_the_asker(asker: Asker, key: str) -> bool:
    """The oracle of what people see of their own alone: its key is that of the person."""
    return key == asker.key


def nobody(asker: Asker, key: str) -> bool:
    """The oracle of what no page shows to anybody."""
    return False
