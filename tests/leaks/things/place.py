"""Places: no secret; but only people in charge of one are led to change it, fill it or print it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.factories.world import SIBLING_VILLAGE, VILLAGE
from tests.leaks.oracle import Asker, holds
from tests.leaks.stories import ELSEWHERE
from tests.leaks.thing import Made, One, Thing

VILLAGES = (VILLAGE, SIBLING_VILLAGE, ELSEWHERE, "431199101201")


def _make(made: Made) -> Iterator[One]:
    for village in VILLAGES:
        yield One(village, {}, {"village": village, "township": village[:9]})


def _may(permission: str, digits: int, asker: Asker, village: str) -> bool:
    return holds(asker.posts, permission, village[:digits])


THING = Thing(
    name="place",
    models=frozenset(),
    make=_make,
    sees=partial(_may, "organisation.see", 12),
    scopes={
        "appoint": partial(_may, "organisation.appoint", 12),
        "appoint_township": partial(_may, "organisation.appoint", 9),
        "edit": partial(_may, "area.edit", 12),
        "see_township": partial(_may, "organisation.see", 9),
    },
    nobodys=lambda name: "431188999999" if name == "village" else "431188999",  # in nobody's county
)
