"""From the filled-in form to the case: once, however often the form is sent."""

from __future__ import annotations

import json
from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.idempotency import once
from wangge.interfaces.portal.forms import Report
from wangge.interfaces.portal.places import Place, finest_code
from wangge.interfaces.portal.receipt_in_hand import Receipt
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.work.cases.operations import Filing, report

CHANNEL = "portal"


def file_report(form: Report, place: Place, *, by: Actor, at: datetime) -> Receipt:
    """Report what the valid form says; the same form sent again leads to the same receipt.

    The query code was made with the page, so it is the form's own mark. It is kept as a keyed
    digest only, and so is what was written.
    """
    filing = _filing(form, place)
    number = once(
        CHANNEL,
        key_ring().digest(filing.query_code).hex(),
        _digest(filing),
        lambda: report(filing, by=by, at=at).number,
        at=at,
    )
    return Receipt(number, filing.query_code)


def _filing(form: Report, place: Place) -> Filing:
    said = form.cleaned_data
    chosen = form.chosen
    contact = said["contact"]
    return Filing(
        words=said["words"],
        category=chosen.code,
        area_code=finest_code(place, form.chosen_group, said["grid"]),
        query_code=said["query_code"],
        handler_may_contact=chosen.contact_preset if contact == "preset" else contact == "yes",
        channel=CHANNEL,
        group_number=said.get("group"),
        place_words=said["place_words"],
        name=said["name"],
        phone=said["phone"],
        complained_of=(said["complained_of"],) if said["complained_of"] else (),
    )


def _digest(filing: Filing) -> str:
    """What stands for the report when the form is sent again."""
    said = [
        filing.words,
        filing.category,
        filing.area_code,
        filing.handler_may_contact,
        filing.group_number,
        filing.place_words,
        filing.name,
        filing.phone,
        filing.complained_of,
    ]
    return key_ring().digest(json.dumps(said, ensure_ascii=False)).hex()
