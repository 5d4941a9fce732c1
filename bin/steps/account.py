"""The account that PostgreSQL runs under: it refuses to run as root."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from steps.failure import Stop


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this machine and its main group."""

    uid: int
    gid: int
    name: str

    @property
    def is_me(self) -> bool:
        """Whether no change of user is needed."""
        return self.uid == os.getuid()

    def run(self, command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
        """Run a program as this user from ``/``; both outputs come back as one text."""
        drop: dict[str, Any] = (
            {} if self.is_me else {"user": self.uid, "group": self.gid, "extra_groups": []}
        )
        return subprocess.run(
            [str(part) for part in command],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            **drop,
        )

    def can_enter(self, folder: Path) -> bool:
        """Whether this user may pass through a folder and all folders above it."""
        return self.run(["test", "-x", folder]).returncode == 0


def for_postgres() -> Account:
    """Oneself; for root, Debian's ``postgres`` user."""
    if os.getuid() != 0:
        mine = pwd.getpwuid(os.getuid())
        return Account(mine.pw_uid, mine.pw_gid, mine.pw_name)
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError as error:
        raise Stop(
            "PostgreSQL does not run as root, and this machine has no user called postgres."
            " Make one (adduser --system --group postgres) or start as an ordinary user."
        ) from error
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name)
