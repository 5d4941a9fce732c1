"""The head of a sheet that comes in: which column stands where, by its words in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from django.conf import settings

from wangge.insight.lists.adapters.files import say
from wangge.insight.lists.rules.kinds import Incoming
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


def column_places(incoming: Incoming, head: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands, by its name; Refusal where a needed one is missing."""
    places: dict[str, int] = {}
    for language, _ in settings.LANGUAGES:
        for column in incoming.columns:
            words = say(column.words, language)
            if words in head:
                places.setdefault(column.name, list(head).index(words))
    missing = tuple(
        column.words
        for column in incoming.columns
        if column.name in incoming.needed and column.name not in places
    )
    if missing:
        raise Refusal.invalid({"file": Message("lists.columns_missing", columns=missing)})
    return MappingProxyType(places)


def row_by_name(incoming: Incoming, head: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """What a row says in each column that the sheet has."""
    return {column: row[place] for column, place in column_places(incoming, head).items()}
