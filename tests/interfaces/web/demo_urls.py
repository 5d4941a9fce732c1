"""The platform's addresses, and two views that have bugs."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

handler500 = "wangge.interfaces.web.errors.server_error"


def broken(request: HttpRequest) -> HttpResponse:
    """A bug whose text repeats what was sent."""
    raise ValueError(dict(request.POST))


def broken_row(request: HttpRequest) -> HttpResponse:
    """A bug whose text PostgreSQL writes: it repeats the failing row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::integer", [request.POST["words"]])
    return HttpResponse()


urlpatterns = [
    path("broken", broken),
    path("broken-row", broken_row),
    path("", include("wangge.config.urls")),
]
