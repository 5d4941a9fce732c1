"""Where a list of a page is ordered as a file: the kind of list, under the filters of the page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from wangge.insight.lists.rules.kinds import ListKind
from wangge.interfaces.web.request import Request


def take_out_address(request: Request, kind: ListKind, *, area: str = "") -> str:
    """The address for `export_url` of a listing; empty for a person who may not take it out.

    `area` is that of a page which has it in its path; otherwise it is one of the filters, if any.
    """
    outgoing = kind.outgoing
    if outgoing is None or not request.actor.holds(outgoing.permission):
        return ""
    said = outgoing.kept(request.GET) | ({"area": area} if area else {})
    address = reverse("list-take-out", args=[kind.code])
    return f"{address}?{urlencode(said)}" if said else address
