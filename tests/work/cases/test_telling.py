"""Who hears of which step, by which way, and in which words: never those of the case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.conf import settings as configured
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings

from tests.factories.world import COUNTY
from tests.work.cases.desk import CODE, Desk, post, unit
from tests.work.cases.test_looking import completed, staff
from wangge.access.actor import Actor
from wangge.config.language import WORDS
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import opened_phone
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.models import Notice
from wangge.registers.organisations.queries.reach import persons_in
from wangge.registers.people.models import Person
from wangge.work.cases.operations.telling import tell_reporter
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.moves import Recipient
from wangge.work.cases.rules.sampling import is_drawn_for_verification

pytestmark = pytest.mark.django_db

CLOCK = Actor.clock(COUNTY)
COMPLAINT = "0905"


def notices(desk: Desk) -> list[Notice]:
    rows = Notice.objects.filter(about_id=desk.case_id).order_by("created_at", "id")
    return desk.ask(lambda: list(rows))


def told(desk: Desk) -> Counter[tuple[str, str]]:
    """Officials told since the case began: key of the person, code of what they were told."""
    keys = staff()
    return Counter(
        (keys[each.person_id], each.message["code"])
        for each in notices(desk)
        if each.person_id in keys
    )


@contextmanager
def hearing(desk: Desk) -> Iterator[set[tuple[str, str]]]:
    """What officials are told by what happens inside."""
    before, heard = told(desk), set[tuple[str, str]]()
    yield heard
    heard.update(told(desk) - before)


def outwards(desk: Desk) -> list[str]:
    """The clock does what waits for the reporter; what has gone out in all."""
    queued = ProcrastinateJob.objects.filter(task_name="cases.tell_reporter", status="todo")
    for args in queued.order_by("id").values_list("args", flat=True):
        desk.at += timedelta(milliseconds=1)  # keys of one millisecond have no order
        desk.ask(lambda step=args["step"]: tell_reporter(step, by=CLOCK, at=desk.at))
    queued.update(status="doing")
    return [each.message["code"] for each in notices(desk) if each.person_id is None]


def test_the_reporter_hears_of_every_step_that_the_law_names() -> None:
    desk = Desk()
    desk.at_work()
    desk.move("village_land_head", MoveCode.PROGRESS, words="配件已到", for_reporter="true")
    desk.move("village_land_head", MoveCode.PROGRESS, words="内部", for_reporter="false")
    desk.complete("village_land_head")
    desk.move("station_head", MoveCode.VERIFY_PASS, words="看过了")
    assert outwards(desk) == [
        f"notice.reporter.{move}"
        for move in ("report", "accept", "escalate", "progress", "complete", "verify_pass")
    ]


@pytest.mark.parametrize("language", WORDS.languages)
def test_there_are_words_for_every_step_the_reporter_hears_of(language: str) -> None:
    heard = [
        code
        for code, move in MOVES.items()
        if {Recipient.REPORTER, Recipient.REPORTER_IF_VISIBLE, Recipient.EARLIER_RECIPIENTS}
        & set(move.recipients)
    ]
    said = [WORDS.say(Message(f"notice.reporter.{each}", number="SJ"), language) for each in heard]
    assert all("SJ" in each for each in said)


def test_the_unit_that_gets_a_case_is_told_and_who_moved_it_is_not() -> None:
    desk = Desk()
    desk.report()
    desk.accept("station_clerk")
    with hearing(desk) as heard:
        desk.move("station_head", MoveCode.ESCALATE, reason="x", tried="x")
    assert heard == {("township_intake", "notice.unit")}
    with hearing(desk) as heard:
        assisting = [str(unit("t_water"))]
        desk.move(
            "township_centre", MoveCode.DISPATCH, unit=str(unit("t_land")), assisting=assisting
        )
    assert heard == {
        ("village_land_head", "notice.unit"),
        ("water_station_head", "notice.joining"),
    }
    with hearing(desk) as heard:
        desk.move("village_land_head", MoveCode.HAND, post=str(post("t_land", "handler")))
    # the handler's post is vacant: the head, who covers it, made the move and is not told
    assert heard == set()


def test_who_covers_a_vacant_post_is_told_in_its_place() -> None:
    desk = Desk()
    desk.to_township()
    with hearing(desk) as heard:
        desk.move("township_centre", MoveCode.DISPATCH, unit=str(unit("t_emergency")))
    # the emergency office has nobody: the head of the township answers for it
    assert heard == {("township_leader", "notice.unit")}


def test_a_request_goes_to_who_may_grant_it_and_the_answer_to_who_asked() -> None:
    desk = Desk()
    desk.at_work()

    def extend(key: str, stage: Stage, **said: str) -> set[tuple[str, str]]:
        with hearing(desk) as heard:
            desk.move(key, MoveCode.EXTEND, stage=stage, **said)
        return heard

    more = {"amount": "2", "reason": "等配件"}
    asked = {("county_centre", "notice.granter")}
    assert extend("village_land_head", Stage.ASK, **more) == asked
    refused = extend("county_centre", Stage.REFUSE, reason="已有配件")
    assert refused == {("village_land_head", "notice.asker.refuse")}
    assert extend("village_land_head", Stage.ASK, **more) == asked
    granted = extend("county_centre", Stage.GRANT)
    assert granted == {("village_land_head", "notice.asker.grant")}
    assert outwards(desk)[-1] == "notice.reporter.extend"


@pytest.mark.parametrize(
    ("handler", "checker"),
    [("grid_worker", "station_head"), ("station_head", "village_oversight")],
)
def test_one_is_asked_to_check_and_never_who_handled_it(handler: str, checker: str) -> None:
    desk = Desk()
    desk.report()
    desk.accept("station_clerk")
    desk.move(handler, MoveCode.TAKE)
    with hearing(desk) as heard:
        desk.complete(handler)
    assert heard == {(checker, "notice.checkers")}


def test_supervision_is_told_to_the_desk_of_the_unit_addressed() -> None:
    desk = Desk()
    desk.at_work()
    with hearing(desk) as heard:
        desk.move(
            "supervisor",
            MoveCode.SUPERVISE,
            unit=str(unit("t_land")),
            card="yellow",
            words="请说明",
            answer_due="2026-03-10",
        )
    assert heard == {("village_land_head", "notice.addressed")}


def test_an_undone_step_is_corrected_with_everybody_who_was_told() -> None:
    desk = Desk()
    desk.to_township()
    desk.move("township_centre", MoveCode.DISPATCH, unit=str(unit("t_land")))
    desk.at -= timedelta(minutes=58)  # the next act is two minutes later
    with hearing(desk) as heard:
        desk.move("township_centre", MoveCode.UNDO)
    assert heard == {("village_land_head", "notice.undone")}


def test_an_undone_step_is_corrected_with_the_reporter_too() -> None:
    desk = Desk()
    desk.to_township()
    desk.at -= timedelta(minutes=58)
    desk.move("station_head", MoveCode.UNDO)
    assert outwards(desk)[-2:] == ["notice.reporter.escalate", "notice.reporter.undo"]


def test_a_notice_says_the_number_and_the_step_and_nothing_of_the_case() -> None:
    desk = Desk()
    desk.at_work()
    desk.move("village_land_head", MoveCode.PROGRESS, words="配件已到", for_reporter="true")
    outwards(desk)
    for notice in notices(desk):
        params = notice.message["params"]
        assert params.pop("number") == desk.number
        assert params.keys() <= {"move"}
        said = configured.WORDS.say(Message.from_json(notice.message), "zh")
        assert not any(words in said for words in ("路灯", "配件", "甲居民", CODE))


def test_of_a_restricted_case_a_notice_says_the_number_alone() -> None:
    desk = Desk()
    desk.report(COMPLAINT)
    assert desk.facts.restricted
    desk.accept("discipline_head", COMPLAINT, level="county")
    outwards(desk)
    assert {
        (each.message["code"], tuple(each.message["params"]), each.area_code)
        for each in notices(desk)
    } == {("notice.reporter.restricted", ("number",), "")}


def test_nobody_of_a_unit_complained_of_is_told() -> None:
    desk = Desk()
    desk.report()
    head, clerk = post("v_service_station", "head"), post("v_service_station", "intake")
    day = county_day(desk.at)
    assert len(desk.ask(lambda: persons_in([head, clerk], day))) == 2
    assert desk.ask(lambda: persons_in([head, clerk], day, [unit("v_service_station")])) == set()


def test_who_does_not_want_to_be_contacted_is_not() -> None:
    desk = Desk()
    desk.report(handler_may_contact=False)
    assert outwards(desk) == []


def test_without_phone_there_is_no_way_out() -> None:
    desk = Desk()
    desk.report(name="", phone="")
    assert outwards(desk) == []


def test_a_reporter_with_a_page_is_told_there(settings: Settings) -> None:
    desk = Desk()
    desk.report(by=desk.actor("grid_worker"), name="", phone="", channel="worker")
    desk.accept("station_clerk")
    settings.EMAIL_HOST, settings.DEMO = "mail.example.org", False
    me = Person.objects.filter(account__username="grid_worker")
    desk.ask(lambda: me.update(e_mail="worker@example.org"))
    outwards(desk)
    assert ("grid_worker", "notice.reporter.accept") in told(desk)
    assert ("grid_worker", "notice.reporter.report") not in told(desk)  # the worker's own act
    assert {each.channel for each in notices(desk) if each.person_id is None} == {"e_mail"}


def test_the_phone_goes_to_the_outbox_as_it_lies_sealed(settings: Settings) -> None:
    settings.DEMO = False
    desk = Desk()
    desk.report()
    assert outwards(desk) == []  # the county has no gateway
    settings.NOTICE_URL = "http://127.0.0.1:9/"
    desk.accept("station_clerk")
    outwards(desk)
    (letter,) = notices(desk)
    assert (letter.channel, letter.state) == ("http", "waiting")
    assert opened_phone(letter.address) == "10000000001"


def test_what_is_urgent_goes_out_at_night(settings: Settings) -> None:
    settings.DEMO, settings.NOTICE_URL = False, "http://127.0.0.1:9/"
    for urgent in ("true", "false"):
        desk = Desk()
        desk.report()
        desk.accept("station_clerk", urgent=urgent, reason="危险")
        desk.at += timedelta(hours=11)  # 22:00 in the county
        outwards(desk)
        accepted = notices(desk)[-1]
        assert (accepted.send_after == accepted.created_at) is (urgent == "true")


def test_a_refused_move_tells_nobody() -> None:
    desk = Desk()
    desk.report()
    heard = outwards(desk)
    with pytest.raises(Refusal):
        desk.move("station_clerk", MoveCode.ESCALATE, reason="x", tried="x")
    assert outwards(desk) == heard
    assert told(desk) == Counter()


def test_the_sample_is_asked_of_the_township() -> None:
    desk = completed(drawn=True)
    assert desk.case_id is not None
    assert is_drawn_for_verification(desk.case_id)
    assert ("township_centre", "notice.checkers") in told(desk)
