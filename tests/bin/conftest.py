"""The scripts' modules are imported as the scripts import them: from the folder bin."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bin"))

Script = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with only the scripts and what they use of the project: its state is its own."""
    for part in ("bin", "src/wangge/config/database"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture
def script(checkout: Path) -> Script:
    """Runs Python text in that checkout, as a script in its folder bin would be run."""

    def run(text: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            [sys.executable, "-c", text],
            cwd=checkout / "bin",
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def begun(checkout: Path, text: str) -> subprocess.Popen[str]:
    """Begins the text as ``script`` would, and leaves it running."""
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", text],
        cwd=checkout / "bin",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
