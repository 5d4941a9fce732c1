"""Photos in a form: several at once, checked and kept at once, so that a refused form loses none.

An accepted photo is carried in the form as a signed mark, bound to the person who uploaded it; the
database learns about it only when the move is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.base import File

from wangge.access.actor import Actor
from wangge.interfaces.web.components.shapes import Option
from wangge.interfaces.web.forms import wrong
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.registers.files.operations import Kept, adopt, keep
from wangge.registers.files.rules import MOST_AT_ONCE

ACCEPT: Final = "image/jpeg,image/png,image/webp,application/pdf"
MARK_HOLDS: Final = timedelta(days=1)  # shorter than an orphan lies
_SALT: Final = "wangge.console.photos"


class ManyFiles(forms.FileInput):
    """A file control for several files, with the marks of those already taken in."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return {
            "new": files.getlist(name) if hasattr(files, "getlist") else [],
            "marks": data.getlist(marks_name(name)) if hasattr(data, "getlist") else [],
        }


class PhotosField(forms.Field):
    """Photos or documents for one need; its clean value is the kept files."""

    widget = ManyFiles

    def __init__(self, *, actor: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(widget=ManyFiles(attrs={"accept": ACCEPT}), **kwargs)
        self.actor = actor
        self.at = at
        self.taken: list[Kept] = []

    def clean(self, value: Mapping[str, list[Any]]) -> list[Kept]:
        """Everything that can be kept is kept, even if another file cannot."""
        problems: list[Message] = []
        self.taken = [kept for mark in value["marks"] if (kept := self._read(mark))]
        for upload in value["new"][:MOST_AT_ONCE]:
            try:
                self.taken.append(_kept(upload, self.at))
            except Invalid as error:
                problems.append(error.message)
        self.taken = list(dict.fromkeys(self.taken))
        if len(value["new"]) > MOST_AT_ONCE or len(self.taken) > MOST_AT_ONCE:
            problems.append(Message("file.too_many", most=MOST_AT_ONCE))
        if not self.taken and not problems and self.required:
            raise wrong(Message("web.wrong.required"))
        if problems:
            raise ValidationError([wrong(each) for each in problems])
        return self.taken

    @property
    def marks(self) -> list[Option]:
        """A mark for each photo that was taken in, to be sent again with the form."""
        return [
            Option(self._mark(kept), Message("console.photo_taken", number=number))
            for number, kept in enumerate(self.taken[:MOST_AT_ONCE], start=1)
        ]

    def _mark(self, kept: Kept) -> str:
        return signing.dumps([self._owner, *astuple(kept)], salt=_SALT)

    def _read(self, mark: str) -> Kept | None:
        """The file of a mark; None if it is too old, another's, or made up."""
        try:
            owner, *kept = signing.loads(mark, salt=_SALT, max_age=MARK_HOLDS)
        except signing.BadSignature:
            return None
        return Kept(*kept) if owner == self._owner else None

    @property
    def _owner(self) -> str:
        return str(self.actor.account_id or self.actor.receipt or "")


def marks_name(name: str) -> str:
    """The name under which the marks of a field are sent."""
    return f"{name}_taken"


def adopted(kept: Iterable[Kept], *, by: Actor, at: datetime) -> list[UUID]:
    """The keys of kept files, now known to the database. Called inside the move's transaction."""
    return [adopt(each, by=by, at=at) for each in kept]


def _kept(upload: File[bytes], at: datetime) -> Kept:
    """Read no more than may be kept, and from the start: a door may run a view twice."""
    upload.seek(0)
    return keep(upload.read(settings.UPLOAD_LIMIT_BYTES + 1), at=at)
