"""A few cases in motion, and a hand that may break what the platform itself cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.conftest import build_template, connected_to
from tests.factories.world import BUILT_AT, COUNTY, START, VILLAGE
from tests.work.cases.desk import Desk, unit
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.people.operations import NewHousehold, enter_households
from wangge.work.cases.rules.move_codes import MoveCode

Plant = Callable[..., None]

_TABLES = (
    "cases_case",
    "cases_casereporter",
    "cases_casestep",
    "cases_caseterm",
    "cases_casetask",
    "cases_caseparticipant",
    "people_household",
)


@pytest.fixture(scope="module")
def played(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The small county with cases in several states, committed, in a database of its own."""
    name = database.clone(database.template_database(build_template))
    with connected_to(name, django_db_blocker):
        _play()
        yield name
    database.drop(name)


def _play() -> None:
    Desk().report()
    asked = Desk()
    asked.at_work()
    transport = str(unit("transport"))
    asked.move("township_centre", MoveCode.COORDINATE, departments=[transport], words="能否同意")
    supervised = Desk()
    supervised.at_work()
    addressed = {"unit": str(unit("t_land")), "card": "ordinary", "answer_due": "2030-01-07"}
    supervised.move("supervisor", MoveCode.SUPERVISE, words="请说明", **addressed)
    closed = Desk()
    closed.at_work()
    closed.complete("village_land_head")
    closed.move("station_head", MoveCode.VERIFY_PASS, words="灯已亮")
    Desk().report("0905")
    home = NewHousehold(f"{VILLAGE}001", None, "某", None, 3, 2)
    clock = Actor.clock(COUNTY)
    door(clock, lambda: enter_households([home], from_day=START, by=clock, at=BUILT_AT))


@pytest.fixture
def plant(played: str) -> Iterator[Plant]:
    """Run SQL as the owner of the tables, past policies; taken back when the test ends."""

    def run(*statements: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wangge_owner")
            for table in _TABLES:
                cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            for statement in statements:
                cursor.execute(statement)
            cursor.execute("SET LOCAL ROLE wangge_web")

    with transaction.atomic():
        yield run
        transaction.set_rollback(True)
