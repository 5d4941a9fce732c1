"""The Python environment in .venv: exactly the locked packages, and the project itself."""

import sys
from pathlib import Path

from steps import lock, shell, stamps
from steps.console import say, step
from steps.failure import Stop
from steps.places import PYTHON, ROOT, VENV

_UV = VENV / "bin" / "uv"
_LOCK = ROOT / "requirements.lock"
_UV_LOCK = ROOT / "bin" / "steps" / "uv.lock"
# A path in the first line may hold no blanks, so a shell starts Python; Python sees a string. A
# process that the worker starts reads this file too, and must not be a second worker.
_COMMAND = f"""#!/bin/sh
'''exec' "{PYTHON}" "$0" "$@"
' '''
from wangge.config.command import main

if __name__ == "__main__":
    raise SystemExit(main())
"""


def ensure() -> None:
    """Make or mend the environment, unless it is what the locks ask for already."""
    mark = stamps.fingerprint(
        [_LOCK, _UV_LOCK],
        f"{sys.version_info.major}.{sys.version_info.minor}",
        str(VENV),
        _COMMAND,
    )
    with lock.held("environment"):
        if PYTHON.exists() and stamps.current("environment", mark):
            return
        with step("Python packages"):
            _make()
            _sync()
            _make_importable()
        stamps.set_current("environment", mark)


def _make() -> None:
    if _works():
        return
    if VENV.exists():
        say(f"{VENV} was made for another Python: making it again")
    shell.run([sys.executable, "-m", "venv", "--clear", VENV], what="make a Python environment")


def _works() -> bool:
    """Whether .venv has this script's Python version and a pip."""
    if not PYTHON.exists():
        return False
    try:
        said = shell.run([PYTHON, "-m", "pip", "--version"], what="look at the environment")
    except Stop:
        return False
    return f"(python {sys.version_info.major}.{sys.version_info.minor})" in said


def _sync() -> None:
    locked = ["--require-hashes", "--only-binary", ":all:"]
    shell.run(
        [PYTHON, "-m", "pip", "install", "--quiet", *locked, "-r", _UV_LOCK],
        what="install the installer uv",
    )
    shell.run(
        [_UV, "pip", "sync", "--python", PYTHON, *locked, _LOCK],
        what="install Python packages",
    )


def _make_importable() -> None:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = VENV / "lib" / version / "site-packages"
    (packages / "wangge.pth").write_text(f"{ROOT / 'src'}\n")
    command = Path(VENV, "bin", "wangge")
    command.write_text(_COMMAND)
    command.chmod(0o755)
