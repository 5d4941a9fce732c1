"""The one door to numba: a typed decorator for the engine's inner loops."""

from collections.abc import Callable
from typing import TypeVar, cast

import numba  # type: ignore[import-untyped,unused-ignore]

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Compile ``function`` to machine code, cached on disk beside its source.

    No ``fastmath``: sums keep the order they are written in, so that the same seed gives the same
    plan on every processor.
    """
    return cast(Function, numba.njit(cache=True)(function))
