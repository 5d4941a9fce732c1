"""Where the bytes of files lie: on shelves named by the first digits of their SHA-256.

A file is written before the transaction that adopts it, because nothing outside the database may
happen inside one. What no transaction adopted is swept days later (`tasks.py`). A name is
the digest of its content, so writing twice does no harm.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from django.conf import settings

_LOCK = ".lock"
_SHELF_DIGITS = 2


def path_of(digest: str) -> Path:
    """Where the content of this digest lies, or would lie."""
    root: Path = settings.FILES_ROOT
    return root / digest[:_SHELF_DIGITS] / digest


def put(content: bytes, at: datetime) -> str:
    """Lay the content on its shelf and return its digest; `at` is the last time it was brought."""
    digest = sha256(content).hexdigest()
    path = path_of(digest)
    with _locked(fcntl.LOCK_SH):
        if not path.exists():
            _write(path, content)
            os.utime(path, (at.timestamp(), at.timestamp()))
        elif path.stat().st_mtime < at.timestamp():
            os.utime(path, (at.timestamp(), at.timestamp()))
    return digest


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a reader never meets half a file, nor do two writers meet each other."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, unfinished = mkstemp(dir=path.parent, prefix=".")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(unfinished).replace(path)


def brought_before(instant: datetime) -> list[Path]:
    """Files last brought before an instant, unfinished ones included."""
    root: Path = settings.FILES_ROOT
    lying = (path for shelf in root.glob("*") if shelf.is_dir() for path in shelf.iterdir())
    return sorted(path for path in lying if _is_older(path, instant))


def clear(path: Path, brought_before: datetime) -> bool:
    """Take a file off its shelf, unless somebody has brought it again; says whether it went."""
    with _locked(fcntl.LOCK_EX):
        if not _is_older(path, brought_before):
            return False
        path.unlink()
    return True


def _is_older(path: Path, instant: datetime) -> bool:
    return path.is_file() and path.stat().st_mtime < instant.timestamp()


@contextmanager
def _locked(kind: int) -> Iterator[None]:
    """Many may write at once; a sweep runs alone, so that it removes nothing just brought."""
    root: Path = settings.FILES_ROOT
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (root / _LOCK).open("w") as lock:
        fcntl.flock(lock, kind)
        yield
