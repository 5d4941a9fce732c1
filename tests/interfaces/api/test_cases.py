"""Reporting, listing, looking at a case and moving it: done, refused, recorded."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.world import COUNTY, SIBLING_VILLAGE, VILLAGE
from tests.interfaces.api.conftest import (
    CASES,
    CLOCK,
    LAMP,
    Program,
    case_of,
    officer,
    program_of,
)
from tests.interfaces.counting import queries_of
from wangge.doors.door import door
from wangge.lib.message import Message
from wangge.registers.accounts.adapters.key_ring import opened_phone
from wangge.registers.accounts.models import Account
from wangge.registers.audit.models import AuditEvent
from wangge.work.cases.models import CaseReporter
from wangge.work.cases.queries.receipts import receipt_digest
from wangge.work.cases.queries.seating import moves_open_to

ACCEPT = {"category": "0404", "level": "village", "scale": "01"}


def events(number: str) -> list[AuditEvent]:
    case = case_of(number)
    return door(CLOCK, lambda: list(AuditEvent.objects.filter(object_id=case.pk).order_by("id")))


def test_a_report_becomes_a_case_with_a_receipt(clerk: Program) -> None:
    answer = clerk.send(CASES, {**LAMP, "group": 5})
    assert answer.status_code == 201
    receipt = answer.json()
    case = case_of(receipt["number"])
    assert answer["Location"] == f"{CASES}/{case.number}"
    assert (case.state, case.channel, case.area_code) == ("submitted", "api", f"{VILLAGE}002")
    assert case.receipt == receipt_digest(case.number, receipt["query_code"])


def test_a_report_is_recorded_with_its_door_and_without_its_words(clerk: Program) -> None:
    (event,) = events(clerk.report()["number"])
    by = officer("station_clerk")
    assert (event.kind, event.door) == ("case.moved", "api")
    assert (event.person_id, event.post_id) == (by.person_id, by.posts[0].post_id)
    assert LAMP["words"] not in str(event.codes)


def test_the_query_code_may_be_brought(clerk: Program) -> None:
    receipt = clerk.report(query_code="7KFN3MWP")
    assert receipt["query_code"] == "7KFN3MWP"


def test_the_query_code_is_told_only_once(clerk: Program) -> None:
    receipt = clerk.report()
    shown = clerk.get(f"{CASES}/{receipt['number']}").content.decode()
    story = clerk.get(f"{CASES}/{receipt['number']}/steps").content.decode()
    assert receipt["query_code"] not in shown + story


def test_who_reported_is_kept_sealed_and_told_to_no_program(clerk: Program) -> None:
    said = {"name": "张三", "phone": "10012345678", "channel": "behalf"}
    number = clerk.report(**said)["number"]
    reporter = door(CLOCK, lambda: CaseReporter.objects.get(case__number=number))
    assert (reporter.name, opened_phone(reporter.phone)) == ("张三", "10012345678")
    told = clerk.get(f"{CASES}/{number}")
    assert told.json()["reporter"] == {"known": True}
    for answer in (told, clerk.get(f"{CASES}/{number}/steps"), clerk.get(CASES)):
        assert "张三" not in answer.content.decode()
        assert "10012345678" not in answer.content.decode()


def test_an_anonymous_reporter_is_not_known(clerk: Program) -> None:
    number = clerk.report()["number"]
    assert clerk.get(f"{CASES}/{number}").json()["reporter"] == {"known": False}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"words": " "}, "words"),
        ({"category": "9999"}, "category"),
        ({"area": "431124999"}, "area"),
        ({"group": 77}, "group"),
        ({"phone": "123"}, "phone"),
        ({"query_code": "00000000"}, "query_code"),
        ({"category": "0501"}, "phone"),  # a benefit is for somebody with a name
    ],
)
def test_what_cannot_be_taken_in_is_told_by_field(
    clerk: Program, said: dict[str, Any], field: str
) -> None:
    refused = clerk.send(CASES, {**LAMP, **said})
    assert refused.status_code == 422
    assert field in refused.json()["fields"]


def test_a_report_outside_the_own_area_is_refused(clerk: Program) -> None:
    refused = clerk.send(CASES, {**LAMP, "area": SIBLING_VILLAGE})
    assert (refused.status_code, refused.json()["code"]) == (403, "case.report.outside_area")


def test_a_post_that_reports_nothing_is_refused(db: None) -> None:
    assert program_of("water_head").send(CASES, LAMP).status_code == 403


def test_a_case_of_another_area_is_as_if_it_were_not(clerk: Program) -> None:
    stranger = program_of("sibling_head")
    number = clerk.report()["number"]
    missing = stranger.get(f"{CASES}/SJ{COUNTY}2026010199999")
    for address in (f"{CASES}/{number}", f"{CASES}/{number}/steps"):
        hidden = stranger.get(address)
        assert hidden.status_code == 404
        assert hidden.json()["code"] == missing.json()["code"]
    assert stranger.move(number, "accept", version=1).status_code == 404
    assert number not in stranger.get(CASES).content.decode()


def test_a_move_is_made_and_recorded(clerk: Program) -> None:
    number = clerk.report()["number"]
    made = clerk.move(number, "accept", **ACCEPT)
    assert made.status_code == 201, made.content.decode()
    assert made.json() == {"number": number, "state": "accepted", "version": 2}
    case = case_of(number)
    assert (case.state, case.version) == ("accepted", 2)
    _, moved = events(number)
    assert (moved.door, moved.codes["move"]) == ("api", "accept")


def test_the_scale_is_told_as_it_was_confirmed(clerk: Program) -> None:
    number = clerk.report()["number"]
    assert clerk.get(f"{CASES}/{number}").json()["scale"] is None
    clerk.move(number, "accept", **ACCEPT | {"scale": "02"})
    assert clerk.get(f"{CASES}/{number}").json()["scale"] == "02"


def test_a_move_on_a_case_that_has_changed_is_refused(clerk: Program) -> None:
    number = clerk.report()["number"]
    clerk.move(number, "accept", **ACCEPT)
    refused = clerk.move(number, "take", version=1)
    assert (refused.status_code, refused.json()["code"]) == (409, "case.refusal.stale")


def test_a_move_out_of_order_is_refused(clerk: Program) -> None:
    number = clerk.report()["number"]
    assert clerk.move(number, "complete", words="好了", closing="settled").status_code in {403, 409}
    assert case_of(number).state == "submitted"


def test_a_move_says_what_it_lacks(clerk: Program) -> None:
    number = clerk.report()["number"]
    refused = clerk.move(number, "accept")
    assert refused.status_code == 422
    assert {"category", "level"} <= refused.json()["fields"].keys()


@pytest.mark.parametrize(
    ("move", "said", "field"),
    [
        ("relocate", {"area": f"{VILLAGE}999"}, "area"),
        ("merge", {"main_case": f"SJ{COUNTY}2026010199999", "reason": "同一件"}, "main_case"),
        ("dispatch", {"unit": "00000000-0000-7000-8000-000000000000"}, "unit"),
    ],
)
def test_what_a_move_names_must_be_there(
    clerk: Program, move: str, said: dict[str, Any], field: str
) -> None:
    refused = clerk.move(clerk.report()["number"], move, **said)
    assert refused.status_code == 422
    assert field in refused.json()["fields"]


def test_a_case_is_not_handed_to_a_post_of_another_unit(clerk: Program) -> None:
    stranger = officer("water_head").posts[0].post_id
    number = clerk.report()["number"]
    clerk.move(number, "accept", **ACCEPT)
    clerk.move(number, "take")
    refused = clerk.move(number, "hand", post=str(stranger))
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["post"])


def test_the_story_tells_the_steps_in_order(clerk: Program) -> None:
    number = clerk.report()["number"]
    clerk.move(number, "accept", **ACCEPT)
    items = clerk.get(f"{CASES}/{number}/steps").json()["items"]
    assert [(step["move"], step["version"]) for step in items] == [("report", 1), ("accept", 2)]
    assert items[0]["from_state"] is None
    assert items[1]["post"]["kind"] == "intake"


@pytest.mark.parametrize(
    "key", ["station_clerk", "station_head", "township_centre", "grid_worker_2"]
)
def test_page_and_api_offer_the_same_moves(clerk: Program, key: str) -> None:
    number = clerk.report(group=5)["number"]
    clerk.move(number, "accept", **ACCEPT)
    program = program_of(key)
    told = program.get(f"{CASES}/{number}")
    by = officer(key)
    by = by.narrowed_to(by.posts[0].post_id)
    case = case_of(number)
    lawful = door(by, lambda: moves_open_to(by, case, timezone.now()))
    offered = [(move["move"], move["stage"]) for move in told.json()["moves"]]
    assert offered == [(move.move.value, move.stage.value) for move in lawful]
    page = Client()
    page.force_login(Account.objects.get(username=key))
    page.post("/post", {"post": str(by.posts[0].post_id)})
    shown = page.get(reverse("case", args=[number])).content.decode()
    codes = [move if stage == "do" else f"{move}.{stage}" for move, stage in offered]
    assert sorted(re.findall('data-move="([^"]*)"', shown)) == sorted(codes)


def test_a_move_tells_needs_offers_and_outlook(clerk: Program) -> None:
    number = clerk.report()["number"]
    answer = clerk.get(f"{CASES}/{number}", Accept_Language="en")
    accept = next(move for move in answer.json()["moves"] if move["move"] == "accept")
    assert {"category", "level"} <= set(accept["needs"])
    assert accept["outlook"]["words"].isascii()
    again = {name: accept["outlook"][name] for name in ("code", "params")}
    assert Message.from_json(again).to_json() == again


def test_the_list_is_filtered_and_paged(clerk: Program) -> None:
    numbers = [clerk.report()["number"] for _ in range(5)]
    address, seen = f"{CASES}?state=open&area={VILLAGE}&category=04&limit=2", []
    while address:
        page = clerk.get(address).json()
        assert len(page["items"]) <= 2
        seen += [line["number"] for line in page["items"]]
        address = page["next"]
    assert sorted(seen) == sorted(set(seen))
    assert set(numbers) <= set(seen)
    assert clerk.get(f"{CASES}?state=closed&limit=100").json()["items"] == []


def test_statements(clerk: Program) -> None:
    clerk.get(CASES)  # the first use of a token on a day is written down
    numbers = [clerk.report()["number"] for _ in range(3)]
    with queries_of("api case list"):
        clerk.get(CASES)
    with queries_of("api case"):
        clerk.get(f"{CASES}/{numbers[0]}")
    with queries_of("api steps"):
        clerk.get(f"{CASES}/{numbers[0]}/steps")
    with queries_of("api report"):
        clerk.report()
    with queries_of("api move"):
        clerk.send(f"{CASES}/{numbers[0]}/moves", {"move": "accept", "version": 1, **ACCEPT})
    with queries_of("api description"):
        clerk.client.get("/api/v1/openapi.json")
