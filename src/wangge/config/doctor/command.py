"""``wangge doctor``: gathers all findings and says them, one a line."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from django.conf import settings

from wangge.config.configuration_error import ConfigurationError
from wangge.config.doctor import database, finding, installation, machine
from wangge.config.doctor.finding import Finding, Verdict
from wangge.config.language import WORDS, of_terminal

_SIGNS = {Verdict.GOOD: "✓", Verdict.NOTE: "·", Verdict.BAD: "✗"}
_LIBPQ_NAMES = {
    "NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port",
}  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Say every finding; the status is 1 when one of them is bad."""
    parser = argparse.ArgumentParser(
        prog="wangge doctor", description="Say what this installation lacks and how to mend it."
    )
    parser.add_argument("--language", choices=WORDS.languages, default=of_terminal(os.environ))
    language = parser.parse_args(arguments).language
    verdicts = set()
    for one in _findings():
        sys.stdout.write(f"{_SIGNS[one.verdict]} {WORDS.say(one.message, language)}\n")
        sys.stdout.flush()
        verdicts.add(one.verdict)
    return 1 if Verdict.BAD in verdicts else 0


def _findings() -> Iterator[Finding]:
    try:
        state = Path(settings.STATE)
    except ConfigurationError as error:
        yield from machine.findings(Path.cwd())
        yield finding.bad("settings.bad", said=str(error))
        return
    yield from machine.findings(state)
    yield from installation.findings()
    yield from database.findings(_parameters())
    yield from installation.table_findings()


def _parameters() -> dict[str, str]:
    """What settings say about the database, as libpq names it, without the role."""
    said = settings.DATABASES["default"]
    known = {name: str(said[key]) for key, name in _LIBPQ_NAMES.items() if said[key]}
    options = cast("dict[str, object]", said["OPTIONS"])
    extra = {key: str(value) for key, value in options.items() if key != "options"}
    return {**extra, **known}
