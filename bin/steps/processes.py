"""Long-running programs: each in a process group of its own, all ended together."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from steps.causes import advice, tail
from steps.console import say
from steps.failure import Stop
from steps.places import LOGS, ROOT

_PATIENCE = 15.0  # seconds to end by itself: a worker finishes the job in hand


class Processes:
    """Starts programs, notices when one ends by itself, stops what is left."""

    def __init__(self) -> None:
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(
        self,
        name: str,
        command: Sequence[str | Path],
        environment: Mapping[str, str],
        *,
        cwd: Path = ROOT,
    ) -> None:
        """Start a program; what it says goes to ``.wangge/logs/<name>.log``."""
        LOGS.mkdir(parents=True, exist_ok=True)
        with log_of(name).open("wb") as log:
            self._running[name] = subprocess.Popen(
                # If this script is killed outright, the kernel ends its programs too.
                ["setpriv", "--pdeathsig", "TERM", *map(str, command)],
                cwd=cwd,
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                process_group=0,
            )

    def complain_if_ended(self) -> None:
        """Raise ``Stop`` with the last lines of its log if one of them has ended."""
        for name, process in self._running.items():
            if process.poll() is not None:
                said = log_of(name).read_text(errors="replace")
                cause = advice(said) or ""
                raise Stop(
                    f"The {name} process ended by itself (status {process.returncode}). {cause}\n"
                    f"{tail(said)}\n  All of it: {log_of(name)}"
                )

    def traces(self) -> tuple[int, ...]:
        """What changes while the programs do something: processor ticks taken and bytes logged."""
        return tuple(
            trace
            for name, process in self._running.items()
            for trace in (_ticks(process.pid), log_of(name).stat().st_size)
        )

    def watch(self) -> None:
        """Wait until one of them ends by itself, then say so by raising ``Stop``."""
        while True:
            self.complain_if_ended()
            time.sleep(0.5)

    def stop(self) -> None:
        """End all of them, politely first."""
        for name, process in self._running.items():
            if process.poll() is None:
                say(f"Stopping {name}")
                _signal_group(process, signal.SIGTERM)
        deadline = time.monotonic() + _PATIENCE
        for process in self._running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
            _signal_group(process, signal.SIGKILL)
            process.wait()
        self._running.clear()


def log_of(name: str) -> Path:
    """Where a program's output goes."""
    return LOGS / f"{name}.log"


def _ticks(process: int) -> int:
    """Processor time of a program and of the children it waited for, in ticks of the kernel."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(errors="replace")
    except FileNotFoundError:
        return 0
    return sum(map(int, stat.rpartition(")")[2].split()[11:15]))


def _signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)
