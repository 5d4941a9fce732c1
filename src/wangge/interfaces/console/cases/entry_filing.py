"""From an official's form to the case: once, however often the form is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.interfaces.console.cases.entry_form import SEEN, EntryForm
from wangge.interfaces.console.floor.photos import adopted
from wangge.interfaces.web.filing import file_once, may_contact
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID
from wangge.work.cases.operations import Filing


@dataclass(frozen=True, slots=True)
class Entered:
    """Number and query code of the case, and the files that are still to be attached."""

    number: str
    code: str
    files: tuple[UUID, ...]


def file_entry(form: EntryForm, *, by: Actor, at: datetime) -> Entered:
    """Report what the valid form says; the same form sent again leads to the same case."""
    filing = _filing(form, by)
    number = file_once(filing, sender=f"console:{by.account_id}", by=by, at=at)
    files = adopted(form.cleaned_data["photo"], by=by, at=at)
    return Entered(number, filing.query_code, tuple(files))


def _filing(form: EntryForm, by: Actor) -> Filing:
    said = form.cleaned_data
    chosen = form.chosen
    by_resident = said["source"] != SEEN
    return Filing(
        words=said["words"],
        category=chosen.code,
        area_code=form.area_code,
        query_code=said["query_code"],
        handler_may_contact=may_contact(said["contact"], chosen),
        channel=said["source"] if by_resident else _own_channel(by),
        group_number=said["group"],
        place_words=said["place_words"],
        name=said["name"] if by_resident else "",
        phone=said["phone"] if by_resident else "",
        complained_of=(said["complained_of"],) if said["complained_of"] else (),
    )


def _own_channel(by: Actor) -> str:
    """Whether somebody who works a grid saw it, or another member of staff."""
    works_a_grid = any(post.post_kind in OF_A_GRID for post in by.posts)
    return "worker" if works_a_grid else "staff"
