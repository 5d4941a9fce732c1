"""The front page: one big button per thing one can do."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.pages import page
from wangge.lib.message import Message


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Report, find one's worker, look up; staff sign in at the very end."""
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
            Link(Message("portal.door.staff"), _staff_entrance()),
        ],
    )


def _staff_entrance() -> str:
    return reverse("demo-sign-in" if settings.DEMO else "sign-in")
