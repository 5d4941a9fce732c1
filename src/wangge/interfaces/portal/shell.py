"""What surrounds every page a resident sees, error pages and the sign-in page too."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import DatabaseError
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from wangge.interfaces.portal.places import remembered_village
from wangge.interfaces.web.components.shapes import Link, Shell
from wangge.interfaces.web.pages import languages
from wangge.interfaces.web.request import Request
from wangge.lib import phone_number
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.models import Area
from wangge.registers.organisations.queries.contacts import desk_near

EMERGENCY_NUMBERS = ("110", "119", "120")


def shell(request: Request) -> dict[str, Any]:
    """Context processor: the portal's shell for every page that brings none of its own."""
    return {
        "shell": SimpleLazyObject(lambda: _shell(request)),  # officials' pages never look at it
        "emergency_numbers": EMERGENCY_NUMBERS,
    }


def _shell(request: Request) -> Shell:
    return Shell(
        place=_place(),
        home_url=reverse("home"),
        languages=_languages(request),
        phones=[*phones_near(place_of_page(request)), hotline()],
        type_url=f"{reverse('type')}?{urlencode({'next': _here(request)})}",
        demo=settings.DEMO,
    )


def hotline() -> Link:
    """The county's hotline, for callers anywhere."""
    return Link(Message("portal.hotline"), f"tel:{settings.HOTLINE}", hint=settings.HOTLINE)


def phones_near(code: str) -> list[Link]:
    """The desk of the village, else of its township; none where neither has a number."""
    desk = desk_near(code) if code else None
    if desk is None:
        return []
    called = Message(f"portal.desk.{desk.kind}", place=desk.place)
    return [Link(called, f"tel:{desk.phone}", hint=phone_number.grouped(desk.phone))]


def place_of_page(request: Request) -> str:
    """The township or village the page is about, else the village of last time; empty if none."""
    match = getattr(request, "resolver_match", None)
    code = match.kwargs.get("code", "") if match else ""
    levels = {Level.TOWNSHIP, Level.VILLAGE}
    about = code.isdecimal() and len(code) in levels
    return code if about else remembered_village(request)


def _languages(request: Request) -> list[Link]:
    """Empty where the request never reached VisitorMiddleware (a host that is not ours)."""
    return languages(request) if hasattr(request, "language") else []


def _here(request: Request) -> str:
    """The present page; for the answer to a form, which has no address to come back to, the front page."""
    return request.path if request.method == "GET" else reverse("home")


def _place() -> str:
    """The county's name; empty before the register of places is filled, or without a database."""
    try:
        return _county_name(settings.COUNTY_CODE)
    except (Area.DoesNotExist, DatabaseError):
        return ""


@cache
def _county_name(code: str) -> str:
    """Read once a process: a county that changes its name restarts its platform."""
    return Area.objects.values_list("name", flat=True).get(pk=code)
