"""Tokens in force: a person's own, and the bearer of the one that a program shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hmac import compare_digest

from django.db.models import QuerySet

from wangge.access.actor import Actor
from wangge.registers.accounts.rules import Owed
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import ApiToken
from wangge.registers.organisations.queries.actors import actor_of
from wangge.registers.organisations.rules.tokens import digest_of, read


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who holds a valid token: the person in its post, as of now.

    If the account owes a step (`owes`), the person is known but in no post, and so without any
    rights, as on the pages.
    """

    actor: Actor
    token: ApiToken
    owes: Owed | None = None


def tokens_of(actor: Actor, at: datetime) -> QuerySet[ApiToken]:
    """The actor's own tokens that are in force, for any of their posts, the newest first."""
    return _in_force(at).filter(person=actor.person_id).select_related("post").order_by("-id")


def bearer_of(text: str, at: datetime) -> Bearer | None:
    """Who may act with the token; None if it is no token or has stopped working.

    It stops with its term, the appointment to its post, or the person's account.
    """
    parts = read(text)
    if parts is None:
        return None
    key, secret = parts
    token = _in_force(at).filter(pk=key).select_related("person__account").first()
    if token is None or not compare_digest(token.digest, digest_of(secret)):
        return None
    account = token.person.account
    if account is None or not account.is_active:
        return None
    actor = actor_of(account.pk, at).narrowed_to(token.post_id)
    if not actor.posts:
        return None
    return Bearer(replace(actor, posts=()) if account.owes else actor, token, account.owes)


def _in_force(at: datetime) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(revoked_at=None, expires_on__gt=county_day(at))
