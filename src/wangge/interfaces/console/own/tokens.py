"""One's own tokens: those in force, a new one, revoking one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from wangge.access.actor import Actor, HeldPost
from wangge.interfaces.console.floor.shell import console_page, post_words
from wangge.interfaces.web.forms import ask, offer, take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.operations import tokens as register
from wangge.registers.organisations.queries.tokens import tokens_of
from wangge.registers.organisations.rules.tokens import LONGEST_NAME

TERMS: Final = (30, 90, 365)
"""Days that a token may be asked to work for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A token in force as the page shows it."""

    id: UUID
    name: str
    post: Message
    expires_on: date
    last_used_on: date | None


class NewToken(forms.Form):
    """The purpose, in which of the person's posts, and for how long."""

    name = forms.CharField(label=ask("console.tokens.name"), max_length=LONGEST_NAME)
    post = forms.TypedChoiceField(
        label=ask("console.tokens.post"), coerce=UUID, widget=forms.RadioSelect
    )
    days = forms.TypedChoiceField(
        label=ask("console.tokens.days"),
        choices=[(days, ask("console.tokens.day_count", days=days)) for days in TERMS],
        coerce=int,
        initial=TERMS[0],
        widget=forms.RadioSelect,
    )

    def __init__(self, posts: tuple[HeldPost, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "post", [(str(post.post_id), post_words(post)) for post in posts])
        self.fields["post"].initial = str(posts[0].post_id) if len(posts) == 1 else None


@require_http_methods(["GET", "POST"])
@signed_in()
def tokens(request: Request) -> HttpResponse:
    """The tokens in force and the form for a new one, which is shown this once."""
    by = _person(request)
    if request.method == "GET":
        return _page(request, NewToken(by.posts))
    form = NewToken(by.posts, request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        issued = _issue(request, form, by)
    except Refusal as refusal:
        take_over(form, refusal)
        return _page(request, form, status=refusal.status)
    response = console_page(request, "console/own/token_issued.html", here="tokens", issued=issued)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@signed_in()
def revoke(request: Request, token: UUID) -> HttpResponse:
    """Revoke one's own token."""
    register.revoke(token, by=_person(request), at=request.now)
    return redirect("tokens")


def _person(request: Request) -> Actor:
    """The person in all posts: tokens are theirs, whichever post they act in just now."""
    return request.full_actor


def _issue(request: Request, form: NewToken, by: Actor) -> register.Issued:
    said, at = form.cleaned_data, request.now
    ends = county_day(at) + timedelta(days=said["days"])
    return register.issue(said["post"], said["name"], expires_on=ends, by=by, at=at)


def _page(request: Request, form: NewToken, *, status: int = 200) -> HttpResponse:
    by, at = _person(request), request.now
    return console_page(
        request,
        "console/own/tokens.html",
        here="tokens",
        status=status,
        form=form,
        tokens=_lines(by, at),
    )


def _lines(by: Actor, at: datetime) -> list[Line]:
    """Tokens for posts no longer held have stopped working, and can still be revoked."""
    held = {post.post_id: post_words(post) for post in by.posts}
    return [
        Line(
            token.pk,
            token.name,
            held.get(token.post_id) or Message(f"post.kind.{token.post.kind}"),
            token.expires_on,
            token.last_used_on,
        )
        for token in tokens_of(by, at)
    ]
