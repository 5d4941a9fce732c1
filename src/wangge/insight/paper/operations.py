"""An order is asked for, done piece by piece, bound, fetched or cancelled, and forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.insight.paper.adapters.grounds import choices
from wangge.insight.paper.models import PrintOrder, PrintPiece
from wangge.insight.paper.queries import villages_below
from wangge.insight.paper.rules.sheets import SIZES, Kind
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.areas.operations.admission import check_may
from wangge.registers.areas.queries import names_of
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.files.models import StoredFile
from wangge.registers.files.operations import Kept, adopt
from wangge.registers.notices.operations import Note, tell_persons
from wangge.registers.orders import operations as orders
from wangge.registers.orders.rules import OrderState

_BELOW_TICKS = -1  # long work waits behind the ticks of the schedule


@dataclass(frozen=True, slots=True)
class Piece:
    """The next document of an order; `number` is its place, beginning with 1."""

    number: int
    village_code: str
    kind: Kind
    size: str
    ground: str
    address: str


@dataclass(frozen=True, slots=True)
class Binding:
    """The documents of an order that are ready to be bound: names and digests."""

    documents: Sequence[tuple[str, str]]


@operation
def ask_for(
    kind: Kind, size: str, area_code: str, address: str, *, ground: str, by: Actor, at: datetime
) -> UUID:
    """Ask for the documents of all villages of an area; jobs make them.

    `ground` is the key of what is to lie under the maps (paper.grounds.choices). 422 for more than
    a township, or for a size or a ground that there is not; 409 where no village has grids.
    """
    may = check_may(Permission.ORGANISATION_SEE, area_code, Message("area.thing"), by)
    if len(area_code) < Level.TOWNSHIP:
        raise Refusal.invalid({"area": Message("paper.one_township")})
    if size not in SIZES[kind] or by.person_id is None:
        raise Refusal.invalid({"size": Message("paper.size_unknown")})
    if ground not in {choice.key for choice in choices()}:
        raise Refusal.invalid({"ground": Message("paper.ground_unknown")})
    villages = villages_below(area_code, county_day(at))
    if not villages:
        raise Refusal(Message("paper.no_grids"))
    order = PrintOrder(
        id=uuid7(at),
        kind=kind.value,
        size=size,
        ground=ground,
        area_code=area_code,
        address=address,
        person_id=by.person_id,
        state=OrderState.WAITING.value,
        total=len(villages),
        asked_at=at,
        moved_at=at,
    )
    order.save(force_insert=True)
    PrintPiece.objects.bulk_create(
        PrintPiece(
            id=uuid7(at),
            order=order,
            person_id=by.person_id,
            number=number,
            village_code=code,
            name=f"{code} {name}"[:80],
        )
        for number, (code, name) in enumerate(villages, start=1)
    )
    _go_on(order.pk)
    record(
        Event.PRINT_ASKED_FOR,
        "print",
        order.pk,
        by=by,
        at=at,
        area_code=area_code,
        post_id=may.post_id if may else None,
        kind=kind.value,
        size=size,
        count=len(villages),
    )
    return order.pk


@operation
def next_step(key: UUID, *, by: Actor, at: datetime) -> Piece | Binding | None:
    """What is to be done next of an order; None once it is over."""
    order = orders.held(PrintOrder, key)
    if order is None:
        return None
    orders.go_on(PrintOrder, key, at=at)
    piece = order.pieces.filter(done_at=None).order_by("number").first()
    if piece is not None:
        return Piece(
            piece.number,
            piece.village_code,
            Kind(order.kind),
            order.size,
            order.ground,
            order.address,
        )
    ready = order.pieces.filter(file__isnull=False).order_by("number")
    return Binding(list(ready.values_list("name", "file__digest")))


@operation
def keep_piece(
    key: UUID, number: int, kept: Kept | None, *, as_asked: bool, by: Actor, at: datetime
) -> None:
    """A document lies on its shelf, or could not be made (`kept` is None); the next is asked for.

    `as_asked`: it lies on the ground that was asked for.
    """
    order = orders.held(PrintOrder, key)
    piece = PrintPiece.objects.filter(order=key, number=number, done_at=None).first()
    if order is None or piece is None:
        return
    if kept is not None:
        piece.file = StoredFile.objects.get(pk=adopt(kept, by=by, at=at))
    piece.done_at = at
    piece.save(update_fields=["file", "done_at"])
    orders.go_on(
        PrintOrder,
        key,
        at=at,
        done=order.done + 1,
        failed=order.failed + (kept is None),
        elsewise=order.elsewise + (not as_asked),
    )
    _go_on(key)


@operation
def finish(key: UUID, kept: Kept | None, *, by: Actor, at: datetime) -> None:
    """All is bound: its person can fetch it. Without any document the order has failed."""
    order = orders.held(PrintOrder, key)
    if order is None:
        return
    if kept is None:
        orders.give_up(PrintOrder, key, None, at=at)
    else:
        file = StoredFile.objects.get(pk=adopt(kept, by=by, at=at))
        orders.finish(PrintOrder, key, at=at, file=file)
    order.refresh_from_db()
    order.pieces.update(file=None)
    _tell(order, by=by, at=at)
    record(Event.PRINT_MADE, "print", key, by=by, at=at, count=order.total - order.failed)


@operation
def cancel(key: UUID, *, by: Actor, at: datetime) -> None:
    """Its person wants it no more: the piece in hand is the last."""
    order = orders.held(PrintOrder, key)
    if order is None or order.person_id != by.person_id:
        raise Refusal.not_found(Message("paper.thing"))
    orders.cancel(PrintOrder, [key], at=at)
    order.pieces.update(file=None)
    record(Event.PRINT_CANCELLED, "print", key, by=by, at=at, area_code=order.area_code)


@operation
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Orders whose worker went away go on."""
    for key in orders.take_up_again(PrintOrder, at=at):
        _go_on(key)


@operation
def forget_old(*, by: Actor, at: datetime) -> int:
    """Let go of files that were kept long enough; returns how many. The lines stay."""
    return orders.forget(PrintOrder, at=at, file=None)


def _tell(order: PrintOrder, *, by: Actor, at: datetime) -> None:
    """Its person has long left the page."""
    words = Message(
        f"notice.print.{order.state}",
        what=Message(f"paper.order.{order.kind}_{order.size}"),
        place=names_of([order.area_code]).get(order.area_code, ""),
    )
    note = Note(
        message=words, about_kind="print_order", about_id=order.pk, area_code=order.area_code
    )
    tell_persons([order.person_id], note, by=by, at=at)


def _go_on(key: UUID) -> None:
    later("paper.go_on", once=f"paper.go_on {key}", priority=_BELOW_TICKS, order=str(key))
