"""Supervision: what my units have to answer, and what my posts have asked others."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Row
from wangge.interfaces.web.listing import page_of, with_parameter
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.work.cases.models import Supervision
from wangge.work.cases.queries.lines import beginning
from wangge.work.cases.queries.supervision import supervisions

COLUMNS = (
    Column(Message("console.column.case")),
    Column(Message("console.supervision.grade")),
    Column(Message("console.column.unit")),
    Column(Message("console.supervision.by")),
    Column(Message("console.supervision.due"), "moment"),
    Column(Message("console.supervision.answered"), "moment"),
)


@require_GET
@signed_in()
def supervision_list(request: Request) -> HttpResponse:
    """Two lists under one address: open ones by the day the answer is due, and all of them."""
    actor = request.actor
    shown = request.GET.get("show", "open")
    items = supervisions(actor)
    if shown == "open":
        items = items.filter(answered_at=None, withdrawn_at=None)
    found = page_of(request, items, ("answer_due_at", "id"))
    return console_page(
        request,
        "console/cases/supervision.html",
        here="supervision",
        columns=COLUMNS,
        rows=[_row(item) for item in found.rows],
        found=found,
        tabs=[
            Link(
                Message(f"console.supervision.{name}"),
                with_parameter(request, "show", name),
                current=shown == name,
            )
            for name in ("open", "all")
        ],
        listed=Message(f"console.supervision.{'open' if shown == 'open' else 'all'}"),
        late_url=f"{reverse('cases')}?light=red",
    )


def _row(item: Supervision) -> Row:
    return Row(
        (
            beginning(item.words),
            Message(f"case.card.{item.grade}"),
            Message(f"unit.kind.{item.unit.kind}"),
            Message(f"unit.kind.{item.by_unit.kind}"),
            item.answer_due_at,
            item.answered_at,
        ),
        href=reverse("case", args=[item.case.number]),
    )
