"""Progress on the terminal: one line a step, with the time it took."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_STARTED = time.monotonic()
_LOCK = threading.Lock()


def elapsed() -> float:
    """Seconds since the script began."""
    return time.monotonic() - _STARTED


def say(text: str) -> None:
    """Print one line, preceded by the time since the start; safe from several threads."""
    with _LOCK:
        print(f"[{elapsed():6.1f} s] {text}", flush=True)


def complain(text: str) -> None:
    """Print one line to standard error, without a time."""
    with _LOCK:
        print(text, file=sys.stderr, flush=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Announce a step and say how long it took, unless it failed."""
    say(f"{name} …")
    begun = time.monotonic()
    yield
    say(f"{name}: done in {time.monotonic() - begun:.1f} s")
