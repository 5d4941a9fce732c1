"""What surrounds every page a resident sees; error pages and the sign-in stand in it as well."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.urls import reverse

from wangge.interfaces.web.components.shapes import Link, Shell
from wangge.interfaces.web.pages import languages
from wangge.lib.message import Message
from wangge.registers.areas.models import Area

EMERGENCY_NUMBERS = ("110", "119", "120")


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the portal's shell for every page that brings none of its own."""
    place = _place()
    return {
        "shell": Shell(
            place=place,
            home_url=reverse("home"),
            languages=_languages(request),
            phone=settings.HOTLINE,
            phone_place=place,
            phone_who=Message("portal.hotline"),
            type_url=f"{reverse('type')}?{urlencode({'next': _here(request)})}",
            demo=settings.DEMO,
        ),
        "emergency_numbers": EMERGENCY_NUMBERS,
    }


def _languages(request: HttpRequest) -> list[Link]:
    """None where the request never reached the visitor's middleware (a host that is not ours)."""
    return languages(request) if hasattr(request, "language") else []


def _here(request: HttpRequest) -> str:
    """Back to the same page; the answer to a form has no address one could come back to."""
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
