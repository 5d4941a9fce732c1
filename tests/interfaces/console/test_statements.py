"""How many SQL statements the officials' pages take: at most twelve, and kept in a file."""

import json

import pytest

from tests.factories.world import VILLAGE
from tests.interfaces.console.officers import Officer, desk_of_today
from tests.interfaces.counting import _KEPT, queries_of
from tests.work.cases.desk import Desk

pytestmark = pytest.mark.django_db

MOST = 12 + 1  # one ends the scope of the second wall, which only a test's outer transaction needs


@pytest.fixture
def desk() -> Desk:
    desk = desk_of_today()
    desk.report()
    return desk


def test_statements(desk: Desk) -> None:
    officer = Officer.signed_in("township_centre")
    case = f"/console/cases/{desk.number}"
    officer.get(case)  # the county's name and the calendar are read once a process
    for name, address in {
        "console workbench": "/console/",
        "console queue part": "/console/?why=accept",
        "console today": "/console/today",
        "console cases": "/console/cases",
        "console case": case,
        "console map": "/console/map",
        "console map tile": "/console/map/tiles/14/13270/6991",
        "console map cases": "/console/map/cases.json",
        "console supervision": "/console/supervision",
        "console notices": "/console/notices",
        "console search": "/console/search?q=1",
    }.items():
        with queries_of(name):
            assert officer.get(address).status_code == 200
    with queries_of("console map card"):
        asked = {"HX-Request": "true"}
        assert officer.get(f"/console/map/areas/{VILLAGE}001", **asked).status_code == 200


# Who holds and covers what is read from five tables.
OF_POSTS = {"console organisation", "console post"}
# A document bears everything that stands on it: outlines, neighbours, homes, workers, phones.
ON_PAPER = {"console print document"}


def test_no_page_of_officials_takes_more_than_twelve() -> None:
    kept = json.loads(_KEPT.read_text(encoding="utf-8"))
    pages = {name: n for name, n in kept.items() if name.startswith("console ")}
    assert {name for name, n in pages.items() if n > MOST} <= OF_POSTS | ON_PAPER
