"""Tokens: what lets a person's own program act as that person, in one post, for a year at most."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from wangge.access.actor import Actor, HeldPost
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import ApiToken
from wangge.registers.organisations.queries.tokens import tokens_of
from wangge.registers.organisations.rules.tokens import (
    MOST,
    SECRET_BYTES,
    digest_of,
    written,
    wrong_in,
)


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token, and the only time its text is known."""

    token: ApiToken
    text: str


@operation
def issue(post_id: UUID, name: str, *, expires_on: date, by: Actor, at: datetime) -> Issued:
    """A new token for one of the actor's own posts.

    403 for another's post, 409 for more than `MOST`, 422 for a name that is empty or too long, or
    for a term that is over or longer than a year.
    """
    post = _own_post(post_id, by)
    today = county_day(at)
    if wrong := wrong_in(name, expires_on, today):
        raise Refusal.invalid(wrong)
    if tokens_of(by, at).count() >= MOST:
        raise Refusal(Message("token.too_many", most=MOST))
    assert by.person_id is not None  # noqa: S101 - only persons hold posts
    secret = secrets.token_hex(SECRET_BYTES)
    token = ApiToken(
        id=uuid7(at),
        post_id=post.post_id,
        person_id=by.person_id,
        name=name.strip(),
        digest=digest_of(secret),
        issued_on=today,
        expires_on=expires_on,
    )
    token.save(force_insert=True)
    _record(Event.TOKEN_ISSUED, token, post.area_code, by, at)
    return Issued(token, written(token.pk, secret))


@operation
def revoke(token_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take back one's own token: it stops working at once. 404 for any other."""
    token = (
        tokens_of(by, at).select_for_update(no_key=True, of=("self",)).filter(pk=token_id).first()
    )
    if token is None:
        raise Refusal.not_found(Message("token.thing"))
    token.revoked_at = at
    token.save(update_fields=["revoked_at"])
    _record(Event.TOKEN_REVOKED, token, token.post.area_id, by, at)


@operation
def note_use(token_id: UUID, *, by: Actor, at: datetime) -> None:
    """Remember the day a token was last used, and no more; records no event."""
    today = county_day(at)
    unused_today = Q(last_used_on=None) | Q(last_used_on__lt=today)
    ApiToken.objects.filter(unused_today, pk=token_id).update(last_used_on=today)


def _own_post(post_id: UUID, by: Actor) -> HeldPost:
    post = next((post for post in by.posts if post.post_id == post_id), None)
    if post is None:
        raise Refusal.forbidden(Message("token.post_of_another"))
    return post


def _record(event: Event, token: ApiToken, area_code: str, by: Actor, at: datetime) -> None:
    record(event, "token", token.pk, by=by, at=at, area_code=area_code, post_id=token.post_id)
