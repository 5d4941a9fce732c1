"""Remembers what a step was last done with, so that it is done again only when that changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from steps.places import ROOT, STAMPS


def fingerprint(paths: Iterable[Path], *facts: str, below: Path = ROOT) -> str:
    """A digest of names relative to ``below``, contents, and further facts.

    A file that is missing counts as such: making it changes the digest.
    """
    digest = hashlib.sha256()
    for path in sorted(set(paths)):
        digest.update(f"{path.relative_to(below)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"-")
    for fact in facts:
        digest.update(f"{fact}\0".encode())
    return digest.hexdigest()


def current(name: str, mark: str) -> bool:
    """Whether the step was last done with this mark."""
    stamp = STAMPS / name
    return stamp.exists() and stamp.read_text() == mark


def set_current(name: str, mark: str) -> None:
    """Remember that the step has been done."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(mark)
