"""The form of a move: its fields and candidates, and what comes back when it is refused."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from tests.interfaces.console.officers import (
    Officer,
    address,
    chosen,
    desk_of_today,
    offered,
    text_of,
)
from tests.work.cases.desk import GRID, LAMP, Desk, post, unit
from wangge.interfaces.console.cases.move_forms import FIELDS
from wangge.registers.organisations.models import Unit
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Need

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return desk_of_today()


def test_every_need_has_a_field() -> None:
    assert set(FIELDS) == set(Need)


def test_accepting_takes_one_key_because_everything_is_proposed(desk: Desk) -> None:
    desk.report()
    clerk = Officer.signed_in("station_clerk")
    shown = clerk.get(address(desk, "accept"))
    assert chosen(shown) == [LAMP, "village", "01"]
    assert offered(shown, "level") == ["village", "township", "county"]
    made = clerk.move(desk, "accept", category=LAMP, level="village", scale="01")
    assert (made.status_code, made["Location"]) == (302, f"/console/cases/{desk.number}")
    assert desk.case.state == "accepted"


def test_the_fragment_is_the_form_alone(desk: Desk) -> None:
    desk.report()
    shown = Officer.signed_in("station_clerk").get(address(desk, "accept"), HX_Request="true")
    assert "<html" not in text_of(shown)
    assert f'action="{address(desk, "accept")}"' in text_of(shown)
    assert 'name="version" value="1"' in text_of(shown)


def test_dispatch_proposes_the_routed_unit_and_says_why(desk: Desk) -> None:
    desk.to_township()
    shown = Officer.signed_in("township_centre").get(address(desk, "dispatch"))
    units = offered(shown, "unit")
    assert units[0] == str(unit("t_land"))
    assert chosen(shown) == [str(unit("t_land"))]
    assert "按分流清单" in text_of(shown)
    here = Unit.objects.filter(area="431124212", valid_to=None)
    assert set(units) == {str(pk) for pk in here.values_list("pk", flat=True)}


def test_assigning_offers_the_level_below_where_a_row_leads_there(desk: Desk) -> None:
    desk.to_township()
    shown = Officer.signed_in("township_centre").get(address(desk, "assign"))
    assert str(unit("v_committee")) in offered(shown, "unit")
    assert offered(shown, "unit")[0] == str(unit("t_land"))


@pytest.mark.parametrize("forged", ["nobody", "elsewhere", "above", "nonsense"])
def test_a_forged_unit_is_answered_as_if_it_did_not_exist(desk: Desk, forged: str) -> None:
    desk.to_township()
    ids = {
        "nobody": str(uuid4()),
        "elsewhere": str(Unit.objects.get(kind="t_land", area="431124101").pk),
        "above": str(unit("housing")),
        "nonsense": "x' OR 1=1",
    }
    made = Officer.signed_in("township_centre").move(desk, "dispatch", unit=ids[forged])
    assert made.status_code == 422
    assert "请从所列选项中选择" in text_of(made)
    assert desk.case.state == "accepted"


def test_coordination_asks_departments_of_the_county(desk: Desk) -> None:
    desk.at_work()
    centre = Officer.signed_in("township_centre")
    shown = centre.get(address(desk, "coordinate"))
    assert offered(shown, "departments")[0] == str(unit("housing"))
    made = centre.move(desk, "coordinate", departments=[str(unit("housing"))], words="能否同意")
    assert made.status_code == 302
    assert [task.unit.kind for task in desk.facts.tasks] == ["housing"]


def test_handing_on_offers_posts_with_their_holders(desk: Desk) -> None:
    desk.report()
    desk.accept("station_clerk")
    desk.move("station_clerk", MoveCode.TAKE)
    clerk = Officer.signed_in("station_clerk")
    shown = clerk.get(address(desk, "hand"))
    posts = offered(shown, "post")
    assert str(post("v_service_station", "head")) in posts
    assert str(post("v_service_station", "intake")) not in posts  # it lies there already
    assert "甲站长" in text_of(shown)
    assert "甲网格员" in text_of(shown)  # the worker of the grid
    assert "乙网格员" not in text_of(shown)  # of another grid
    forged = clerk.move(desk, "hand", post=str(post("t_land", "head")))
    assert forged.status_code == 422
    assert clerk.move(desk, "hand", post=posts[0]).status_code == 302


def test_relocating_offers_grids_then_villages_then_townships(desk: Desk) -> None:
    desk.report(area_code="431124212217")
    clerk = Officer.signed_in("station_clerk")
    places = offered(clerk.get(address(desk, "relocate")), "area")
    assert places[1:3] == [GRID, "431124212217002"]
    assert places.index("431124212218") < places.index("431124101")
    assert clerk.move(desk, "relocate", area=GRID).status_code == 302
    assert desk.case.grid_code == GRID


def test_a_refused_form_keeps_what_was_typed(desk: Desk) -> None:
    desk.report()
    made = Officer.signed_in("station_clerk").move(
        desk, "accept", category=LAMP, level="township", scale="02", reason=""
    )
    assert made.status_code == 422  # another level than the category's own asks for a reason
    assert chosen(made) == [LAMP, "township", "02"]
    assert 'href="#accept-do-reason"' in text_of(made)
    assert desk.case.state == "submitted"


def test_words_survive_a_missing_field(desk: Desk) -> None:
    desk.at_work()
    made = Officer.signed_in("village_land_head").move(desk, "progress", words="配件已到")
    assert made.status_code == 422
    assert ">配件已到</textarea>" in text_of(made)
    assert "请填写这一项" in text_of(made)


def test_a_stale_form_comes_back_with_the_new_state_and_the_words(desk: Desk) -> None:
    desk.at_work()
    old = desk.case.version
    desk.move("village_land_head", MoveCode.PROGRESS, words="看过了", for_reporter="false")
    head = Officer.signed_in("village_land_head")
    made = head.move(desk, "progress", version=old, words="第二次", for_reporter="false")
    assert made.status_code == 409
    assert ">第二次</textarea>" in text_of(made)
    assert f'name="version" value="{desk.case.version}"' in text_of(made)
    assert "您填写的内容还在" in text_of(made)
    assert desk.steps()[-1] == ("progress", "do")
    assert len([step for step in desk.steps() if step[0] == "progress"]) == 1


def test_a_stale_form_of_a_move_that_is_over_leads_back_to_the_case(desk: Desk) -> None:
    desk.report()
    desk.accept("station_clerk")
    made = Officer.signed_in("station_clerk").move(
        desk, "accept", version=1, category=LAMP, level="village", scale="01"
    )
    assert made.status_code == 409
    assert "<textarea" not in text_of(made)
    assert f'href="/console/cases/{desk.number}"' in text_of(made)


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_a_form_without_a_proper_version_is_stale(desk: Desk, version: str) -> None:
    desk.report()
    made = Officer.signed_in("station_clerk").move(desk, "take", version=version)
    assert made.status_code == 409


@pytest.mark.parametrize("way", ["fly/do", "accept/perhaps", "report"])
def test_a_move_nobody_knows_is_not_there(desk: Desk, way: str) -> None:
    desk.report()
    clerk = Officer.signed_in("station_clerk")
    assert clerk.get(f"/console/cases/{desk.number}/moves/{way}").status_code == 404


def test_what_the_law_does_not_allow_is_refused_by_the_law(desk: Desk) -> None:
    desk.report()
    clerk = Officer.signed_in("station_clerk")
    assert clerk.get(address(desk, "complete")).status_code == 409  # not now
    worker = Officer.signed_in("grid_worker")
    assert worker.get(address(desk, "accept")).status_code == 403  # never that post
    neighbour = Officer.signed_in("sibling_head")
    assert neighbour.get(address(desk, "accept")).status_code == 404  # sees no such case


def test_a_visitor_is_led_to_the_door(desk: Desk) -> None:
    desk.report()
    shown = Client().get(address(desk, "accept"))
    assert shown.status_code == 302
    assert shown["Location"].startswith("/sign-in")


def test_merging_asks_for_a_number_that_one_sees(desk: Desk) -> None:
    main, hidden = desk_of_today(), desk_of_today()
    main.report(query_code="A3CDEFGJ")
    hidden.report(query_code="A3CDEFGK", area_code="431124212218001")
    desk.report()
    head = Officer.signed_in("station_head")
    for number in (hidden.number, "SJ431124202601019999", "abc", desk.number):
        assert head.move(desk, "merge", main_case=number).status_code == 422
    spoken = main.number.lower().replace("sj", "SJ ")
    assert head.move(desk, "merge", main_case=spoken).status_code == 302
    assert desk.case.main_case_id == main.case_id


def test_nothing_is_merged_into_a_case_that_is_over(desk: Desk) -> None:
    main = desk_of_today()
    main.report(query_code="A3CDEFGJ")
    desk.report()
    desk.move("station_head", MoveCode.MERGE, main_case=str(main.case_id))
    third = desk_of_today()
    third.report(query_code="A3CDEFGM")
    made = Officer.signed_in("station_head").move(third, "merge", main_case=desk.number)
    assert made.status_code == 422
    assert "不能作为主案" in text_of(made)


def test_two_people_ask_and_grant(desk: Desk) -> None:
    desk.to_township()
    asked = Officer.signed_in("township_centre").move(
        desk, "escalate", "ask", reason="要县里改线", tried="已协调"
    )
    assert asked.status_code == 302
    leader = Officer.signed_in("township_leader")
    shown = leader.get(address(desk, "escalate", "grant"))
    assert "同意上报" in text_of(shown)
    assert leader.move(desk, "escalate", "grant").status_code == 302
    assert desk.case.level == 6


def test_supervision_goes_to_the_responsible_unit_first(desk: Desk) -> None:
    desk.at_work()
    post_of_supervisor = Officer.signed_in("supervisor")
    shown = post_of_supervisor.get(address(desk, "supervise"))
    assert offered(shown, "unit")[0] == str(unit("t_land"))
    made = post_of_supervisor.move(
        desk,
        "supervise",
        unit=str(unit("t_land")),
        card="yellow",
        words="请说明",
        answer_due="2030-01-07",
    )
    assert made.status_code == 302


def test_what_a_form_asks_has_words_in_both_languages(desk: Desk) -> None:
    desk.at_work()
    desk.complete("village_land_head")
    head = Officer.signed_in("station_head")
    head.client.cookies["wangge_language"] = "en"
    shown = text_of(head.get(address(desk, "verify_fail")))
    assert 'lang="en' in shown
    assert "{" not in shown.split("<main")[1].split("</main>")[0]
