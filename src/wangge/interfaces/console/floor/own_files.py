"""Files made for a person: lists and printed paper, side by side."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from django.urls import reverse

from wangge.interfaces.web.components.shapes import Link
from wangge.lib.message import Message

_PAGES: Final = MappingProxyType(
    {"lists": Message("lists.title"), "print-orders": Message("paper.orders")}
)


def own_files(shown: str) -> list[Link]:
    """Tabs over the pages of one's own files; `shown` is the url name of the present one."""
    return [Link(words, reverse(name), current=name == shown) for name, words in _PAGES.items()]
