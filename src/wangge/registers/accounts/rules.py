"""The law of signing in: how long to wait after failures, who needs a second factor."""

import hashlib
from datetime import timedelta

FREE_FAILURES = 3
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=12)

# County posts and the three administrators sign in with a second factor (TOTP, RFC 6238).
SECOND_FACTOR_POST_KINDS = frozenset({"auditor", "security_admin", "it_admin"})


def delay_key(username: str, network: str) -> str:
    """Account and network together: a stranger who guesses cannot lock out the holder."""
    return hashlib.sha256(f"{username.casefold()}\n{network}".encode()).hexdigest()


def wait_after(failures: int) -> timedelta:
    """None for the first three failures, then 2, 4, 8 … seconds, at most a quarter of an hour."""
    if failures < FREE_FAILURES:
        return timedelta()
    return min(timedelta(seconds=2 ** (failures - FREE_FAILURES + 1)), LONGEST_WAIT)


def network_of(address: str) -> str:
    """The network an address counts as: /24 in IPv4, /64 in IPv6, so that a shared line is one."""
    if ":" in address:
        return ":".join(address.split(":")[:4])
    return ".".join(address.split(".")[:3])


def needs_second_factor(post_kind: str, area_code: str) -> bool:
    """Whether somebody in such a post must sign in with a second factor."""
    return post_kind in SECOND_FACTOR_POST_KINDS or len(area_code) <= 6
