"""Tokens: what lets a person's own program act as that person, in one post, for a year at most.

A token is `wg_<id>_<secret>`. It is shown once; what is kept is a digest of the secret, which has
192 random bits, so that a plain digest is as hard to undo as a keyed one.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hmac import compare_digest
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from wangge.access.actor import Actor, HeldPost
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.rules import Owed
from wangge.registers.audit.events import Event
from wangge.registers.audit.operations import record
from wangge.registers.organisations.models import ApiToken
from wangge.registers.organisations.queries import actor_of, county_day

LONGEST: Final = timedelta(days=365)
LONGEST_NAME: Final = 60
MOST: Final = 10
"""Tokens that one person has in force at a time."""

_SECRET_BYTES: Final = 24
_SHAPE: Final = re.compile(rf"wg_([0-9a-f]{{32}})_([0-9a-f]{{{2 * _SECRET_BYTES}}})")


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token, and the one time its text is known."""

    token: ApiToken
    text: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who holds a valid token: the person in its post, as of now.

    Of an account that owes a step (`owes`) the person is known but in no post, and so without any
    rights, as on the pages.
    """

    actor: Actor
    token: ApiToken
    owes: Owed | None = None


def tokens_of(actor: Actor, at: datetime) -> QuerySet[ApiToken]:
    """The actor's own tokens that are in force, in whichever post, the newest first."""
    return _in_force(at).filter(person=actor.person_id).select_related("post").order_by("-id")


def bearer_of(text: str, at: datetime) -> Bearer | None:
    """Who may act with the token, None if it is none or works no longer.

    It works no longer than its term, the appointment to its post, and the person's account.
    """
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        return None
    token = _in_force(at).filter(pk=UUID(shape[1])).select_related("person__account").first()
    if token is None or not compare_digest(token.digest, _digest(shape[2])):
        return None
    account = token.person.account
    if account is None or not account.is_active:
        return None
    actor = actor_of(account.pk, at).narrowed_to(token.post_id)
    if not actor.posts:
        return None
    return Bearer(replace(actor, posts=()) if account.owes else actor, token, account.owes)


@operation
def issue(post_id: UUID, name: str, *, expires_on: date, by: Actor, at: datetime) -> Issued:
    """A new token for one of the actor's own posts.

    403 for another's post, 409 for more than `MOST`, 422 without a name of fit length or for a term
    that is over or longer than a year.
    """
    post = _own_post(post_id, by)
    today = county_day(at)
    _check(name, expires_on, today)
    if tokens_of(by, at).count() >= MOST:
        raise Refusal(Message("token.too_many", most=MOST))
    assert by.person_id is not None  # noqa: S101 - only persons hold posts
    secret = secrets.token_hex(_SECRET_BYTES)
    token = ApiToken(
        id=uuid7(at),
        post_id=post.post_id,
        person_id=by.person_id,
        name=name.strip(),
        digest=_digest(secret),
        issued_on=today,
        expires_on=expires_on,
    )
    token.save(force_insert=True)
    _record(Event.TOKEN_ISSUED, token, post.area_code, by, at)
    return Issued(token, f"wg_{token.pk.hex}_{secret}")


@operation
def revoke(token_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take back one's own token: it works no longer from this instant on. 404 for any other."""
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
    """Remember the day a token was last used, and no more than the day. It is no event."""
    today = county_day(at)
    unused_today = Q(last_used_on=None) | Q(last_used_on__lt=today)
    ApiToken.objects.filter(unused_today, pk=token_id).update(last_used_on=today)


def _in_force(at: datetime) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(revoked_at=None, expires_on__gt=county_day(at))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _own_post(post_id: UUID, by: Actor) -> HeldPost:
    post = next((post for post in by.posts if post.post_id == post_id), None)
    if post is None:
        raise Refusal.forbidden(Message("token.post_of_another"))
    return post


def _check(name: str, expires_on: date, today: date) -> None:
    wrong: dict[str, Message] = {}
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        wrong["name"] = Message("token.name_wrong", most=LONGEST_NAME)
    if not today < expires_on <= today + LONGEST:
        wrong["expires_on"] = Message("token.term_wrong", days=LONGEST.days)
    if wrong:
        raise Refusal.invalid(wrong)


def _record(event: Event, token: ApiToken, area_code: str, by: Actor, at: datetime) -> None:
    record(event, "token", token.pk, by=by, at=at, area_code=area_code, post_id=token.post_id)
