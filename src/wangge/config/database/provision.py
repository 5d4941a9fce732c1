"""Renders and runs the part of the installation that needs a database superuser.

The script is for psql: it creates a database and connects to it, which no single transaction
can do. The embedded cluster of ``bin/demo``, the test databases and the database administrator
of a county all get the same text. Standard library only: it runs before anything is installed.
"""

import re
import subprocess
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from wangge.config.database.roles import ROLES

_IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]{0,62}")


class ProvisionError(Exception):
    """psql refused; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Names to be made. ``login=None`` lets each role sign in under its own name.

    Names are lower-case identifiers of at most 63 characters; another raises ``ValueError``.
    """

    database: str = "wangge"
    login: str | None = "wangge_login"

    def __post_init__(self) -> None:
        for name in (self.database, self.login or "none"):
            if not _IDENTIFIER.fullmatch(name):
                raise ValueError(f"not a plain lower-case database identifier: {name!r}")


def render(plan: Plan) -> str:
    """The whole psql script, its settings at the head so that they can be read and changed."""
    script = files("wangge.config.database").joinpath("sql/provision.sql")
    return "\n".join([*_settings(plan), "", script.read_text(encoding="utf-8")])


def apply(plan: Plan, *, psql: Path, admin_url: str) -> None:
    """Run the script with a superuser's connection; raises ``ProvisionError``."""
    done = subprocess.run(  # noqa: S603  (our own script, no shell)
        [psql, "--no-psqlrc", "--quiet", "--output=/dev/null", f"--dbname={admin_url}"],
        input=render(plan),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise ProvisionError(done.stderr.strip())


def _settings(plan: Plan) -> list[str]:
    limits = [
        f"\\set {key}_{name} {value}"
        for key, role in ROLES.items()
        for name, value in role.limits.settings().items()
    ]
    return [
        "\\set ON_ERROR_STOP on",
        f"\\set database {plan.database}",
        f"\\set shared_login {'on' if plan.login else 'off'}",
        f"\\set login {plan.login or ''}",
        *limits,
    ]
