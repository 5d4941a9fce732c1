"""The law of signing in: waits after failures, second factors, passwords that others set."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from wangge.lib.message import Message

FREE_FAILURES = 3
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=12)
_DOUBLINGS: Final = 10  # 1024 s: beyond the longest wait, and no power runs out of bounds

# County posts and the three administrators sign in with a second factor (TOTP, RFC 6238).
SECOND_FACTOR_POST_KINDS = frozenset({"auditor", "security_admin", "it_admin"})

ONE_TIME_PASSWORD_LIFE: Final = timedelta(days=7)
"""A password that the security administrator handed over works so long, and for one sign-in."""

LONGEST_USERNAME: Final = 60

_UNMISTAKABLE: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4
_USERNAME: Final = re.compile(r"[a-z][a-z0-9_.-]{2,59}")
_PHONE: Final = re.compile(r"Mobi|Android|iPhone|MicroMessenger|HarmonyOS", re.IGNORECASE)
_COMPUTER: Final = re.compile(r"Windows|Macintosh|X11|Linux|CrOS", re.IGNORECASE)


class Owed(StrEnum):
    """What an account has to do before anything else; nothing is shown to it until then."""

    PASSWORD = "password"  # noqa: S105 - the name of a step
    SECOND_FACTOR = "second_factor"


class Browser(StrEnum):
    """What kind of browser it is: enough to tell one's own sessions apart."""

    PHONE = "phone"
    COMPUTER = "computer"
    OTHER = "other"

    @property
    def words(self) -> Message:
        """What it is, in words."""
        return Message(f"account.browser.{self.value}")


def owed(
    *, must_change_password: bool, must_use_second_factor: bool, has_second_factor: bool
) -> Owed | None:
    """The first step that is owed, the password before the second factor."""
    if must_change_password:
        return Owed.PASSWORD
    if must_use_second_factor and not has_second_factor:
        return Owed.SECOND_FACTOR
    return None


def delay_key(username: str, network: str) -> str:
    """Account and network together: a stranger who guesses cannot lock out the holder."""
    return hashlib.sha256(f"{username.casefold()}\n{network}".encode()).hexdigest()


def wait_after(failures: int) -> timedelta:
    """None for the first three failures, then 2, 4, 8 … seconds, at most a quarter of an hour."""
    if failures < FREE_FAILURES:
        return timedelta()
    doublings = min(failures - FREE_FAILURES + 1, _DOUBLINGS)
    return min(timedelta(seconds=2**doublings), LONGEST_WAIT)


def network_of(address: str) -> str:
    """The network an address counts as: /24 in IPv4, /64 in IPv6, so that a shared line is one."""
    if ":" in address:
        return ":".join(address.split(":")[:4])
    return ".".join(address.split(".")[:3])


def browser_of(user_agent: str) -> Browser:
    """The class of a browser by what it says of itself."""
    if _PHONE.search(user_agent):
        return Browser.PHONE
    return Browser.COMPUTER if _COMPUTER.search(user_agent) else Browser.OTHER


def handle_of(session_key: str) -> str:
    """A name for a session that a page may show: nobody can use the session with it."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:32]


def needs_second_factor(post_kind: str, area_code: str) -> bool:
    """Whether the holder of such a post must sign in with a second factor."""
    return post_kind in SECOND_FACTOR_POST_KINDS or len(area_code) <= 6


def is_username(text: str) -> bool:
    """Three to sixty of a–z, 0–9, dot, dash and underscore, beginning with a letter."""
    return _USERNAME.fullmatch(text) is not None


def one_time_password(draw: Callable[[str], str]) -> str:
    """Sixteen characters that cannot be misread; `draw` picks one of those it is given.

    About 79 bits, and easy to read out: a hand-over is often a slip of paper.
    """
    groups = ("".join(draw(_UNMISTAKABLE) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def is_one_time_password_over(set_at: datetime | None, at: datetime) -> bool:
    """Whether a password that was handed over lay unused too long."""
    return set_at is None or at > set_at + ONE_TIME_PASSWORD_LIFE
