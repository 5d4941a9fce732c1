"""A session that lies idle too long ends by itself."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

from wangge.registers.accounts.operations.sessions import SEEN


def end_if_idle(request: HttpRequest, at: datetime) -> None:
    """End a session that lay idle too long; note the time of use at most once a minute.

    A page that asks by itself how far something is (`By-Itself`) does not count as use: left open, it
    would keep alive the session of somebody who went away.
    """
    seen = request.session.get(SEEN)
    if seen is None:
        return
    idle = at - datetime.fromtimestamp(seen, tz=at.tzinfo)
    if idle > timedelta(seconds=settings.SESSION_IDLE_SECONDS):
        logout(request)
    elif idle > timedelta(minutes=1) and "By-Itself" not in request.headers:
        request.session[SEEN] = at.timestamp()
