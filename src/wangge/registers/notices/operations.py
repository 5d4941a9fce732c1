"""The outbox: writing notices, reading one's own, and noting what became of those that were sent.

Sending itself is no operation: it happens between two transactions (see `tasks`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.notices import queries
from wangge.registers.notices.models import Notice
from wangge.registers.notices.rules import (
    CLAIMED_FOR,
    DEAD_KEPT_FOR,
    KEPT_FOR,
    UNREACHABLE_FOR,
    Channel,
    is_given_up,
    wait_after,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What to say: a message without personal data, and the thing it is about.

    ``once`` names an occasion: a recipient gets one note of that occasion, however often
    somebody asks for it.
    """

    message: Message
    about_kind: str = ""
    about_id: UUID | None = None
    area_code: str = ""
    urgent: bool = False
    once: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A notice on its way out; ``address`` is still sealed."""

    notice_id: UUID
    channel: Channel
    address: bytes
    message: Message


@operation
def tell_persons(persons: Iterable[UUID], note: Note, *, by: Actor, at: datetime) -> None:
    """Put a note on the pages of some persons, at once and at any hour."""
    _write(
        [
            _notice(note, Channel.IN_APP, at, person_id=person, state=Notice.State.SENT, sent_at=at)
            for person in sorted(set(persons))
        ]
    )


@operation
def send_to(channel: Channel, address: bytes, note: Note, *, by: Actor, at: datetime) -> None:
    """Put a note for somebody outside into the outbox; it leaves when the hours allow.

    ``address`` is sealed. In a demo nothing leaves: the note is kept to be shown.
    """
    if settings.DEMO:
        shown = _notice(note, Channel.DEMO, at, state=Notice.State.SENT, sent_at=at)
        _write([shown])
        return
    leaves = settings.NOTICE_QUIET_HOURS.earliest(at, urgent=note.urgent)
    _write([_notice(note, channel, at, address=address, send_after=leaves)])


@operation
def mark_read(notices: Iterable[UUID], *, by: Actor, at: datetime) -> int:
    """Mark some of the person's own notices as read; returns how many were unread."""
    return queries.unread(by).filter(pk__in=list(notices)).update(read_at=at)


@operation
def mark_all_read(*, by: Actor, at: datetime) -> int:
    """Mark everything that had come by `at` as read."""
    return queries.unread(by).filter(created_at__lte=at).update(read_at=at)


@operation
def send_again(notice_id: UUID, *, by: Actor, at: datetime) -> None:
    """Give a dead notice all its tries again, by the operator. 404 if it is not dead."""
    dead = queries.dead(by).select_for_update(no_key=True).filter(pk=notice_id).first()
    if dead is None:
        raise Refusal.not_found(Message("notice.thing"))
    dead.state, dead.tries, dead.send_after, dead.last_error = Notice.State.WAITING, 0, at, ""
    dead.save(update_fields=["state", "tries", "send_after", "last_error"])
    record(
        Event.NOTICE_SENT_AGAIN,
        "notice",
        dead.pk,
        by=by,
        at=at,
        post_id=_post_of_operator(by),
        channel=dead.channel,
    )


@operation
def claim_waiting(most: int, *, by: Actor, at: datetime) -> list[Envelope]:
    """Take the notices that are due, the longest due first, and push them ahead.

    Other senders do not find them meanwhile; if this one dies, they come back by themselves.
    """
    due = Notice.objects.filter(state=Notice.State.WAITING, send_after__lte=at)
    found = list(
        due.order_by("send_after", "id").select_for_update(no_key=True, skip_locked=True)[:most]
    )
    taken = Notice.objects.filter(pk__in=[notice.pk for notice in found])
    taken.update(send_after=at + CLAIMED_FOR)
    return [
        Envelope(
            notice.pk,
            Channel(notice.channel),
            bytes(notice.address or b""),
            Message.from_json(notice.message),
        )
        for notice in found
    ]


@operation
def note_sent(notice_id: UUID, *, by: Actor, at: datetime) -> None:
    """It has left the house. The address is forgotten: it was needed for this alone."""
    Notice.objects.filter(pk=notice_id).update(
        state=Notice.State.SENT, sent_at=at, tries=F("tries") + 1, last_error="", address=None
    )


@operation
def note_failure(notice_id: UUID, reason: str, *, by: Actor, at: datetime) -> None:
    """It could not be sent: try again later, not at night, or give it up and say so in the log.

    ``reason`` names the kind of failure and holds no personal data.
    """
    notice = Notice.objects.select_for_update(no_key=True).get(pk=notice_id)
    notice.tries += 1
    notice.last_error = reason[:200]
    if is_given_up(notice.tries):
        notice.state = Notice.State.DEAD
        record(Event.NOTICE_DEAD, "notice", notice.pk, by=by, at=at, channel=notice.channel)
    else:
        again = at + wait_after(notice.tries)
        hours = settings.NOTICE_QUIET_HOURS
        notice.send_after = hours.earliest(again, urgent=notice.urgent)
    notice.save(update_fields=["tries", "last_error", "state", "send_after"])


@operation
def give_back(notices: Iterable[UUID], *, by: Actor, at: datetime) -> None:
    """Make notices due again soon that were claimed but not tried, as their server was unreachable."""
    waiting = Notice.objects.filter(pk__in=list(notices), state=Notice.State.WAITING)
    waiting.update(send_after=at + UNREACHABLE_FOR)


@operation
def forget_old(*, by: Actor, at: datetime) -> int:
    """Delete notices that were sent or given up and kept long enough; returns how many.

    Once nothing of an occasion is kept, it may be said again: a case that is still late after
    three months is.
    """
    sent = Q(state=Notice.State.SENT, sent_at__lt=at - KEPT_FOR)
    dead = Q(state=Notice.State.DEAD, created_at__lt=at - DEAD_KEPT_FOR)
    forgotten, _ = Notice.objects.filter(sent | dead).delete()
    return forgotten


def _post_of_operator(by: Actor) -> UUID | None:
    seeing = (post for post in by.posts if Permission.SYSTEM_SEE in post.permissions)
    return next((post.post_id for post in seeing), None)


def _notice(note: Note, channel: Channel, at: datetime, **columns: object) -> Notice:
    whose = columns.get("person_id") or columns.get("address") or b""
    values: dict[str, object] = {
        "id": uuid7(at),
        "channel": channel.value,
        "message": note.message.to_json(),
        "about_kind": note.about_kind,
        "about_id": note.about_id,
        "area_code": note.area_code,
        "urgent": note.urgent,
        "once": _digest(note.once, whose) if note.once else None,
        "created_at": at,
        "send_after": at,
    }
    return Notice(**values | columns)


def _digest(occasion: str, whose: object) -> str:
    return sha256(f"{occasion}\n{whose!r}".encode()).hexdigest()


def _write(notices: list[Notice]) -> None:
    """What was said once already is left out; the rest is new by its key."""
    Notice.objects.bulk_create(notices, ignore_conflicts=any(each.once for each in notices))
