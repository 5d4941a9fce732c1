"""Filling posts on the pages: forms, refusals in words, vacancies, who may."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.interfaces.console.officers import Officer, chosen, offered, text_of
from tests.interfaces.counting import queries_of
from tests.registers.organisations.staff import CLOCK, GRID, done_by, person, post, term
from wangge.registers.organisations import operations as ops
from wangge.registers.organisations.models import Appointment, Substitution
from wangge.registers.people.models import Person

pytestmark = pytest.mark.django_db

NOBODY_NEW = {"name": "", "sex": "", "phone": ""}


@pytest.fixture
def centre() -> Officer:
    """The head of the township's grid centre, who appoints in the township."""
    return Officer.signed_in("township_centre")


def today() -> date:
    return timezone.localdate()


def at(wanted: object, act: str = "") -> str:
    return f"/console/posts/{wanted.pk}{act}"  # type: ignore[attr-defined]


def test_people_who_may_appoint_find_the_way_from_the_units(centre: Officer) -> None:
    mine = text_of(centre.get(f"/console/organisation/{TOWNSHIP}"))
    assert at(post("t_water", "head")) in mine
    assert f"/console/organisation/{TOWNSHIP}/vacancies" in mine
    for page in (f"/console/organisation/{COUNTY}", "/console/organisation/431124101"):
        assert "/console/posts/" not in text_of(centre.get(page))
    clerk = Officer.signed_in("station_clerk")
    assert "/console/posts/" not in text_of(clerk.get(f"/console/organisation/{VILLAGE}"))


def test_the_function_map_reads_both_ways() -> None:
    shown = text_of(Officer.signed_in("station_clerk").get(f"/console/organisation/{TOWNSHIP}"))
    grid_centre = shown.split('id="unit-t_grid_centre"')[1].split("</li>")[0]
    social = shown.split('id="unit-t_social"')[1].split("</li>")[0]
    assert re.search('整合了.*<a href="#unit-t_social">社会事务办</a>', grid_centre, re.DOTALL)
    assert re.search('已整合进 <a href="#unit-t_grid_centre">乡镇网格管理中心</a>', social)


def test_the_sheet_of_a_level_leads_to_the_one_it_answers_to() -> None:
    shown = text_of(Officer.signed_in("station_clerk").get(f"/console/organisation/{VILLAGE}"))
    above = f"/console/organisation/{TOWNSHIP}#duty-township"
    assert f'<a href="{above}">乡镇（街道）责任清单</a>' in shown


def test_posts_in_the_same_hands_stand_in_one_line() -> None:
    shown = text_of(Officer.signed_in("station_clerk").get(f"/console/organisation/{TOWNSHIP}"))
    water = shown.split('id="unit-t_water"')[1].split("</li>")[0]
    held = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", water, re.DOTALL)
    hands = [re.sub(r"<[^>]*>", "", who) for _, who in held]
    assert len(hands) == len(set(hands))


def test_a_village_shows_one_committee_two_associations_two_stations(settings: Settings) -> None:
    clerk = Officer.signed_in("station_clerk")

    def set_up() -> str:
        shown = text_of(clerk.get(f"/console/organisation/{VILLAGE}"))
        return shown.split('id="set-up"')[1].split("</section>")[0]

    assert "村人民调解委员会 · 村务监督委员会" in set_up()
    assert "村网格管理便民服务站 · 村综治信访维稳站" in set_up()
    settings.VILLAGE_ASSOCIATIONS = ["红白理事会", "道德评议会"]
    assert "红白理事会 · 道德评议会" in set_up()
    assert 'id="set-up"' not in text_of(clerk.get(f"/console/organisation/{TOWNSHIP}"))


def test_the_page_of_a_vacant_post_says_who_answers_and_why(centre: Officer) -> None:
    shown = text_of(centre.get(at(post("t_water", "deputy"))))
    chain = re.sub(r"<[^>]*>", "", shown.split('id="chain"')[1].split("</section>")[0])
    assert re.search("水利站 · 副职 — 空缺.*水利站 · 负责人 — 甲水利 承担", chain, re.DOTALL)


def test_an_officer_is_found_by_name_and_appointed(centre: Officer) -> None:
    wanted = post("t_water", "deputy")
    shown = centre.get(at(wanted, "/appoint") + "?who=甲调解")
    assert offered(shown, "person") == [str(person("mediator")), "new"]
    assert "村人民调解委员会 · 负责人" in text_of(shown)  # which of that name
    made = centre.post(
        at(wanted, "/appoint") + "?who=甲调解",
        person=str(person("mediator")),
        starts_on=str(today()),
        **NOBODY_NEW,
    )
    assert made["Location"] == at(wanted)
    assert "甲调解" in text_of(centre.get(at(wanted)))


def test_somebody_new_is_entered_with_the_appointment(centre: Officer) -> None:
    wanted = post("v_service_station", "grid_worker", GRID)
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=today(), at=timezone.now())
    form = {"person": "new", "name": " 戊 新人", "sex": "male", "phone": "100 0000 0055"}
    said = form | {"origin": "graduate_official", "starts_on": str(today())}
    assert centre.post(at(wanted, "/appoint"), **said).status_code == 302
    row = Appointment.objects.get(person__name="戊新人")
    assert (row.post_id, row.origin) == (wanted.pk, "graduate_official")
    assert row.person.phone is not None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "请填写这一项"),
        ({"phone": "12"}, "电话"),
        ({"starts_on": "soon"}, "格式不对"),
        ({"person": "x' OR 1=1"}, "请从所列选项中选择"),
        ({"person": str(uuid4())}, "请从所列选项中选择"),
        ({"starts_on": "2025-01-01"}, "不能早于岗位设立"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    centre: Officer, said: dict[str, str], words: str
) -> None:
    form = {"person": "new", "name": "戊新人", "sex": "", "phone": "", "starts_on": str(today())}
    made = centre.post(at(post("t_water", "deputy"), "/appoint"), **(form | said))
    assert made.status_code == 422
    assert words in text_of(made)
    assert not Person.objects.filter(name="戊新人").exists()


def test_a_post_for_one_explains_itself_before_and_after(centre: Officer) -> None:
    head = post("t_water", "head")
    shown = text_of(centre.get(at(head, "/appoint")))
    assert "同一时间只能由一人担任" in shown
    assert "甲水利" in shown
    form = {"person": "new", "name": "戊新人", "sex": "", "phone": "", "starts_on": str(today())}
    made = centre.post(at(head, "/appoint"), **form)
    assert made.status_code == 409
    assert "请先结束原任职" in text_of(made)
    assert "戊新人" in text_of(made)  # what was typed is still there


def test_a_post_of_the_county_says_that_it_demands_a_second_factor() -> None:
    security = Officer.signed_in("security_admin")
    shown = text_of(security.get(at(post("water", "deputy", COUNTY), "/appoint")))
    assert "第二重验证" in shown
    assert "第二重验证" not in text_of(security.get(at(post("t_water", "deputy"), "/appoint")))


def test_a_term_is_ended_on_a_day(centre: Officer) -> None:
    row = term("water_station_head")
    shown = text_of(centre.get(f"/console/appointments/{row}/dismiss"))
    assert "甲水利" in shown
    assert "甲乡长" in shown  # who answers afterwards
    made = centre.post(f"/console/appointments/{row}/dismiss", ends_on=str(today()))
    assert made["Location"] == at(post("t_water", "head"))
    assert "空缺" in text_of(centre.get(at(post("t_water", "head"))))
    assert centre.get(f"/console/appointments/{row}/dismiss").status_code == 404


def test_a_substitute_is_named_to_the_last_day(centre: Officer) -> None:
    head, last = post("t_water", "head"), today() + timedelta(days=2)
    made = centre.post(
        at(head, "/substitute") + "?who=乙水利",
        person=str(person("water_station_handler")),
        starts_on=str(today()),
        last_day=str(last),
    )
    assert made["Location"] == at(head)
    assert Substitution.objects.get(post=head).ends_on == last + timedelta(days=1)
    assert "乙水利" in text_of(centre.get(at(head)))
    assert "代理人：" in text_of(centre.get(f"/console/organisation/{TOWNSHIP}"))


def test_a_holder_who_is_back_ends_the_substitution(centre: Officer) -> None:
    head = post("t_water", "head")
    days = {"starts_on": str(today()), "last_day": str(today() + timedelta(days=9))}
    deputy = str(person("water_station_handler"))
    centre.post(at(head, "/substitute") + "?who=乙水利", person=deputy, **days)
    row = Substitution.objects.get(post=head).pk
    assert f"/console/substitutions/{row}/end" in text_of(centre.get(at(head)))
    address = f"/console/substitutions/{row}/end"
    assert "提前结束乙水利的代理" in text_of(centre.get(address))
    late = centre.post(address, ends_on=str(today() + timedelta(days=30)))
    assert (late.status_code, "原定结束日期以前" in text_of(late)) == (422, True)
    assert centre.post(address, ends_on=str(today()))["Location"] == at(head)
    assert not Substitution.objects.filter(post=head).exists()
    assert centre.get(address).status_code == 404


def test_a_substitute_who_ends_before_beginning(centre: Officer) -> None:
    made = centre.post(
        at(post("t_water", "head"), "/substitute") + "?who=乙水利",
        person=str(person("water_station_handler")),
        starts_on=str(today()),
        last_day=str(today() - timedelta(days=3)),
    )
    assert made.status_code == 422
    assert "结束日期要晚于开始日期" in text_of(made)


@pytest.mark.parametrize("key", ["sibling_township_centre", "other_county_centre"])
def test_a_post_elsewhere_is_answered_as_if_it_did_not_exist(key: str) -> None:
    stranger, wanted = Officer.signed_in(key), post("t_water", "head")
    row = term("water_station_head")
    for page in (
        at(wanted),
        at(wanted, "/appoint"),
        at(wanted, "/substitute"),
        f"/console/appointments/{row}/dismiss",
        f"/console/substitutions/{uuid4()}/end",
        f"/console/organisation/{TOWNSHIP}/vacancies",
    ):
        assert stranger.get(page).status_code == 404
    assert stranger.post(at(wanted, "/appoint"), person="new", name="x").status_code == 404
    assert stranger.post(f"/console/appointments/{row}/dismiss").status_code == 404


@pytest.mark.parametrize("key", ["station_clerk", "auditor", "it_admin", "township_leader"])
def test_who_has_not_the_right_is_refused(key: str) -> None:
    officer = Officer.signed_in(key)
    assert officer.get(at(post("t_water", "head"))).status_code == 403
    assert officer.get(f"/console/organisation/{TOWNSHIP}/vacancies").status_code == 403


def test_vacancies_say_who_answers_and_propose_by_origin(centre: Officer) -> None:
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=today(), at=timezone.now())
    shown = centre.get(f"/console/organisation/{TOWNSHIP}/vacancies?kind=workers")
    row = text_of(shown).split("<tbody>")[1].split("</tr>")[0]
    for words in ("网格员", "天鹅岭村 第1网格", "由本单位负责人代理", "甲副乡长（驻村干部）"):
        assert words in row
    proposed = text_of(centre.get(at(post("v_service_station", "grid_worker", GRID))))
    picked = re.search(r'href="([^"]*/appoint\?person=[^"]*)">甲副乡长', proposed)[1]
    form = centre.get(picked)
    assert chosen(form)[:2] == [str(person("substitute")), "resident_cadre"]


def test_the_list_of_vacancies_is_paged(centre: Officer) -> None:
    first = text_of(centre.get(f"/console/organisation/{TOWNSHIP}/vacancies"))
    seen = re.findall(r"/console/posts/[0-9a-f-]{36}", first)
    assert len(seen) == 50
    onward = re.search(r'href="(\?[^"]*after=[^"]*)"', first)[1].replace("&amp;", "&")
    second = text_of(centre.get(f"/console/organisation/{TOWNSHIP}/vacancies{onward}"))
    assert not set(seen) & set(re.findall(r"/console/posts/[0-9a-f-]{36}", second))


@pytest.mark.parametrize("code", ["431124212999", "x", "43112"])
def test_vacancies_of_nowhere(centre: Officer, code: str) -> None:
    assert centre.get(f"/console/organisation/{code}/vacancies").status_code == 404


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_left_without_words(centre: Officer, language: str) -> None:
    centre.client.cookies["wangge_language"] = language
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=today(), at=timezone.now())
    worker, head = post("v_service_station", "grid_worker", GRID), post("t_water", "head")
    for page in (
        at(worker),
        at(worker, "/appoint"),
        at(head),
        at(head, "/substitute"),
        f"/console/appointments/{term('water_station_head')}/dismiss",
        f"/console/organisation/{VILLAGE}",
        f"/console/organisation/{TOWNSHIP}/vacancies?kind=workers",
    ):
        assert re.findall(r"\[[a-z_]+-[a-z0-9_-]+\]", text_of(centre.get(page))) == []


def test_statements(centre: Officer) -> None:
    centre.get("/console/account")
    for name, page in {
        "console organisation": f"/console/organisation/{TOWNSHIP}",
        "console vacancies": f"/console/organisation/{TOWNSHIP}/vacancies",
        "console post": at(post("t_water", "deputy")),
        "console appoint": at(post("t_water", "deputy"), "/appoint"),
    }.items():
        with queries_of(name):
            centre.get(page)
