"""From an official's form to the case: once, however often the form is sent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.idempotency import once
from wangge.interfaces.console.entry_form import SEEN, EntryForm
from wangge.interfaces.console.photos import adopted
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID
from wangge.work.cases.operations import Filing, report


@dataclass(frozen=True, slots=True)
class Entered:
    """Number and query code of the case, and the files that are still to be laid to it."""

    number: str
    code: str
    files: tuple[UUID, ...]


def file_entry(form: EntryForm, *, by: Actor, at: datetime) -> Entered:
    """Report what the valid form says; the same form sent again leads to the same case."""
    filing = _filing(form, by)
    number = once(
        f"console:{by.account_id}",
        key_ring().digest(filing.query_code).hex(),
        _digest(filing),
        lambda: report(filing, by=by, at=at).number,
        at=at,
    )
    files = adopted(form.cleaned_data["photo"], by=by, at=at)
    return Entered(number, filing.query_code, tuple(files))


def _filing(form: EntryForm, by: Actor) -> Filing:
    said = form.cleaned_data
    chosen = form.chosen
    told = said["source"] != SEEN
    contact = said["contact"]
    return Filing(
        words=said["words"],
        category=chosen.code,
        area_code=form.area_code,
        query_code=said["query_code"],
        handler_may_contact=chosen.contact_preset if contact == "preset" else contact == "yes",
        channel=said["source"] if told else _own_channel(by),
        group_number=said["group"],
        place_words=said["place_words"],
        name=said["name"] if told else "",
        phone=said["phone"] if told else "",
        complained_of=(said["complained_of"],) if said["complained_of"] else (),
    )


def _own_channel(by: Actor) -> str:
    """Whether who works a grid saw it or another member of staff."""
    works_a_grid = any(post.post_kind in OF_A_GRID for post in by.posts)
    return "worker" if works_a_grid else "staff"


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
