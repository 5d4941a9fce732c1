"""The workbench: what waits for me, by due time; below it what I sent and wait for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console import case_rows
from wangge.interfaces.console.draft_list import COLUMNS as DRAFT_COLUMNS
from wangge.interfaces.console.draft_list import drafts_that_wait
from wangge.interfaces.console.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Row
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.lib.message import Message
from wangge.work.cases import queries as cases

_BY_DUE = ("due_at", "id")
_SHOWN_BELOW = 10

TASK_COLUMNS = (
    Column(Message("console.column.task")),
    Column(Message("console.column.due"), "moment"),
    Column(Message("console.column.kind")),
)


@require_GET
@signed_in()
def workbench(request: HttpRequest) -> HttpResponse:
    """My queue, my units' tasks for others, and what I sent on."""
    actor, at = request.actor, request.now  # type: ignore[attr-defined]
    desk = _own_desk(actor)
    if desk:
        return redirect(desk)
    queue = page_of(request, cases.waiting_for(actor).for_lists(), _BY_DUE)
    sent = cases.sent_by(actor).for_lists().order_by(*_BY_DUE)
    tasks = cases.tasks_for(actor).order_by("due_at", "id")[:_SHOWN_BELOW]
    drafted = drafts_that_wait(actor, _SHOWN_BELOW)
    return console_page(
        request,
        "console/workbench.html",
        here="workbench",
        columns=case_rows.COLUMNS,
        queue=queue,
        rows=case_rows.rows(queue.rows, at),
        sent=case_rows.rows(list(sent[:_SHOWN_BELOW]), at),
        draft_columns=DRAFT_COLUMNS,
        drafts=drafted,
        task_columns=TASK_COLUMNS,
        tasks=[
            Row(
                (
                    case_rows.beginning(task.words),
                    task.due_at,
                    Message(f"console.task.{task.kind}"),
                ),
                href=reverse("case", args=[task.case.number]),
            )
            for task in tasks
        ],
        actions=_actions(request),
    )


# Where the day begins of those who look after the platform and have no part in any case.
_DESKS = (
    (Permission.AUDIT_READ, "audit"),
    (Permission.ACCOUNT_MANAGE, "accounts"),
    (Permission.SYSTEM_SEE, "dead-letters"),
)


def _own_desk(actor: Actor) -> str:
    if actor.holds(Permission.CASE_MOVE):
        return ""
    return next((name for needed, name in _DESKS if actor.holds(needed)), "")


def _actions(request: HttpRequest) -> list[Link]:
    if not request.actor.holds(Permission.CASE_REPORT):  # type: ignore[attr-defined]
        return []
    return [Link(Message("console.enter"), reverse("enter-case"))]
