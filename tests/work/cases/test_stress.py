"""Many hands on the same cases at the same moment: no step is lost and nobody sees a deadlock."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from random import Random
from time import monotonic
from typing import Final
from uuid import UUID

import pytest
from django.db import connections

from tests.doors.conftest import _clone, own_database  # noqa: F401 - fixtures
from tests.work.cases.desk import ENQUIRY, LAMP, Desk
from tests.work.cases.offices import CLOCK
from tests.work.cases.players import Players, everybody
from tests.work.cases.promises import check
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.work.cases.models import CaseStep
from wangge.work.cases.operations import move
from wangge.work.cases.operations.looking import claim_due, look_again
from wangge.work.cases.queries.provided import given_from

THREADS: Final = 4
TURNS: Final = 30  # of each thread
LONGEST_S: Final = 12.0
CATEGORIES: Final = (LAMP, ENQUIRY, "0401", "0101", "0309")


@pytest.mark.usefixtures("own_database")
def test_no_step_is_lost_between_many_hands() -> None:
    tables = desks()
    ends = monotonic() + LONGEST_S
    with ThreadPoolExecutor(THREADS) as hands:
        made = sum(hands.map(lambda seed: work(tables, Random(seed), ends), range(THREADS)))
    assert made > THREADS
    keys = [each.desk.case_id for each in tables]
    steps = door(CLOCK, lambda: CaseStep.objects.filter(case__in=keys).count())
    assert steps == made + len(tables)  # and each was reported once
    for each in tables:
        each.desk.ask(lambda desk=each.desk: check(desk.case_row(), desk.at))


def desks() -> list[Players]:
    """Cases of one village, each with the next one as the main case it may be merged into."""
    reported = []
    for number, category in enumerate(CATEGORIES):
        desk = Desk()
        desk.report(category, query_code=f"A3CDEFG{number + 2}")
        reported.append(desk)
    photo, names = reported[0].photo("station_head"), everybody()
    mains = cycle([*reported[1:], reported[0]])
    return [Players(desk, names, photo, _key(next(mains))) for desk in reported]


def work(tables: Sequence[Players], rng: Random, ends: float) -> int:
    """Turn after turn at whichever case; how many moves were made."""
    try:
        return sum(turn(rng.choice(tables), rng) for _ in range(TURNS) if monotonic() < ends)
    finally:
        connections.close_all()


def turn(table: Players, rng: Random) -> bool:
    """One move, if one is found and nobody was quicker. Now and then the clock looks as well."""
    desk = table.desk
    if rng.random() < 0.1:
        door(CLOCK, lambda: claim_due(by=CLOCK, at=desk.at))
        door(CLOCK, lambda: look_again(_key(desk), by=CLOCK, at=desk.at))
    chosen = table.choose(rng)
    if chosen is None:
        return False
    key, lawful = chosen
    version = desk.case.version if rng.random() < 0.3 else None
    try:
        said = table.said(key, lawful, rng)
        table.as_(
            key,
            lambda by: move(
                _key(desk),
                lawful.move,
                given_from(said),
                by=by,
                at=desk.at,
                stage=lawful.stage,
                version=version,
            ),
        )
    except Refusal:
        return False
    return True


def _key(desk: Desk) -> UUID:
    assert desk.case_id is not None
    return desk.case_id
