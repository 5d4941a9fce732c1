"""What a reporter may do with a case of their own, and what they read of what others did."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.factories.world import COUNTY
from tests.interfaces.portal.conftest import Resident, hidden, text_of
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.interfaces.portal.own_moves import OWN
from wangge.interfaces.portal.story import PUBLIC
from wangge.lib.area_code import Level
from wangge.registers.accounts.models import Account
from wangge.registers.organisations.queries.actors import actor_of
from wangge.work.cases.models import Case
from wangge.work.cases.operations import move
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Given
from wangge.work.cases.rules.states import ClosingType, Scale

ANSWER = "政策是这样的，已经说清楚。"
OPEN = "已经打电话问过县里"
INNER = "这句话不给反映人看"


def clerk() -> Actor:
    return actor_of(Account.objects.get(username="station_clerk").pk, timezone.now())


def make(case_id: UUID, code: MoveCode, **said: object) -> None:
    by = clerk()
    given = Given(**said)  # type: ignore[arg-type]
    door(by, lambda: move(case_id, code, given, by=by, at=timezone.now()))


@pytest.fixture
def enquiry(resident: Resident) -> UUID:
    """An enquiry at the village's desk: the shortest way through all states."""
    number = resident.report(category="", other_category="0604").number
    return door(Actor.clock(COUNTY), lambda: Case.objects.get(number=number).pk)


def complete(case_id: UUID) -> None:
    make(case_id, MoveCode.COMPLETE, closing=ClosingType.SETTLED, words=ANSWER)


@pytest.fixture
def completed(enquiry: UUID) -> UUID:
    make(
        enquiry,
        MoveCode.ACCEPT,
        category="0604",
        level=Level.VILLAGE,
        scale=Scale.INDIVIDUAL,
    )
    make(enquiry, MoveCode.TAKE)
    make(enquiry, MoveCode.PROGRESS, words=INNER, for_reporter=False)
    make(enquiry, MoveCode.PROGRESS, words=OPEN, for_reporter=True)
    complete(enquiry)
    return enquiry


def state(case_id: UUID) -> str:
    return door(Actor.clock(COUNTY), lambda: Case.objects.get(pk=case_id).state)


def do(resident: Resident, code: str, **said: str) -> int:
    shown = resident.client.get("/track/case")
    version = hidden(shown, "version")
    sent = resident.client.post(f"/track/case/{code}", {"version": version, **said})
    return sent.status_code


def test_the_reporter_reads_the_answer_and_no_name(resident: Resident, completed: UUID) -> None:
    shown = text_of(resident.client.get("/track/case"))
    assert ANSWER in shown
    assert OPEN in shown
    assert INNER not in shown
    assert "甲文书" not in shown  # the clerk's name
    assert "受理岗" in shown  # the clerk's post


def test_settled_closes_the_case_and_asks_for_a_rating(resident: Resident, completed: UUID) -> None:
    assert do(resident, "verify_pass") == 302
    assert state(completed) == "closed"
    assert do(resident, "rate", rating="satisfied") == 302
    shown = text_of(resident.client.get("/track/case"))
    assert 'data-move="rate"' not in shown


def test_not_settled_goes_back_with_the_reason(resident: Resident, completed: UUID) -> None:
    assert do(resident, "verify_fail") == 422  # what is not settled has to be said
    assert state(completed) == "completed"
    assert do(resident, "verify_fail", words="还是不明白") == 302
    assert state(completed) == "handling"
    assert "还是不明白" in text_of(resident.client.get("/track/case"))


def test_closed_may_be_opened_again_once(resident: Resident, completed: UUID) -> None:
    do(resident, "verify_pass")
    assert do(resident, "reopen", reason="又坏了") == 302
    assert state(completed) == "accepted"


def test_withdrawing_is_asked_before_it_is_done(resident: Resident, enquiry: UUID) -> None:
    asked = resident.client.get("/track/case/withdraw")
    assert "撤回后不再办理" in text_of(asked)
    version = hidden(asked, "version")
    assert resident.client.post("/track/case/withdraw", {"version": version}).status_code == 302
    assert state(enquiry) == "withdrawn"
    assert resident.client.get("/track/case/withdraw")["Location"] == "/track/case"


def test_a_move_on_a_page_that_is_out_of_date_is_refused(resident: Resident, enquiry: UUID) -> None:
    version = hidden(resident.client.get("/track/case/withdraw"), "version")
    make(enquiry, MoveCode.ACCEPT, category="0604", level=Level.VILLAGE, scale=Scale.INDIVIDUAL)
    refused = resident.client.post("/track/case/withdraw", {"version": version})
    assert refused.status_code == 409
    assert state(enquiry) == "accepted"


def test_a_move_out_of_order_is_refused(resident: Resident, enquiry: UUID) -> None:
    refused = resident.client.post("/track/case/reopen", {"version": "1", "reason": "为什么"})
    assert refused.status_code == 409
    assert state(enquiry) == "submitted"


def test_the_moves_of_others_have_no_address(resident: Resident, enquiry: UUID) -> None:
    assert resident.client.post("/track/case/accept", {"version": "1"}).status_code == 404


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_move_a_reporter_meets_has_words(language: str, settings: Settings) -> None:
    words = settings.WORDS.ids(language)
    wanted = {f"portal-did-{code.value}" for code in PUBLIC | {MoveCode.PROGRESS}}
    wanted |= {f"portal-own-{code.value}" for code in OWN}
    wanted |= {f"portal-own-{code.value}_do" for code in OWN}
    assert wanted <= words
