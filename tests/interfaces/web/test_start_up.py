"""What the web process loads: the engine's compiled loops are the worker's alone."""

import subprocess
import sys

from tests.conftest import ROOT

LOADED = """
import django; django.setup()
from django.urls import get_resolver; get_resolver().url_patterns
import wangge.config.schedule, sys
print("numba" in sys.modules, "wangge.insight.divisions.adapters.computing" in sys.modules)
"""


def test_the_web_does_not_load_the_compiled_loops() -> None:
    """They take seconds to read and half a minute to compile; every worker process would pay."""
    told = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", LOADED], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert told.stdout.split() == ["False", "True"]
