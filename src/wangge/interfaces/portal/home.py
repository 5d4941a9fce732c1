"""The front page: a big button for each thing one can do."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message


@require_GET
def home(request: Request) -> HttpResponse:
    """Report, find one's worker, look up; staff sign in, or go on working, at the very end."""
    return page(
        request,
        "portal/home.html",
        doors=[
            Link(
                Message("portal.door.report"),
                reverse("report"),
                hint=Message("portal.door.report_hint"),
            ),
            Link(
                Message("portal.door.worker"),
                reverse("find-worker"),
                hint=Message("portal.door.worker_hint"),
            ),
        ],
        quiet=[
            Link(Message("portal.door.track"), reverse("track")),
            _staff_entrance(request),
        ],
    )


def _staff_entrance(request: Request) -> Link:
    if request.actor.is_person:
        return Link(Message("web.workbench"), reverse("workbench"))
    return Link(
        Message("portal.door.staff"), reverse("demo-sign-in" if settings.DEMO else "sign-in")
    )
