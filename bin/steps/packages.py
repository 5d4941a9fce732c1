"""Debian packages that the machine lacks: says which and why, then installs them."""

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from steps import shell
from steps.console import say
from steps.failure import Stop
from wangge.config.database import programs


@dataclass(frozen=True, slots=True)
class Need:
    """What must be there, why, how to see it, and the packages that bring it.

    The names may be patterns; the newest match, by the number in its name, is taken.
    """

    why: str
    packages: tuple[str, ...]
    present: Callable[[], bool]


def _library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _chinese_font() -> bool:
    if any(Path("/usr/share/fonts").glob("**/NotoSansCJK*")):
        return True
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


_VENV = Need(
    "the project's own Python environment",
    (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",),
    lambda: importlib.util.find_spec("ensurepip") is not None,
)
_POSTGRES = Need(
    "the database, run privately for this checkout",
    ("postgresql-[0-9]+-postgis-3",),
    lambda: bool(programs.installed()),
)
_PANGO = Need(
    "text layout in PDF documents",
    ("libpango-1.0-0", "libpangoft2-1.0-0"),
    lambda: _library("libpango-1.0.so.0") and _library("libpangoft2-1.0.so.0"),
)
_FONT = Need("Chinese text in PDF documents and pictures", ("fonts-noto-cjk",), _chinese_font)
_BROWSER = Need(
    "the browser tests",
    ("chromium",),
    lambda: shutil.which("chromium") is not None,
)

_POPPLER = Need(
    "tests that read what was printed",
    ("poppler-utils",),
    lambda: shutil.which("pdftotext") is not None,
)

ENVIRONMENT = (_VENV,)
DATABASE = (_POSTGRES,)
DEMO = (_VENV, _POSTGRES, _PANGO, _FONT)
TESTS = (*DEMO, _BROWSER, _POPPLER)


def missing(needs: Sequence[Need]) -> list[Need]:
    """Those that this machine lacks."""
    return [need for need in needs if not need.present()]


def install(needs: Sequence[Need]) -> None:
    """Install the packages for the needs given; raises ``Stop`` when that cannot be done."""
    if not needs:
        return
    say(f"Debian packages are missing for {'; '.join(need.why for need in needs)}")
    prefix = _right_to_install(needs)
    shell.run(
        [*prefix, "apt-get", "update", "-qq", "-o", "DPkg::Lock::Timeout=120"],
        what="read the list of Debian packages",
        breakable=False,
    )
    names = [_packaged(pattern) for need in needs for pattern in need.packages]
    say(f"Installing with apt-get: {' '.join(names)}")
    shell.run(
        [
            *(*prefix, "env", "DEBIAN_FRONTEND=noninteractive"),
            *("apt-get", "install", "-qq", "--yes", "--no-install-recommends"),
            *("-o", "DPkg::Lock::Timeout=120"),
            *names,
        ],
        what="install Debian packages",
        breakable=False,
    )
    still = missing(needs)
    if still:
        raise Stop(f"Installed {' '.join(names)}, but {still[0].why} is still not possible.")


def ask_for_rights(needs: Sequence[Need]) -> None:
    """Let sudo ask for the password now, while nothing else writes to the terminal."""
    if needs and os.getuid() != 0 and shutil.which("sudo") and sys.stdin.isatty():
        say("sudo may ask for your password, to install Debian packages.")
        subprocess.run(["sudo", "--validate"], check=False)


def _right_to_install(needs: Sequence[Need]) -> list[str]:
    if not shutil.which("apt-get"):
        raise Stop(
            f"Needed: {'; '.join(need.why for need in needs)}. Only Debian's packages are"
            " installed by this script, and this machine has no apt-get: install PostgreSQL with"
            " PostGIS, Pango, a Chinese font and Python's venv module yourself, or use Debian."
        )
    if os.getuid() == 0:
        return []
    if shutil.which("sudo") and _sudo_is_open():
        return ["sudo", "--non-interactive"]
    names = " ".join(_packaged(pattern) for need in needs for pattern in need.packages)
    raise Stop(
        "Installing them needs root, and sudo is not available to you. Ask someone who is root"
        f" to run:\n    apt-get install --no-install-recommends {names}"
    )


def _sudo_is_open() -> bool:
    asked = ["sudo", "--non-interactive", "true"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def newest(names: Sequence[str]) -> str:
    """The name with the highest number, as ``postgresql-17-…`` before ``postgresql-9-…``."""
    return max(names, key=lambda name: [int(number) for number in re.findall(r"\d+", name)])


def _packaged(pattern: str) -> str:
    """The newest package that Debian has for a pattern; the pattern itself if it has none."""
    if "[" not in pattern:
        return pattern
    found = subprocess.run(
        ["apt-cache", "search", "--names-only", f"^{pattern}$"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    return newest([line.split()[0] for line in found]) if found else pattern
