"""From the filled-in form to the case: once, however often the form is sent."""

from __future__ import annotations

from datetime import datetime

from wangge.access.actor import Actor
from wangge.interfaces.portal.forms import Report
from wangge.interfaces.portal.places import Place, finest_code
from wangge.interfaces.portal.receipt_in_hand import Receipt
from wangge.interfaces.web.filing import file_once, may_contact
from wangge.work.cases.operations import Filing

CHANNEL = "portal"


def file_report(form: Report, place: Place, *, by: Actor, at: datetime) -> Receipt:
    """Report what the valid form says; the same form sent again leads to the same receipt."""
    filing = _filing(form, place)
    number = file_once(filing, sender=CHANNEL, by=by, at=at)
    return Receipt(number, filing.query_code)


def _filing(form: Report, place: Place) -> Filing:
    said = form.cleaned_data
    chosen = form.chosen
    return Filing(
        words=said["words"],
        category=chosen.code,
        area_code=finest_code(place, form.chosen_group, said["grid"]),
        query_code=said["query_code"],
        handler_may_contact=may_contact(said["contact"], chosen),
        channel=CHANNEL,
        group_number=said.get("group"),
        place_words=said["place_words"],
        name=said["name"],
        phone=said["phone"],
        complained_of=(said["complained_of"],) if said["complained_of"] else (),
    )
