"""How one signs in: one's own password and second factor."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pyotp
import segno
from django import forms
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST

from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.forms import ask, take_over, wrong
from wangge.interfaces.web.pages import network_here, signed_in
from wangge.interfaces.web.request import Request, account_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts import operations
from wangge.registers.accounts.models import Account
from wangge.registers.accounts.queries import pending_secret
from wangge.registers.accounts.rules import Owed
from wangge.registers.areas import queries as areas


def _secret_field(label: str, complete: str, **asked: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": complete})
    return forms.CharField(label=ask(label), max_length=200, strip=False, widget=widget, **asked)


def _code_field(label: str, **asked: Any) -> forms.CharField:
    attributes = {"autocomplete": "one-time-code", "inputmode": "numeric"}
    return forms.CharField(
        label=ask(label), max_length=12, widget=forms.TextInput(attrs=attributes), **asked
    )


class PasswordForm(forms.Form):
    """The present password, and the new one twice."""

    present = _secret_field("account.present_password", "current-password")
    password = _secret_field(
        "account.new_password", "new-password", help_text=ask("account.password_rules")
    )
    again = _secret_field("account.new_password_again", "new-password")

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password", again):
            raise wrong(Message("account.passwords_differ"))
        return again


class CodeForm(forms.Form):
    """A code of the new authenticator, and of the present one where there is one."""

    present = _code_field("account.present_code", help_text=ask("account.present_code_hint"))
    code = _code_field("account.new_code", help_text=ask("account.new_code_hint"))

    def __init__(self, *args: Any, replaces: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not replaces:
            del self.fields["present"]

    def clean(self) -> dict[str, Any]:
        """As people type them: 123 456."""
        return {name: "".join(text.split()) for name, text in self.cleaned_data.items()}


@require_http_methods(["GET", "POST"])
@signed_in(pays=Owed.PASSWORD)
def own_password(request: Request) -> HttpResponse:
    """Change the password; all other sessions end."""
    account = _with_password(request)
    form = PasswordForm(request.POST or None)

    def carry_out() -> None:
        operations.change_own_password(
            form.cleaned_data["present"],
            form.cleaned_data["password"],
            keep=request.session.session_key or "",
            **_acting(request),
        )
        update_session_auth_hash(request, Account.objects.get(pk=account.pk))

    return _ask_or_do(request, form, carry_out, "console/own/password.html")


@require_http_methods(["GET", "POST"])
@signed_in(pays=Owed.SECOND_FACTOR)
def own_second_factor(request: Request) -> HttpResponse:
    """Show the new secret as a QR code and as text; a correct code puts it into force."""
    account = _with_password(request)
    secret = pending_secret(account)
    form = CodeForm(request.POST or None, replaces=account.second_factor is not None)

    def carry_out() -> None:
        operations.confirm_second_factor(
            account.pk,
            form.cleaned_data["code"],
            present=form.cleaned_data.get("present", ""),
            **_acting(request),
        )

    return _ask_or_do(
        request,
        form,
        carry_out,
        "console/own/second_factor.html",
        secret=_in_groups(secret),
        qr=_qr_of(account, secret) if secret else "",
    )


@require_POST
@signed_in(pays=Owed.SECOND_FACTOR)
def begin_second_factor(request: Request) -> HttpResponse:
    """Make a new secret; the present second factor stays in force until it is confirmed."""
    account = _with_password(request)
    by, at = request.actor, request.now
    operations.begin_second_factor(account.pk, by=by, at=at)
    return redirect("account-second-factor")


def _ask_or_do(
    request: Request,
    form: forms.Form,
    carry_out: Callable[[], None],
    template: str,
    **context: Any,
) -> HttpResponse:
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                carry_out()
            except Refusal as refusal:
                _count_failure(request, refusal)
                take_over(form, refusal)
                status = refusal.status
            else:
                return redirect("account")
    response = console_page(
        request,
        template,
        here="account",
        status=status,
        form=form,
        owes=request.owes,
        back="" if request.owes else reverse("account"),
        **context,
    )
    response["Cache-Control"] = "no-store"
    return response


def _count_failure(request: Request, refusal: Refusal) -> None:
    """Somebody at an open browser can guess no faster than at the sign-in page."""
    guessed = {"account.second_factor_failed", "account.present_password_wrong"}
    if guessed & {refusal.code, *(message.code for message in refusal.fields.values())}:
        operations.note_failure(str(request.user.pk), **_acting(request))


def _acting(request: Request) -> dict[str, Any]:
    return {
        "network": network_here(request),
        "by": request.actor,
        "at": request.now,
    }


def _with_password(request: Request) -> Account:
    """The own account; refused for one of the demo, which is entered without a password."""
    account = account_of(request)
    if not account.has_usable_password():
        raise Refusal(Message("account.without_password"))
    return account


def _in_groups(secret: str) -> str:
    """Four letters at a time, for those who type it."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def _qr_of(account: Account, secret: str) -> SafeString:
    """An SVG that an authenticator reads (the key URI of RFC 6238 secrets)."""
    issuer = areas.name_of(settings.COUNTY_CODE)
    uri = pyotp.TOTP(secret).provisioning_uri(name=account.username, issuer_name=issuer)
    drawn = BytesIO()
    segno.make(uri, micro=False).save(
        drawn, kind="svg", xmldecl=False, svgclass=None, lineclass=None, omitsize=True, border=2
    )
    return SafeString(drawn.getvalue().decode())
