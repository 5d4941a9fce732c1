"""One's own lists: what was taken out, what was brought."""

from __future__ import annotations

import json
from uuid import UUID

from django.db.models import QuerySet

from wangge.access.actor import Actor
from wangge.insight.lists.models import ListExport, ListImport
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import key_ring

SEALED_AS = b"list"
NOBODY = UUID(int=0)


def exports_of(actor: Actor) -> QuerySet[ListExport]:
    """What the actor took out, the newest first."""
    return ListExport.objects.filter(person_id=actor.person_id or NOBODY).order_by(
        "-asked_at", "-id"
    )


def imports_of(actor: Actor) -> QuerySet[ListImport]:
    """What the actor brought, the newest first."""
    return ListImport.objects.filter(person_id=actor.person_id or NOBODY).order_by(
        "-asked_at", "-id"
    )


def own_export(key: UUID, actor: Actor) -> ListExport:
    """One's own export with its file. Refused as missing where it is another's."""
    found = exports_of(actor).filter(pk=key).select_related("file").first()
    if found is None:
        raise Refusal.not_found(Message("lists.thing"))
    return found


def own_import(key: UUID, actor: Actor) -> ListImport:
    """One's own import. Refused as missing where it is another's."""
    found = imports_of(actor).filter(pk=key).first()
    if found is None:
        raise Refusal.not_found(Message("lists.thing"))
    return found


def rows_of(brought: ListImport) -> list[list[str]]:
    """Header and rows as they were brought. Refused as missing once they are forgotten."""
    if not brought.content:
        raise Refusal.not_found(Message("lists.thing"))
    rows: list[list[str]] = json.loads(key_ring().open(bytes(brought.content), context=SEALED_AS))
    return rows
