"""What the platform does with sign-ins by itself."""

from datetime import datetime

from wangge.access.actor import Actor
from wangge.doors.jobs import job
from wangge.registers.accounts.operations.sessions import SessionStore


@job("accounts.clear_sessions")
def clear_sessions(*, by: Actor, at: datetime) -> None:
    """Delete sessions that have run out; a browser that brings one is signed out anyway."""
    SessionStore.clear_expired()
