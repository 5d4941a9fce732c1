"""The pages of divisions: ask, watch, compare, take up."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse

from tests.factories.world import COUNTY, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.insight.divisions.settled import CLOCK, settle, work
from tests.interfaces.console.officers import Officer, chosen, offered, text_of
from tests.interfaces.counting import queries_of
from wangge.doors.door import door
from wangge.insight.divisions.models import Draft, Proposal, VillageRun

pytestmark = pytest.mark.django_db

FORM = {
    "households_per_grid": "40",
    "persons_per_grid": "120",
    "tolerance": "10",
    "rounding": "half_up",
    "counted": "registered",
    "start": "today",
    "seed": "0",
}


def ask(officer: Officer, *places: str, **changed: str) -> HttpResponse:
    return officer.post("/console/divisions/new", places=list(places), **FORM | changed)


def started(officer: Officer, *places: str, **changed: str) -> str:
    """The address of a scenario."""
    answer = ask(officer, *places, **changed)
    assert answer.status_code == 302, text_of(answer)
    return answer["Location"]


def run_of(village: str = VILLAGE) -> VillageRun:
    return door(CLOCK, lambda: VillageRun.objects.get(village_code=village, latest=True))


def proposal(manner: str) -> Proposal:
    run = run_of()
    return door(CLOCK, lambda: Proposal.objects.get(run=run, manner=manner))


@pytest.fixture
def centre() -> Officer:
    return Officer.signed_in("township_centre")


def test_places_with_households_are_ticked(centre: Officer) -> None:
    settle(households=30)
    form = centre.get("/console/divisions/new")
    assert offered(form, "places") == [VILLAGE, SIBLING_VILLAGE]
    assert VILLAGE in chosen(form)
    assert SIBLING_VILLAGE not in chosen(form)
    assert "30 户" in text_of(form)


def test_a_county_chooses_townships_and_only_inhabited_villages_are_asked(
    centre: Officer,
) -> None:
    settle(households=30)
    county = Officer.signed_in("county_centre")
    form = county.get("/console/divisions/new")
    assert TOWNSHIP in offered(form, "places")
    started(county, TOWNSHIP, "431124101")
    assert run_of().village_code == VILLAGE
    assert offered(county.get(f"/console/divisions/new?area={VILLAGE}"), "places") == [VILLAGE]


def test_an_area_beyond_ones_own_is_not_offered(centre: Officer) -> None:
    form = centre.get(f"/console/divisions/new?area={COUNTY}")
    assert offered(form, "places") == [VILLAGE, SIBLING_VILLAGE]


def test_what_makes_no_sense_comes_back_with_words(centre: Officer) -> None:
    for changed in ({"tolerance": "90"}, {"rounding": "x"}, {"seed": ""}):
        assert ask(centre, VILLAGE, **changed).status_code == 422
    nothing = ask(centre)
    assert nothing.status_code == 422
    empty = ask(Officer.signed_in("county_centre"), "431124101")
    assert (empty.status_code, "请至少选择一个村" in text_of(empty)) == (422, True)


def test_the_page_fills_as_villages_are_done(centre: Officer) -> None:
    settle(households=60)
    settle(SIBLING_VILLAGE, seed=2, households=30)
    address = started(centre, VILLAGE, SIBLING_VILLAGE)
    page = text_of(centre.get(address))
    assert "2 个村中 0 个已有结果" in page
    poll = re.search(r'hx-get="([^"]+)"', page)
    assert poll is not None
    news = poll[1].replace("&amp;", "&")
    assert centre.get(news).status_code == 204
    work(1)
    fragment = text_of(centre.get(news))
    assert "2 个村中 1 个已有结果" in fragment
    assert "<html" not in fragment
    work()
    ended = text_of(centre.get(news))
    assert "已测算：2 个村中 2 个已有结果" in ended
    assert "hx-get" not in ended


def test_cancelled_and_taken_up_again(centre: Officer) -> None:
    settle(households=30)
    address = started(centre, VILLAGE)
    assert centre.post(f"{address}/cancel").status_code == 302
    assert "已取消" in text_of(centre.get(address))
    assert centre.post(f"{address}/cancel").status_code == 409
    assert centre.post(f"{address}/resume").status_code == 302
    work()
    assert "1 个村中 1 个已有结果" in text_of(centre.get(address))


def test_a_village_that_failed_says_why(centre: Officer) -> None:
    address = started(centre, VILLAGE)
    work()
    assert "还没有登记住户" in text_of(centre.get(address))
    page = text_of(centre.get(f"/console/divisions/runs/{run_of().pk}"))
    assert "还没有登记住户" in page


def test_a_village_is_compared_explained_and_taken_up(centre: Officer) -> None:
    settle()
    started(centre, VILLAGE)
    run = f"/console/divisions/runs/{run_of().pk}"
    waiting = centre.get(run)
    assert f'hx-get="{run}/progress"' in text_of(waiting)
    assert centre.get(f"{run}/progress").status_code == 204
    work()
    assert centre.get(f"{run}/progress")["HX-Refresh"] == "true"
    page = text_of(centre.get(run))
    for words in ("现行网格", "小组不拆分", "小组可拆分", "120 户", "应分", "最大偏差"):
        assert words in page
    soft = proposal("soft")
    board = centre.post(f"/console/divisions/proposals/{soft.pk}/draft")["Location"]
    draft = door(CLOCK, lambda: Draft.objects.get(village_code=VILLAGE))
    assert draft.proposal_id == soft.pk
    assert board == f"/console/divisions/drafts/{draft.pk}/board"
    assert board.removesuffix("/board") in text_of(centre.get(run))
    assert "起草中" in text_of(centre.get(run))
    again = centre.post(f"/console/divisions/proposals/{soft.pk}/draft")
    assert again.status_code == 409


def test_a_number_by_hand_computes_the_village_again(centre: Officer) -> None:
    settle()
    started(centre, VILLAGE)
    work()
    old = f"/console/divisions/runs/{run_of().pk}"
    assert centre.post(old, k="2", reason="").status_code == 422
    answer = centre.post(old, k="2", reason="河两岸各一个网格")
    work()
    page = text_of(centre.get(answer["Location"]))
    assert "网格数由人工定为 2 个，理由：河两岸各一个网格" in page
    assert answer["Location"] in text_of(centre.get(old))
    assert centre.post(old, k="2", reason="x").status_code == 409


def test_a_proposal_is_drawn_on_the_map_and_as_a_sketch(centre: Officer) -> None:
    settle()
    started(centre, VILLAGE)
    work()
    address = f"/console/divisions/proposals/{proposal('whole').pk}"
    assert "每户恰好属于一个网格" in text_of(centre.get(address))
    areas = centre.get(f"{address}/areas.json").json()["features"]
    labels = centre.get(f"{address}/labels.json").json()["features"]
    assert len(areas) == len(labels) == proposal("whole").k
    assert areas[0]["properties"]["name"] == "第 1 网格"
    sketch = centre.get(f"{address}/sketch.svg")
    assert sketch["Content-Type"] == "image/svg+xml"
    assert len(sketch.content) < 60_000
    assert text_of(sketch).count("h0") == 120  # a dot for each household


def test_statements_of_divisions(centre: Officer) -> None:
    settle()
    address = started(centre, VILLAGE)
    work()
    plan = f"/console/divisions/proposals/{proposal('soft').pk}"
    centre.get("/console/divisions")  # the county's name is read once a process
    for name, asked in {
        "console divisions": "/console/divisions",
        "console division villages": "/console/divisions/villages",
        "console division new": "/console/divisions/new",
        "console division": address,
        "console division progress": f"{address}/progress",
        "console division run": f"/console/divisions/runs/{run_of().pk}",
        "console division proposal": plan,
        "console division areas": f"{plan}/areas.json",
        "console division sketch": f"{plan}/sketch.svg",
    }.items():
        with queries_of(name):
            assert centre.get(asked).status_code == 200
