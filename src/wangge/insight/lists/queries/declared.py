"""The lists that there are: those that `settings.LIST_KINDS` names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from django.conf import settings
from django.utils.module_loading import import_string

from wangge.insight.lists.rules.kinds import Incoming, ListKind, Outgoing
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


def kinds() -> Mapping[str, ListKind]:
    """Every kind of list by its code."""
    return _declared(tuple(settings.LIST_KINDS))


@cache
def _declared(names: tuple[str, ...]) -> Mapping[str, ListKind]:
    found = [import_string(name) for name in names]
    return MappingProxyType({kind.code: kind for kind in found})


def outgoing_of(code: str) -> Outgoing:
    """How a list goes out; refused as missing where it does not."""
    kind = kinds().get(code)
    if kind is None or kind.outgoing is None:
        raise Refusal.not_found(Message("lists.thing"))
    return kind.outgoing


def incoming_of(code: str) -> Incoming:
    """How a list comes in; refused as missing where it does not."""
    kind = kinds().get(code)
    if kind is None or kind.incoming is None:
        raise Refusal.not_found(Message("lists.thing"))
    return kind.incoming
