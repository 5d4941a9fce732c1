"""The one door to numba: a typed decorator for the engine's inner loops."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba  # type: ignore[import-untyped,unused-ignore]

Function = TypeVar("Function", bound=Callable[..., object])

_PACKAGE = Path(__file__).parent
_NUMBA: Any = numba.config


def _cache_folder() -> str:
    """A folder that is new whenever any inner loop has changed.

    Numba looks only at the file of a function itself, but its code contains that of the functions
    it calls: a cache by file would go on using old loops. Where the package cannot be written to,
    numba finds a place of its own.
    """
    given = _NUMBA.CACHE_DIR
    if given or not os.access(_PACKAGE, os.W_OK):
        return str(given)
    digest = hashlib.sha256()
    for source in sorted((_PACKAGE / "kernel").glob("*.py")):
        digest.update(source.read_bytes())
    return str(_PACKAGE / "__pycache__" / f"kernel-{digest.hexdigest()[:16]}")


_FOLDER = _cache_folder()


def compiled(function: Function) -> Function:
    """Compile ``function`` to machine code, cached on disk.

    No ``fastmath``: sums keep the order they are written in, so that the same seed gives the same
    plan on every processor.
    """
    before = _NUMBA.CACHE_DIR
    _NUMBA.CACHE_DIR = _FOLDER
    try:
        return cast(Function, numba.njit(cache=True)(function))
    finally:
        _NUMBA.CACHE_DIR = before
