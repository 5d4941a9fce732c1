"""bin/check: style, types, floors and house rules, within a minute and without a database."""

import json
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from steps import frontend, packages, preparation, shell
from steps.causes import tail
from steps.console import complain, elapsed, say
from steps.failure import Stop
from steps.places import FRONTEND, PYTHON, ROOT, VENV
from steps.project import COMMAND
from steps.side_by_side import Steps, wait_for

_SECONDS = 60
_SHOWN_LINES = 40
_WHOLE = ("-o", "verbosity_assertions=2")  # what differs is said whole, not cut off


@dataclass(frozen=True, slots=True)
class Check:
    """One command that must end well."""

    name: str
    command: Sequence[str | Path]
    cwd: Path = ROOT
    environment: Mapping[str, str] = field(default_factory=dict)


def main(arguments: list[str]) -> int:
    """Set up what is missing and run every check; no arguments are taken."""
    if arguments:
        raise Stop("bin/check takes no arguments: it checks everything.", status=2)
    with Steps() as steps:
        preparation.begin(steps, packages.ENVIRONMENT, front_end=frontend.ensure_packages)
    return run_all()


def run_all() -> int:
    """Run all checks two at a time; 0 if every one ended well."""
    begun = elapsed()
    with ThreadPoolExecutor(max_workers=2) as pool:
        answers = [pool.submit(_passes, check) for check in _all()]
        try:
            wait_for(answers)
            failed = [answer.result() for answer in answers].count(False)
        except BaseException:
            shell.break_off()
            pool.shutdown(cancel_futures=True)
            raise
    taken = elapsed() - begun
    if taken > _SECONDS:
        complain(f"The checks took {taken:.0f} s; they should stay below {_SECONDS} s.")
    say(f"Checks: {f'{failed} failed' if failed else 'all passed'} in {taken:.1f} s")
    return 1 if failed else 0


def _all() -> list[Check]:
    """Every check, the slowest first."""
    programs = VENV / "bin"
    checks = [
        Check("types", [programs / "mypy"]),
        Check("floors", [programs / "lint-imports"]),
        Check(
            "house rules",
            [
                PYTHON,
                "-m",
                "pytest",
                "-p",
                "no:xdist",
                "--durations=1",
                *_WHOLE,
                "tests/architecture",
            ],
        ),
        Check(
            "migrations are complete",
            [*COMMAND, "makemigrations", "--check", "--dry-run"],
            environment={"DJANGO_SETTINGS_MODULE": "wangge.config.settings"},
        ),
        Check("format", [programs / "ruff", "format", "--check", "."]),
        Check("format of templates", [programs / "djangofmt", "--check", "src"]),
        Check("lint", [programs / "ruff", "check", "."]),
    ]
    scripts = json.loads((FRONTEND / "package.json").read_text())["scripts"]
    front_end = [("front-end types", "check"), ("front-end format and lint", "lint")]
    checks[1:1] = [_npm_check(name, script) for name, script in front_end if script in scripts]
    return checks


def _npm_check(name: str, script: str) -> Check:
    return Check(
        name,
        frontend.npm_command("run", script),
        cwd=FRONTEND,
        environment=frontend.npm_environment(),
    )


def _passes(check: Check) -> bool:
    begun = time.monotonic()
    what = f"check {check.name}"
    status, output = shell.attempt(
        check.command, what=what, cwd=check.cwd, environment=check.environment
    )
    taken = time.monotonic() - begun
    if status == 0:
        say(f"  {check.name}: {taken:.1f} s")
        return True
    say(f"  {check.name}: FAILED after {taken:.1f} s")
    complain(f"{tail(output, _SHOWN_LINES)}\n  All of it: {shell.keep(what, output)}")
    return False
