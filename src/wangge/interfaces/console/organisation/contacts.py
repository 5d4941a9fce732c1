"""Published numbers: one's own, a worker's as recorded by the station, a unit's."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.form_page import form_page
from wangge.interfaces.console.organisation.contact_forms import PhoneForm, UnitPhoneForm
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations import operations
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.contacts import published_phone
from wangge.registers.organisations.queries.publishing import may_note, sets_phone
from wangge.registers.people.models import Person


@require_http_methods(["GET", "POST"])
@signed_in()
def own_phone(request: Request) -> HttpResponse:
    """Agree to the publication of one's own number, or change it."""
    me = request.full_actor.person_id
    if me is None:
        raise Refusal.not_found(Message("account.thing"))
    return _phone_page(
        request, me, Message("contact.own"), Message("contact.own_lead"), reverse("account")
    )


@require_http_methods(["GET", "POST"])
@signed_in(Permission.AREA_EDIT)
def officer_phone(request: Request, person: UUID) -> HttpResponse:
    """Record that somebody who works a grid agreed to publish a number."""
    by, at = request.actor, request.now
    grid = may_note(person, by, at)
    found = Person.objects.filter(pk=person, officer=True).first()
    if grid is None or found is None:
        raise Refusal.not_found(Message("person.thing"))
    return _phone_page(
        request,
        person,
        Message("contact.note_whom", name=found.name),
        Message("contact.note_lead"),
        reverse("grids-at", args=[grid]),
    )


@require_POST
@signed_in()
def withdraw(request: Request, person: UUID) -> HttpResponse:
    """Withdraw the agreement: one's own, or as the station that recorded it."""
    me = request.full_actor.person_id
    by, at = request.actor, request.now
    operations.withdraw_phone(person, by=by, at=at)
    grid = None if person == me else may_note(person, by, at)
    return redirect("account") if grid is None else redirect("grids-at", grid)


def _phone_page(
    request: Request, person: UUID, title: Message, lead: Message, back: str
) -> HttpResponse:
    present = published_phone(person)
    form = PhoneForm(request.POST or None, initial={"phone": present})

    def carry_out() -> str:
        by, at = request.actor, request.now
        operations.publish_phone(person, form.cleaned_data["phone"], by=by, at=at)
        return back

    return form_page(
        request,
        form,
        carry_out,
        here="account",
        title=title,
        lead=lead,
        submit=Message("contact.agree"),
        back=back,
        template="console/organisation/published_phone.html",
        present=present,
        withdraw_url=reverse("withdraw-phone", args=[person]),
    )


@require_http_methods(["GET", "POST"])
@signed_in()
def unit_phone(request: Request, unit: UUID) -> HttpResponse:
    """The published number of a unit's desk, set by its head or by people who appoint there."""
    by, at = request.actor, request.now
    found = Unit.objects.filter(pk=unit, valid_to=None).first()
    if found is None or not sets_phone(by, found):
        raise Refusal.not_found(Message("organisation.thing.unit"))
    form = UnitPhoneForm(request.POST or None, initial={"phone": found.phone})
    at_village = len(found.area_id) == Level.VILLAGE
    back = reverse("grids-at" if at_village else "organisation-at", args=[found.area_id])

    def carry_out() -> str:
        operations.set_unit_phone(unit, form.cleaned_data["phone"], by=by, at=at)
        return back

    return form_page(
        request,
        form,
        carry_out,
        here="organisation",
        title=Message("contact.unit_phone_of", unit=Message(f"unit.kind.{found.kind}")),
        lead=Message("contact.unit_lead"),
        submit=Message("contact.save"),
        back=back,
    )
