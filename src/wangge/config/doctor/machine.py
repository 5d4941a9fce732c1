"""Looks at the machine: programs, libraries, fonts, disk."""

import ctypes
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from wangge.config.database import programs
from wangge.config.doctor import finding
from wangge.config.doctor.finding import Finding

_LEAST_NODE = (20, 19)
_PANGO = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0")


def findings(state: Path) -> Iterator[Finding]:
    """One finding for each thing; ``state`` is the folder whose disk is measured."""
    version = sys.version_info
    yield finding.python((version.major, version.minor, version.micro))
    yield _postgres()
    yield _node()
    yield _pango()
    yield _font()
    yield finding.disk(shutil.disk_usage(_nearest_existing(state)).free)


def _postgres() -> Finding:
    found = programs.installed()
    if not found:
        return finding.note("postgres.missing")
    return finding.good("postgres.good", major=str(found[0].major))


def _node() -> Finding:
    program = shutil.which("node")
    said = _output([program, "--version"]).strip() if program else ""
    numbers = tuple(int(part) for part in re.findall(r"\d+", said)[:2])
    if numbers < _LEAST_NODE:
        return finding.note("node.missing", least=".".join(map(str, _LEAST_NODE)))
    return finding.good("node.good", version=said.removeprefix("v"))


def _pango() -> Finding:
    try:
        for name in _PANGO:
            ctypes.CDLL(name)
    except OSError:
        return finding.bad("pango.missing")
    return finding.good("pango.good")


def _font() -> Finding:
    if any(Path("/usr/share/fonts").glob("**/NotoSansCJK*")):
        return finding.good("font.good")
    if shutil.which("fc-list") and _output(["fc-list", ":lang=zh", "family"]).strip():
        return finding.good("font.good")
    return finding.bad("font.missing")


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603  (fixed programs, no shell)
            command, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout


def _nearest_existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())
