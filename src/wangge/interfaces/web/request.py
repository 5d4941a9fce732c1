"""A request as every view gets it: Django's own, and what the middlewares have found out about it."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from wangge.access.actor import Actor
from wangge.registers.accounts.models import Account
from wangge.registers.accounts.rules import Owed


class Request(HttpRequest):
    """For annotations only: nobody makes one. The middlewares give Django's own request these names."""

    request_id: str  # the reference number people can quote; the log has it too
    htmx: HtmxDetails  # true where a page in the browser asks for a fragment of itself
    now: datetime  # the one instant at which everything in this request happens
    language: str  # "zh" or "en"
    large_type: bool  # the person chose large letters
    owes: Owed | None  # the step the account has to take before anything else is open to it
    full_actor: Actor  # the person in all posts held or covered today
    actor: Actor  # the same, narrowed to the post the person chose to work in


def account_of(request: Request) -> Account:
    """The account that is signed in. For views behind `signed_in` only: a visitor has none."""
    return cast(Account, request.user)


def known(request: HttpRequest) -> Request:
    """The same request, where a framework's own signature says only that it is Django's."""
    return cast(Request, request)
