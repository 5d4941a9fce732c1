"""Accounts of people in office: the list, a new one, and what may be done to one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.account_words import second_factor_of, state_of
from wangge.interfaces.console.floor.officers import OfficerSearch, PersonForm, officer_words
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Fact, Link, Move, Row
from wangge.interfaces.web.forms import ask, take_over
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.models import Account
from wangge.registers.accounts.queries import sessions_of
from wangge.registers.accounts.rules import LONGEST_USERNAME
from wangge.registers.organisations import operations
from wangge.registers.organisations.queries import officers
from wangge.registers.people.models import Person

MANAGE: Final = Permission.ACCOUNT_MANAGE
COLUMNS: Final = (
    Column(Message("account.column.username")),
    Column(Message("account.column.person")),
    Column(Message("account.column.posts")),
    Column(Message("account.column.state")),
    Column(Message("account.column.last_sign_in"), "moment"),
)
_BY_NAME: Final = ("username", "account_id")
_LONGEST_POSTS: Final = 3


class AccountSearch(forms.Form):
    """By the beginning of the account's name or a part of the person's."""

    who = forms.CharField(label=ask("account.who"), max_length=60, required=False)


class NewAccountForm(PersonForm):
    """The owner, and the username."""

    username = forms.CharField(
        label=ask("account.username"),
        help_text=ask("account.username_hint"),
        max_length=LONGEST_USERNAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_username(self) -> str:
        typed: str = self.cleaned_data["username"]
        return typed.strip().lower()


@require_GET
@signed_in(MANAGE)
def accounts(request: Request) -> HttpResponse:
    """The accounts the actor looks after, by their name."""
    actor, at = request.actor, request.now
    search = AccountSearch(request.GET)
    who = request.GET.get("who", "").strip()
    found = page_of(request, officers.with_account(actor, at, who=who), _BY_NAME)
    posts = officers.posts_of_people([person.pk for person in found.rows], at)
    return console_page(
        request,
        "console/administration/accounts.html",
        here="accounts",
        fields=search.visible_fields(),
        clear=request.path if who else "",
        columns=COLUMNS,
        rows=[_row(person, posts.get(person.pk, [])) for person in found.rows],
        found=found,
        actions=[Link(Message("account.new"), reverse("accounts-new"))],
    )


@require_http_methods(["GET", "POST"])
@signed_in(MANAGE)
def new_account(request: Request) -> HttpResponse:
    """An account for somebody in office who has none; the first password is shown this once."""
    form = NewAccountForm(_without_account(request), request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said, by = form.cleaned_data, request.actor
            try:
                made = operations.open_account(
                    UUID(said["person"]),
                    said["username"],
                    by=by,
                    at=request.now,
                )
            except Refusal as refusal:
                if refusal.status not in {409, 422}:
                    raise
                take_over(form, refusal)
                status = refusal.status
            else:
                return _handed_over(request, made.account_id, said["username"], made.password)
    return console_page(
        request,
        "console/administration/account_new.html",
        here="accounts",
        status=status,
        form=form,
        fields=OfficerSearch(request.GET).visible_fields(),
        action=request.get_full_path(),
        back=reverse("accounts"),
    )


@require_GET
@signed_in(MANAGE)
def account_page(request: Request, account: UUID) -> HttpResponse:
    """One account: whose it is, its state, and what may be done to it."""
    actor, at = request.actor, request.now
    person = officers.with_account(actor, at).filter(account=account).first()
    if person is None:
        raise Refusal.not_found(Message("account.thing"))
    found = _account(person)
    posts = officers.posts_of_people([person.pk], at).get(person.pk, [])
    is_own = found.pk == actor.account_id
    return console_page(
        request,
        "console/administration/account.html",
        here="accounts",
        title=found.username,
        crumbs=[Link(Message("console.rail.accounts"), reverse("accounts"))],
        facts=_facts(person, posts, sessions_of(found.pk, at).count()),
        moves=[] if is_own else _moves(found),
        is_own=is_own,
    )


@require_POST
@signed_in(MANAGE)
def account_act(request: Request, account: UUID, act: str) -> HttpResponse:
    """Carry out one of the acts; if it makes a password, that is shown this once."""
    by, at = request.actor, request.now
    if act == "password":
        password = operations.reset_password(account, by=by, at=at)
        username = Account.objects.values_list("username", flat=True).get(pk=account)
        return _handed_over(request, account, username, password)
    if act not in _ACTS:
        raise Refusal.not_found(Message("account.thing"))
    _ACTS[act](account, by=by, at=at)
    return redirect("accounts-one", account)


_ACTS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        "sessions": operations.end_account_sessions,
        "second_factor": operations.reset_second_factor,
        "disable": operations.disable_account,
        "enable": operations.enable_account,
    }
)


def _moves(account: Account) -> list[Move]:
    """The acts that fit the account's state, each with what it will do."""
    acts = ["password", "sessions"]
    if account.second_factor is not None:
        acts.append("second_factor")
    acts = [*acts, "disable"] if account.is_active else ["enable"]
    return [
        Move(
            act,
            Message(f"account.act.{act}"),
            Message(f"account.outlook.{act}"),
            action_url=reverse("accounts-act", args=[account.pk, act]),
        )
        for act in acts
    ]


def _handed_over(request: Request, account_id: UUID, username: str, password: str) -> HttpResponse:
    response = console_page(
        request,
        "console/administration/password_given.html",
        here="accounts",
        username=username,
        password=password,
        back=reverse("accounts-one", args=[account_id]),
    )
    response["Cache-Control"] = "no-store"
    return response


def _without_account(request: Request) -> list[tuple[str, Any]]:
    """Officers of that name who have no account yet; empty until a name is searched for."""
    actor, at = request.actor, request.now
    who = request.GET.get("who", "").strip()
    if not who:
        return []
    managed = officers.people_managed(actor, at).filter(account=None, name__icontains=who)
    found = list(managed.order_by("name", "id")[: officers.MOST_FOUND])
    posts = officers.posts_of_people([person.pk for person in found], at)
    return [(str(each.pk), officer_words(each.name, posts.get(each.pk, []))) for each in found]


def _row(person: Person, posts: list[Message]) -> Row:
    account = _account(person)
    held = Message("account.posts", posts=tuple(posts[:_LONGEST_POSTS])) if posts else ""
    return Row(
        (account.username, person.name, held, state_of(account), account.last_login),
        href=reverse("accounts-one", args=[account.pk]),
    )


def _facts(person: Person, posts: list[Message], sessions: int) -> list[Fact]:
    account = _account(person)
    facts = [
        Fact(Message("account.column.person"), person.name),
        Fact(Message("account.column.state"), state_of(account)),
        Fact(Message("account.fact.second_factor"), second_factor_of(account)),
        Fact(Message("account.fact.sessions"), str(sessions)),
        Fact(Message("account.fact.created"), account.created_at, kind="moment"),
    ]
    if posts:
        facts.insert(
            1, Fact(Message("account.column.posts"), Message("account.posts", posts=tuple(posts)))
        )
    if account.last_login:
        facts.append(
            Fact(Message("account.column.last_sign_in"), account.last_login, kind="moment")
        )
    return facts


def _account(person: Person) -> Account:
    assert person.account is not None  # noqa: S101 - only people with one are asked for
    return person.account
