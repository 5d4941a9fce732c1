"""Runs programs to their end; what they say goes to a log, their failure becomes a sentence."""

import contextlib
import errno
import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from steps.causes import DISK_FULL, advice, tail
from steps.failure import Stop
from steps.places import LOGS

_running: set[subprocess.Popen[str]] = set()
_guard = threading.RLock()  # a signal may come while the main thread holds it
_breaking_off = threading.Event()


def run(
    command: Sequence[str | Path],
    *,
    what: str,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    breakable: bool = True,
) -> str:
    """Run a program and return what it printed; raise ``Stop`` with a sentence if it fails.

    ``what`` names the step in words that fit after "Could not". ``environment`` is added to the
    present one. A program that is not ``breakable`` is let finish when the script is
    interrupted, because it would leave the machine half changed.
    """
    status, output = attempt(
        command, what=what, cwd=cwd, environment=environment, breakable=breakable
    )
    if status == 0:
        return output
    cause = advice(output) or f"{Path(command[0]).name} ended with status {status}."
    raise Stop(f"Could not {what}. {cause}\n{tail(output)}\n  All of it: {keep(what, output)}")


def attempt(
    command: Sequence[str | Path],
    *,
    what: str,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    breakable: bool = True,
) -> tuple[int, str]:
    """The same, but a program that fails is an answer: its status and what it printed."""
    try:
        return _complete(command, cwd, environment, breakable)
    except FileNotFoundError as error:
        raise Stop(f"Could not {what}: {error.filename} is not there.") from error
    except OSError as error:
        reason = DISK_FULL if error.errno == errno.ENOSPC else f"{error.strerror}."
        raise Stop(f"Could not {what}: {reason}") from error


def keep(what: str, output: str) -> str:
    """Write an output to ``.wangge/logs``; the answer says where it is."""
    log = LOGS / f"{what.replace(' ', '-')}.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(output, encoding="utf-8")
    except OSError as error:
        return f"not kept ({error.strerror})"
    return str(log)


def break_off() -> None:
    """End every breakable program that is still running, and refuse to start another."""
    _breaking_off.set()
    with _guard:
        for process in _running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)


def breaking_off() -> bool:
    """Whether the script is ending before it is done."""
    return _breaking_off.is_set()


def _complete(
    command: Sequence[str | Path],
    cwd: Path | None,
    environment: Mapping[str, str] | None,
    breakable: bool,
) -> tuple[int, str]:
    with _guard:
        if _breaking_off.is_set():
            raise Stop("Broken off.")
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            process_group=0,  # Ctrl-C in the terminal reaches this script only
        )
        if breakable:
            _running.add(process)
    try:
        output, _ = process.communicate()
    finally:
        with _guard:
            _running.discard(process)
    return process.returncode, output
