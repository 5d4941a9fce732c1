"""Orders: a township's documents made one by one, bound, cancelled, taken up again, forgotten."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from tests.factories.world import COUNTY, SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.insight.paper.printed import pages_of, words_of
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.paper import operations
from wangge.insight.paper.adapters.grounds import PLAIN
from wangge.insight.paper.models import PrintOrder, PrintPiece
from wangge.insight.paper.operations import Binding
from wangge.insight.paper.rules.sheets import Kind
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.models import Account
from wangge.registers.files.models import StoredFile
from wangge.registers.files.queries import path_of
from wangge.registers.notices.models import Notice
from wangge.registers.notices.queries import unread
from wangge.registers.orders.rules import KEPT_FOR, STALLED_AFTER, OrderState
from wangge.registers.organisations.queries.actors import actor_of

pytestmark = pytest.mark.django_db
CLOCK = Actor.clock(COUNTY)
ADDRESS = "https://wangge.example/g/"


def official(key: str) -> Actor:
    return actor_of(Account.objects.get(username=key).pk, timezone.now())


def asked(
    key: str = "township_centre",
    *,
    kind: Kind = Kind.POSTERS,
    size: str = "a4",
    ground: str = PLAIN,
) -> UUID:
    by = official(key)
    return door(
        by,
        lambda: operations.ask_for(
            kind, size, TOWNSHIP, ADDRESS, ground=ground, by=by, at=timezone.now()
        ),
    )


def order(key: UUID) -> PrintOrder:
    return door(CLOCK, lambda: PrintOrder.objects.select_related("file").get(pk=key))


def carried_out(key: UUID) -> PrintOrder:
    """Do what the jobs would: piece after piece, then the binding."""
    while OrderState(order(key).state).is_open:
        JOBS["paper.go_on"](order=str(key))
    return order(key)


def documents(found: PrintOrder) -> dict[str, bytes]:
    with ZipFile(BytesIO(path_of(found.file).read_bytes())) as bound:
        return {name: bound.read(name) for name in bound.namelist()}


def test_a_township_is_printed_village_by_village() -> None:
    key = asked()
    assert order(key).total == 2
    JOBS["paper.go_on"](order=str(key))
    assert (order(key).done, order(key).state) == (1, OrderState.RUNNING.value)
    bound = documents(carried_out(key))
    assert sorted(bound) == [f"{VILLAGE} 天鹅岭村.pdf", f"{SIBLING_VILLAGE} 两江村.pdf"]
    said = words_of(bound[f"{VILLAGE} 天鹅岭村.pdf"])
    assert "甲网格员" in said
    assert "丙网格员" not in said


def test_its_person_and_nobody_else_is_told_when_it_is_ready() -> None:
    key = asked()
    assert not own_notices("township_centre")
    carried_out(key)
    (notice,) = own_notices("township_centre")
    assert (notice.about_kind, notice.about_id) == ("print_order", key)
    assert Message.from_json(notice.message).code == "notice.print.done"
    assert not own_notices("township_intake")


def own_notices(key: str) -> list[Notice]:
    by = official(key)
    return door(by, lambda: [each for each in unread(by) if each.about_kind == "print_order"])


def test_cards_come_for_every_household() -> None:
    from wangge.registers.areas.models import Area

    Area.objects.filter(pk=f"{VILLAGE}001").update(households=20)
    bound = documents(carried_out(asked(kind=Kind.CARDS, size="a7")))
    assert len(pages_of(bound[f"{VILLAGE} 天鹅岭村.pdf"])) == 3 + 1


def test_the_pieces_are_let_go_of_when_all_are_bound() -> None:
    key = asked()
    carried_out(key)
    assert door(CLOCK, lambda: PrintPiece.objects.filter(file__isnull=False).count()) == 0


def test_who_cancels_is_asked_for_no_further_piece() -> None:
    key = asked()
    by = official("township_centre")
    JOBS["paper.go_on"](order=str(key))
    door(by, lambda: operations.cancel(key, by=by, at=timezone.now()))
    JOBS["paper.go_on"](order=str(key))
    found = order(key)
    assert (found.state, found.done, found.file) == (OrderState.CANCELLED.value, 1, None)


def test_a_village_that_cannot_be_made_does_not_hold_up_the_others() -> None:
    key = asked()
    door(CLOCK, lambda: PrintPiece.objects.filter(number=1).update(village_code="431124212999"))
    found = carried_out(key)
    assert (found.state, found.failed) == (OrderState.DONE.value, 1)
    assert len(documents(found)) == 1


def test_an_order_without_any_document_has_failed() -> None:
    key = asked()
    door(CLOCK, lambda: PrintPiece.objects.update(village_code="431124212999"))
    assert carried_out(key).state == OrderState.FAILED.value
    (notice,) = own_notices("township_centre")
    assert Message.from_json(notice.message).code == "notice.print.failed"


def test_the_same_order_is_the_same_file() -> None:
    one, other = carried_out(asked()), carried_out(asked())
    assert one.file == other.file


def test_nobody_sees_the_order_of_another() -> None:
    key = asked()
    for stranger in (official("county_centre"), official("station_head"), Actor.visitor()):
        seen = door(stranger, lambda: PrintOrder.objects.filter(pk=key).exists())
        assert not seen
    by = official("station_head")
    with pytest.raises(Refusal):
        door(by, lambda: operations.cancel(key, by=by, at=timezone.now()))


@pytest.mark.parametrize("key", ["sibling_township_centre", "station_head"])
def test_who_does_not_look_after_the_township_may_not_order(key: str) -> None:
    with pytest.raises(Refusal):
        asked(key)


def test_only_sizes_that_exist_and_one_township_at_a_time() -> None:
    with pytest.raises(Refusal):
        asked(size="a7")
    with pytest.raises(Refusal):
        asked(ground="elsewhere")
    by = official("county_centre")
    at = timezone.now()
    with pytest.raises(Refusal):
        door(
            by,
            lambda: operations.ask_for(
                Kind.POSTERS, "a3", COUNTY, ADDRESS, ground=PLAIN, by=by, at=at
            ),
        )


def test_what_a_dead_worker_left_is_taken_up_again() -> None:
    key = asked()
    door(CLOCK, lambda: PrintOrder.objects.update(moved_at=timezone.now() - 2 * STALLED_AFTER))
    JOBS["paper.take_up_again"]()
    waiting = app.connector.get_sync_connector().execute_query_all(
        "SELECT args FROM procrastinate_jobs WHERE task_name = 'paper.go_on' AND status = 'todo'"
    )
    assert [json.loads(row["args"]) for row in waiting] == [{"order": str(key)}]


def test_a_file_is_kept_for_two_weeks() -> None:
    key = asked()
    carried_out(key)
    at = timezone.now()
    door(CLOCK, lambda: operations.forget_old(by=CLOCK, at=at + KEPT_FOR - timedelta(hours=1)))
    assert order(key).file
    door(CLOCK, lambda: operations.forget_old(by=CLOCK, at=at + KEPT_FOR + timedelta(hours=1)))
    assert order(key).file is None


def test_a_piece_is_not_kept_twice() -> None:
    key = asked()
    at = timezone.now()
    for _ in range(2):
        door(CLOCK, lambda: operations.keep_piece(key, 1, None, as_asked=True, by=CLOCK, at=at))
    assert order(key).done == 1


def test_a_binding_names_its_documents_in_order() -> None:
    key = asked()
    for _ in range(2):
        JOBS["paper.go_on"](order=str(key))
    step = door(CLOCK, lambda: operations.next_step(key, by=CLOCK, at=timezone.now()))
    assert isinstance(step, Binding)
    names = [name for name, _ in step.documents]
    assert names == sorted(names)
    assert settings.FILES_ROOT.exists()
    assert StoredFile.objects.filter(media_type="application/pdf").count() == 2
