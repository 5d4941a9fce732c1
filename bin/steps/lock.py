"""A lock between processes of one checkout: the kernel lets go of it when its holder ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from steps import shell
from steps.failure import Stop
from steps.places import LOCKS


@contextmanager
def held(name: str, *, refusal: str | None = None) -> Iterator[None]:
    """Hold ``.wangge/locks/<name>``; wait for it, or raise ``Stop(refusal)`` when given."""
    LOCKS.mkdir(parents=True, exist_ok=True)
    with (LOCKS / name).open("a+") as file:
        while not _taken(file):
            if refusal or shell.breaking_off():
                file.seek(0)
                holder = file.read() or "unknown"
                raise Stop(f"{refusal or 'Broken off while waiting'} (process {holder}).")
            time.sleep(0.1)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _taken(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
