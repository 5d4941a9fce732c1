"""A report from a filled-in form: filed once, however often the form is sent."""

from __future__ import annotations

import json
from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.idempotency import once
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.work.cases.operations import Filing, report
from wangge.work.cases.rules.categories import Category


def file_once(filing: Filing, *, sender: str, by: Actor, at: datetime) -> str:
    """The number of the case; the same form sent again leads to the same case.

    The query code was made with the page, so it is the form's own mark. It is kept as a keyed
    digest only, and so is what was written. `sender` keeps the marks of different senders apart.
    """
    return once(
        sender,
        key_ring().digest(filing.query_code).hex(),
        _digest(filing),
        lambda: report(filing, by=by, at=at).number,
        at=at,
    )


def may_contact(choice: str, category: Category) -> bool:
    """Whether the handler may contact the reporter: as they chose, else as the category presets."""
    return category.contact_preset if choice == "preset" else choice == "yes"


def _digest(filing: Filing) -> str:
    """What stands for the report when the form is sent again."""
    said = [
        filing.words,
        filing.category,
        filing.area_code,
        filing.handler_may_contact,
        filing.channel,
        filing.group_number,
        filing.place_words,
        filing.name,
        filing.phone,
        filing.complained_of,
    ]
    return key_ring().digest(json.dumps(said, ensure_ascii=False)).hex()
