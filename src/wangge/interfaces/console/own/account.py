"""One's own account: who one is here, what belongs to one, and where one is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.account_words import second_factor_of
from wangge.interfaces.console.floor.shell import console_page, post_words
from wangge.interfaces.web.components.shapes import Fact, Link, Words
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request, account_of
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.accounts import operations
from wangge.registers.accounts.models import Account, Session
from wangge.registers.accounts.queries import sessions_of
from wangge.registers.accounts.rules import Browser, handle_of
from wangge.registers.areas import queries as areas
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.organisations.queries.contacts import published_phone
from wangge.registers.organisations.queries.tokens import tokens_of
from wangge.registers.people.models import Person


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post of mine, its place, and the page of the units there."""

    words: Message
    place: Words
    duties_url: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as its owner sees it."""

    handle: str
    browser: Message
    network: str
    began_at: datetime | None
    last_seen_at: datetime | None
    is_here: bool


@require_GET
@signed_in()
def own_account(request: Request) -> HttpResponse:
    """What is recorded about me, what belongs to me, and where I am signed in."""
    account = account_of(request)
    actor = request.full_actor
    at = request.now
    return console_page(
        request,
        "console/own/account.html",
        here="account",
        facts=_facts(account, actor),
        posts=_posts(actor.posts),
        mine=_mine(actor, at),
        sessions=[_line(row, request.session.session_key) for row in sessions_of(account.pk, at)],
        actions=_actions(account),
    )


@require_POST
@signed_in()
def end_session(request: Request, handle: str) -> HttpResponse:
    """End one of my sessions; the one I sit in front of is signed out like any other."""
    by, at = request.actor, request.now
    operations.end_own_session(handle, by=by, at=at)
    if handle == handle_of(request.session.session_key or ""):
        logout(request)
        return redirect("sign-in")
    return redirect("account")


def _facts(account: Account, actor: Actor) -> list[Fact]:
    name = Person.objects.filter(account=account.pk).values_list("name", flat=True).first()
    facts = [
        Fact(Message("account.column.person"), name or ""),
        Fact(Message("account.column.username"), account.username),
        Fact(Message("account.fact.second_factor"), second_factor_of(account)),
        Fact(
            Message("contact.public"),
            (actor.person_id and published_phone(actor.person_id)) or Message("contact.none"),
            reverse("own-phone"),
        ),
    ]
    if account.password_set_at:
        facts.append(
            Fact(Message("account.fact.password_set"), account.password_set_at, kind="moment")
        )
    return facts


def _posts(held: tuple[HeldPost, ...]) -> list[PostHeld]:
    names = areas.names_of({post.area_code for post in held})
    return [
        PostHeld(
            post_words(post),
            grid_words(names.get(post.area_code, "")),
            reverse("organisation-at", args=[post.area_code[: Level.VILLAGE]])
            if Permission.ORGANISATION_SEE in post.permissions
            else "",
        )
        for post in held
    ]


def _mine(actor: Actor, at: datetime) -> list[Link]:
    """What else belongs to a person: notices, files made for them, tokens."""
    return [
        Link(Message("console.rail.notices"), reverse("notices")),
        Link(Message("console.own_files"), reverse("lists")),
        Link(Message("console.tokens"), reverse("tokens"), count=tokens_of(actor, at).count()),
    ]


def _actions(account: Account) -> list[Link]:
    if not account.has_usable_password():
        return []
    return [
        Link(Message("account.change_password"), reverse("account-password")),
        Link(Message("account.set_second_factor"), reverse("account-second-factor")),
    ]


def _line(row: Session, here: str | None) -> SessionLine:
    return SessionLine(
        handle_of(row.session_key),
        (Browser(row.browser) if row.browser else Browser.OTHER).words,
        row.network,
        row.began_at,
        row.last_seen_at,
        row.session_key == here,
    )
