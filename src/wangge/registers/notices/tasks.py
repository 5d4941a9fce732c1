"""Notices leave the house: taken in one transaction, sent in none, written down in another."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from django.conf import settings

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.errands import errand
from wangge.doors.jobs import job
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.notices import operations
from wangge.registers.notices.adapters import Letter, NotSent, Send, e_mail, gateway
from wangge.registers.notices.operations import Envelope
from wangge.registers.notices.rules import Channel

MOST_AT_ONCE: Final = 20
"""So few that a slow server holds up the worker for a minute or two at most."""

SEND: Final[Mapping[Channel, Send]] = MappingProxyType(
    {Channel.E_MAIL: e_mail.send, Channel.HTTP: gateway.send}
)
_SEALED_AS: Final = {Channel.E_MAIL: b"e_mail", Channel.HTTP: b"phone"}
_log = logging.getLogger(__name__)


@job("notices.forget_old")
def forget_old(*, by: Actor, at: datetime) -> None:
    """Every night: notices that were kept long enough."""
    operations.forget_old(by=by, at=at)


@errand("notices.send")
def send_waiting(*, by: Actor, at: datetime) -> None:
    """Send what is due. When a server cannot be reached, the rest of its channel waits a minute."""
    taken = door(by, lambda: operations.claim_waiting(MOST_AT_ONCE, by=by, at=at))
    for channel in SEND:
        _send_by([each for each in taken if each.channel is channel], by, at)


def _send_by(envelopes: list[Envelope], by: Actor, at: datetime) -> None:
    left = iter(envelopes)
    if all(_send(envelope, by, at) for envelope in left):
        return
    untried = [envelope.notice_id for envelope in left]
    door(by, lambda: operations.give_back(untried, by=by, at=at))


def _send(envelope: Envelope, by: Actor, at: datetime) -> bool:
    """Send one and write down what became of it; False if its server could not be reached."""
    try:
        SEND[envelope.channel](_letter(envelope), at)
    except NotSent as failure:
        _note_failure(envelope, failure.reason, by, at)
        return not failure.unreachable
    except Exception as bug:
        # One notice that cannot even be written must not stop the others.
        _log.exception("notice %s could not be made ready", envelope.notice_id)
        _note_failure(envelope, type(bug).__name__, by, at)
        return True
    door(by, lambda: operations.note_sent(envelope.notice_id, by=by, at=at))
    return True


def _note_failure(envelope: Envelope, reason: str, by: Actor, at: datetime) -> None:
    door(by, lambda: operations.note_failure(envelope.notice_id, reason, by=by, at=at))


def _letter(envelope: Envelope) -> Letter:
    """The address in the clear and the words in the recipient's language: made here, kept nowhere."""
    address = key_ring().open(envelope.address, context=_SEALED_AS[envelope.channel])
    words = settings.WORDS.say(envelope.message, settings.NOTICE_LANGUAGE)
    return Letter(envelope.notice_id, address, words)
