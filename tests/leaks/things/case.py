"""Cases: people who see one learn its number, people who read it learn what was said."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from uuid import uuid4

from tests.factories.world import COUNTY
from tests.leaks.oracle import Asker, reads, sees, supervises, written
from tests.leaks.stories import play
from tests.leaks.thing import Made, One, Thing

WRITTEN = MappingProxyType(written())
SAID = ("words", "place", "reason", "progress", "outcome", "task", "card")
# Places finer than a village, as a program or a map would be told them.
FINER = ("431124212217001", "431124212217002", "111.59")
NUMBER_OF_NOBODY = f"SJ{COUNTY}2026010199999"


def _make(made: Made) -> Iterator[One]:
    for serial, case in enumerate(WRITTEN.values(), start=1):
        played = play(case, serial)
        marks = {f"ZZ{case.key}ZZ{where}": where for where in SAID} | {played.number: "number"}
        more = {"number": played.number, "code": played.code}
        reporter = {"name": played.name, "phone": played.phone}
        yield One(case.key, marks, played.ids | more | reporter)


def _hears(asker: Asker, key: str, sort: str) -> bool:
    """What was said is for the readers of the case; supervisors see their own words."""
    case = WRITTEN[key]
    if sort == "number":
        return sees(asker.posts, case)
    return reads(asker.posts, case) or (sort == "card" and supervises(asker.posts))


def _where_exactly(asker: Asker, one: One, text: str) -> str:
    """Of a case with hidden parties nobody else is told a place finer than the village."""
    told = [where for where in FINER if where in text]
    return "" if reads(asker.posts, WRITTEN[one.key]) or not told else f"tells where: {told}"


THING = Thing(
    name="case",
    models=frozenset(
        {
            "cases.Case",
            "cases.CaseParticipant",
            "cases.CaseStep",
            "cases.CaseTerm",
            "cases.CaseTask",
            "cases.Supervision",
            "cases.CaseFile",
        }
    ),
    make=_make,
    sees=lambda asker, key: sees(asker.posts, WRITTEN[key]),
    hears=_hears,
    scopes={
        "read": lambda asker, key: reads(asker.posts, WRITTEN[key]),
        "county": lambda asker, key: (
            sees(asker.posts, WRITTEN[key]) and WRITTEN[key].area.startswith(COUNTY)
        ),
    },
    nobodys=lambda name: NUMBER_OF_NOBODY if name == "number" else uuid4(),
    also=_where_exactly,
)
