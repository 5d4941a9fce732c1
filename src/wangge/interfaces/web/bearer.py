"""Calls of programs: recognised by the address, identified by a bearer token, answered as they accept.

A call brings its token in the header `Authorization`; cookies mean nothing to it, so that no page
of another site can make one on behalf of somebody who is signed in.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.accounts.rules import Owed
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.operations import tokens
from wangge.registers.organisations.queries.tokens import bearer_of

_SCHEME = "bearer "


def is_call(request: HttpRequest) -> bool:
    """Whether a program asks (anything below /api/), not a browser."""
    return request.path_info.startswith("/api/")


def caller_of(request: HttpRequest, at: datetime) -> tuple[Actor, Owed | None]:
    """The person in the post of the call's token, as of now; a visitor without a valid one.

    Returned with it: the step the account has to take before anything is open to it, if any.
    """
    said = request.headers.get("Authorization", "")
    if not said.lower().startswith(_SCHEME):
        return Actor.visitor(), None
    bearer = bearer_of(said[len(_SCHEME) :].strip(), at)
    if bearer is None:
        return Actor.visitor(), None
    if bearer.owes is None and bearer.token.last_used_on != county_day(at):
        door(bearer.actor, lambda: tokens.note_use(bearer.token.pk, by=bearer.actor, at=at))
    return bearer.actor, bearer.owes


def language_of_call(request: HttpRequest) -> str:
    """The language the program likes best among those we have words in; Chinese where it accepts none."""
    spoken = dict(settings.LANGUAGES)
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    codes = (code.partition("-")[0] for code, weight in accepted if weight)
    return next((code for code in codes if code in spoken), "zh")
