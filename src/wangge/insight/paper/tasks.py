"""What the worker prints: one village at a time, outside any transaction."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Final
from uuid import UUID
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.errands import errand
from wangge.doors.jobs import job
from wangge.insight.paper import operations
from wangge.insight.paper.adapters import printing
from wangge.insight.paper.adapters.imprint import imprint_of
from wangge.insight.paper.operations import Binding, Piece
from wangge.insight.paper.queries import village_facts
from wangge.registers.calendars.queries import county_day
from wangge.registers.files.adapters import shelves
from wangge.registers.files.operations import Kept

_log = logging.getLogger(__name__)
_ZIP: Final = "application/zip"


@errand("paper.go_on")
def go_on(*, order: str, by: Actor, at: datetime) -> None:
    """The next piece of an order, or its binding; each piece asks for the one after it."""
    key = UUID(order)
    step = door(by, lambda: operations.next_step(key, by=by, at=at))
    if isinstance(step, Piece):
        kept, as_asked = _kept(step, order, by, at)
        number = step.number
        door(
            by,
            lambda: operations.keep_piece(key, number, kept, as_asked=as_asked, by=by, at=at),
        )
    elif isinstance(step, Binding):
        bound = _bound(step, county_day(at), at)
        door(by, lambda: operations.finish(key, bound, by=by, at=at))


def _kept(piece: Piece, order: str, by: Actor, at: datetime) -> tuple[Kept | None, bool]:
    """The document of a village on its shelf, None if it cannot be made; is its ground as asked?"""
    day = county_day(at)
    try:
        facts = door(by, lambda: village_facts(piece.village_code, day), read_only=True)
        laid = printing.ground_under(piece.ground, piece.kind, piece.size, facts)
        imprint = imprint_of(piece.address, day)
        content = printing.document(piece.kind, piece.size, facts, imprint, ground=laid.ground)
    except Exception:
        # One village that nobody thought of must not hold up the others.
        _log.exception("%s of print order %s could not be made", piece.village_code, order)
        return None, True
    kept = Kept(shelves.put(content, at), printing.MEDIA_TYPE, len(content), None, None)
    return kept, laid.key == piece.ground


def _bound(binding: Binding, day: date, at: datetime) -> Kept | None:
    if not binding.documents:
        return None
    content = _zipped(binding.documents, day)
    return Kept(shelves.put(content, at), _ZIP, len(content), None, None)


def _zipped(documents: Sequence[tuple[str, str]], day: date) -> bytes:
    """The documents as a zip; PDF is compressed already, so they are only laid side by side."""
    bound = BytesIO()
    with ZipFile(bound, "w", ZIP_STORED) as archive:
        for name, digest in documents:
            entry = ZipInfo(f"{name}.pdf", (day.year, day.month, day.day, 0, 0, 0))
            archive.writestr(entry, shelves.path_of(digest).read_bytes())
    return bound.getvalue()


@job("paper.take_up_again")
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Orders whose worker went away go on."""
    operations.take_up_again(by=by, at=at)


@job("paper.forget_old")
def forget_old(*, by: Actor, at: datetime) -> None:
    """Files are kept for two weeks."""
    operations.forget_old(by=by, at=at)
