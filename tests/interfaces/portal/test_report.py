"""Reporting: done, refused, recorded, and done once."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.world import COUNTY, OTHER_COUNTY, TOWNSHIP, VILLAGE
from tests.interfaces.portal.conftest import LAMP, Resident, hidden, text_of
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.interfaces.portal.receipt_in_hand import Receipt
from wangge.registers.accounts.adapters.key_ring import opened_phone
from wangge.registers.audit.models import AuditEvent
from wangge.registers.organisations.models import Unit
from wangge.work.cases.models import Case, CaseReporter
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.rules.categories import category

CLOCK = Actor.clock(COUNTY)


def case_of(receipt: Receipt) -> Case:
    return door(CLOCK, lambda: Case.objects.get(number=receipt.number))


def reporter_of(receipt: Receipt) -> CaseReporter:
    return door(CLOCK, lambda: CaseReporter.objects.get(case__number=receipt.number))


def cases() -> int:
    return door(CLOCK, Case.objects.count)


def test_report_becomes_a_case_at_the_group_s_grid(resident: Resident) -> None:
    case = case_of(resident.report())
    assert (case.state, case.category, case.channel) == ("submitted", "0404", "portal")
    assert case.area_code == f"{VILLAGE}002"  # the grid of group 5
    assert case.group_number == 5
    assert case.words == LAMP["words"]


def test_report_is_recorded_without_what_was_said(resident: Resident) -> None:
    receipt = resident.report()
    case = case_of(receipt)
    event = door(CLOCK, lambda: AuditEvent.objects.get(object_id=str(case.pk)))
    assert event.kind == "case.moved"
    assert event.person_id is None
    assert LAMP["words"] not in str(event.codes)


def test_anonymous_is_the_default(resident: Resident) -> None:
    reporter = reporter_of(resident.report())
    assert (reporter.name, reporter.phone, reporter.person_id) == ("", None, None)


@pytest.mark.parametrize(
    ("kind", "contact", "may"),
    [
        ("0404", "preset", True),
        ("0102", "preset", False),  # a dispute
        ("0605", "preset", False),  # a complaint
        ("0102", "yes", True),
        ("0404", "no", False),
    ],
)
def test_contact_is_the_reporter_s_word_or_the_preset_of_the_category(
    resident: Resident, kind: str, contact: str, may: bool
) -> None:
    said = {"category": "", "other_category": kind, "contact": contact, "complained_of": ""}
    reporter = reporter_of(resident.report(**said))
    assert reporter.handler_may_contact is may


COMPLAINT = {"category": "", "other_category": "0605"}


def test_a_complaint_is_asked_about_whom_and_keeps_what_was_written(resident: Resident) -> None:
    before = cases()
    asked = resident.send(resident.page(), **COMPLAINT, name="张三")
    assert asked.status_code == 200
    assert cases() == before
    shown = text_of(asked)
    assert "这件事是反映谁的" in shown
    for value in ("t_grid_centre", "v_committee", "county_grid_centre"):
        assert f'<option value="{value}"' in shown
    assert "示例县" not in shown  # units of another county are no answer
    assert hidden(asked, "words") == LAMP["words"]
    assert hidden(asked, "name") == "张三"


def test_the_unit_complained_of_and_those_below_it_are_passed_by(resident: Resident) -> None:
    case = case_of(resident.report(**COMPLAINT, complained_of="t_government"))
    assert case.restricted
    barred = {each.kind for each in units_in(facts_of(case).barred_units)}
    assert {"t_government", "t_water", "v_committee"} <= barred
    assert "county_grid_centre" not in barred


def test_a_complaint_about_nobody_known_is_taken(resident: Resident) -> None:
    case = case_of(resident.report(**COMPLAINT, complained_of=""))
    assert facts_of(case).barred_units == frozenset()


def test_a_unit_that_is_not_there_is_no_answer(resident: Resident) -> None:
    refused = resident.send(resident.page(), **COMPLAINT, complained_of="no_such_unit")
    assert refused.status_code == 422


def test_nobody_is_asked_about_whom_a_lamp_is(resident: Resident) -> None:
    case = case_of(resident.report(complained_of="v_committee"))
    assert facts_of(case).barred_units == frozenset()


def units_in(keys: Iterable[UUID]) -> list[Unit]:
    return list(Unit.objects.filter(pk__in=keys))


def test_name_and_phone_are_kept_sealed(resident: Resident, settings: Settings) -> None:
    settings.DEMO = True
    reporter = reporter_of(resident.report(name="张 三", phone="100 1234 5678"))
    assert reporter.name == "张三"
    assert opened_phone(reporter.phone) == "10012345678"


def test_personal_benefit_needs_name_and_phone(resident: Resident) -> None:
    before = cases()
    refused = resident.send(resident.page(), category="0501")
    assert refused.status_code == 422
    assert "这类事情要核对本人" in text_of(refused)
    assert cases() == before


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"category": ""}, "请选一类"),
        ({"category": "9999"}, "请从所列选项中选择"),
        ({"words": "   "}, "请说说发生了什么事"),
        ({"words": "长" * 4001}, "最多 4000 个字"),
        ({"words": "a\x00b"}, "需要修改"),
        ({"place_words": "长" * 201}, "最多 200 个字"),
        ({"phone": "123"}, "请填 11 位手机号码"),
        ({"group": "77"}, "请从所列选项中选择"),
        ({"query_code": "short"}, "需要修改"),
    ],
)
def test_what_cannot_be_taken_is_told_and_kept(
    resident: Resident, said: dict[str, str], why: str
) -> None:
    before = cases()
    refused = resident.send(resident.page(), **said)
    assert refused.status_code == 422
    assert why in text_of(refused)
    assert cases() == before


def test_words_are_still_there_after_a_refusal(resident: Resident) -> None:
    refused = resident.send(resident.page(), category="")
    assert LAMP["words"] in text_of(refused)
    assert LAMP["place_words"] in text_of(refused)


def test_first_page_asks_for_the_words(resident: Resident) -> None:
    empty = resident.client.post(f"/report/at/{VILLAGE}", {"page": "what", **resident.page()})
    assert empty.status_code == 422
    assert "请说说发生了什么事" in text_of(empty)


def test_second_page_proposes_what_the_words_say(resident: Resident) -> None:
    shown = resident.client.post(
        f"/report/at/{VILLAGE}", {"page": "what", **LAMP, **resident.page()}
    )
    cards = text_of(shown).split("other_category")[0]
    assert cards.index("路灯与照明") < cards.index("由工作人员判断")
    assert cards.count('name="category"') <= 6


def test_emergency_numbers_come_first(resident: Resident) -> None:
    form = {"page": "what", **resident.page(), "words": "房子着火了"}
    shown = text_of(resident.client.post(f"/report/at/{VILLAGE}", form))
    assert shown.index("tel:119") < shown.index('name="category"')
    assert 'role="alert"' in shown


def test_choice_from_the_whole_list_goes_before_a_card(resident: Resident) -> None:
    assert case_of(resident.report(category="0404", other_category="0301")).category == "0301"


def test_choice_from_the_whole_list_needs_no_card(resident: Resident) -> None:
    assert case_of(resident.report(category="", other_category="0301")).category == "0301"


@pytest.mark.parametrize(("words", "category"), [("五组的路灯不亮", "0404"), ("嗯嗯嗯嗯", "0604")])
def test_left_to_the_staff_has_a_lawful_category(
    resident: Resident, words: str, category: str
) -> None:
    assert case_of(resident.report(words=words, category="staff")).category == category


def test_left_to_the_staff_never_asks_for_a_name_afterwards(resident: Resident) -> None:
    chosen = case_of(resident.report(words="我要申请低保", category="staff")).category
    assert not category(chosen).is_personal_benefit


def test_changed_words_do_not_undo_the_choice(resident: Resident) -> None:
    assert case_of(resident.report(words="井盖没了", category="0404")).category == "0404"


@pytest.mark.parametrize("place", [VILLAGE, TOWNSHIP, COUNTY])
def test_a_place_known_roughly_is_taken(place: str, db: None) -> None:
    resident = Resident(place=place)
    said = {} if place == VILLAGE else {"group": ""}
    assert case_of(resident.report(**said)).area_code.startswith(place)


@pytest.mark.parametrize(
    "code", [OTHER_COUNTY, "431124000", "431124999", "4311242", "431124212999"]
)
def test_a_place_that_is_none_is_not_found(code: str, client: Client, db: None) -> None:
    assert client.get(f"/report/at/{code}").status_code == 404


def test_sent_twice_is_reported_once(resident: Resident) -> None:
    form = resident.page()
    first = resident.send(form)
    receipt = resident.receipt()
    before = cases()
    second = resident.send(form)
    assert first.status_code == second.status_code == 302
    assert (resident.receipt(), cases()) == (receipt, before)


def test_the_same_form_for_another_matter_is_refused(resident: Resident) -> None:
    form = resident.page()
    resident.send(form)
    before = cases()
    refused = resident.send(form, words="另一件事")
    assert refused.status_code == 422
    assert "已经提交过" in text_of(refused)
    assert cases() == before


def test_a_refused_form_may_be_mended_and_sent_again(resident: Resident) -> None:
    form = resident.page()
    assert resident.send(form, category="0501").status_code == 422
    assert resident.send(form, category="0404").status_code == 302


def test_a_page_without_its_mark_is_told_to_reload(db: None) -> None:
    resident = Resident(client=Client(enforce_csrf_checks=True))
    refused = resident.send({"query_code": "7KFN3MWP"})
    assert refused.status_code == 403
    assert "放得太久" in text_of(refused)


def test_the_village_is_remembered(resident: Resident) -> None:
    assert resident.client.get("/report")["Location"] == "/report/where"
    resident.report()
    assert resident.client.get("/report")["Location"] == f"/report/at/{VILLAGE}"


def test_a_remembered_village_that_is_none_is_forgotten(client: Client, db: None) -> None:
    client.cookies["wangge_village"] = "../../etc"
    assert client.get("/report")["Location"] == "/report/where"


def test_the_place_is_chosen_from_the_county_down(client: Client, db: None) -> None:
    townships = text_of(client.get("/report/where"))
    assert f"/report/where/{TOWNSHIP}" in townships
    assert "示例镇" not in townships  # another county's
    assert f"/report/at/{VILLAGE}" in text_of(client.get(f"/report/where/{TOWNSHIP}"))
