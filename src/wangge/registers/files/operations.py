"""Keeping files: the bytes first, then the row that adopts them, and in the end the sweep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, ManyToOneRel, OuterRef, QuerySet

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.files.adapters import shelves
from wangge.registers.files.models import StoredFile
from wangge.registers.files.rules import ORPHANED_AFTER, recognise


@dataclass(frozen=True, slots=True)
class Kept:
    """A file on its shelf that has no row in the database yet."""

    digest: str
    media_type: str
    size: int
    width: int | None
    height: int | None


def keep(content: bytes, *, at: datetime, images_only: bool = False) -> Kept:
    """Recognise an upload, re-encode an image, lay it on its shelf. Raises Invalid.

    Changes nothing in the database and may be repeated: call it before `adopt`, inside a
    transaction or not.
    """
    found = recognise(content, most_bytes=settings.UPLOAD_LIMIT_BYTES, images_only=images_only)
    digest = shelves.put(found.content, at)
    return Kept(digest, found.kind.value, len(found.content), found.width, found.height)


@operation
def adopt(kept: Kept, *, by: Actor, at: datetime) -> UUID:
    """Give a kept file its row and return the key; the same bytes always get the same key."""
    StoredFile.objects.bulk_create(
        [
            StoredFile(
                id=uuid7(at),
                digest=kept.digest,
                media_type=kept.media_type,
                size=kept.size,
                width=kept.width,
                height=kept.height,
                stored_at=at,
            )
        ],
        update_conflicts=True,  # brought again: the sweep must not take it from under us
        unique_fields=["digest"],
        update_fields=["stored_at"],
    )
    key: UUID = StoredFile.objects.values_list("pk", flat=True).get(digest=kept.digest)
    record(Event.FILE_ADOPTED, "file", key, by=by, at=at, media_type=kept.media_type)
    return key


@operation
def forget_orphans(*, by: Actor, at: datetime) -> int:
    """Delete the rows that nothing refers to and that were brought long ago; returns how many.

    Their bytes go with the next `clear_shelves`, when this deletion is surely committed.
    """
    forgotten, _ = _orphans(at).delete()
    return forgotten


def clear_shelves(*, at: datetime) -> int:
    """Delete old files that have no row; returns how many."""
    before = at - ORPHANED_AFTER
    lying = shelves.brought_before(before)
    known = _known(path.name for path in lying)
    return sum(shelves.clear(path, before) for path in lying if path.name not in known)


def _known(digests: Iterable[str]) -> set[str]:
    rows = StoredFile.objects.filter(digest__in=list(digests))
    return set(rows.values_list("digest", flat=True))


def _orphans(at: datetime) -> QuerySet[StoredFile]:
    """Old rows to which no other table points; new tables count by themselves."""
    old = StoredFile.objects.filter(stored_at__lt=at - ORPHANED_AFTER)
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel):
            pointing = relation.related_model._default_manager.filter(
                **{relation.field.name: OuterRef("pk")}
            )
            old = old.exclude(Exists(pointing))
    return old
