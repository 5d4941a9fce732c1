"""What the platform does with sign-ins by itself."""

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import job
from wangge.registers.accounts.operations.sessions import SessionStore


@job("accounts.clear_sessions")
def clear_sessions(*, by: Actor, at: datetime) -> None:
    """Sessions that have run out; a browser that comes with one is signed out anyway."""
    SessionStore.clear_expired()
