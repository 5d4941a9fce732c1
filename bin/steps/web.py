"""The address of the web process: whether it is free, and whether it answers."""

import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

from steps.failure import Stop
from steps.places import PYTHON
from steps.processes import Processes

HOST = "127.0.0.1"
_NOTHING = "nothing"
_STILL = 60.0  # seconds in which nothing moves: it will not become ready by itself
_LONGEST = 900.0  # seconds after which a program that moves all the time is no longer believed


def command(port: int, *, workers: int = 1, threads: int = 4) -> list[str | Path]:
    """How the web process is started."""
    return [
        *(PYTHON, "-m", "granian"),
        *("--interface", "wsgi", "--host", HOST, "--port", str(port)),
        # A thread keeps its database connection, so threads are few and live long.
        *("--workers", str(workers), "--blocking-threads", str(threads)),
        *("--blocking-threads-idle-timeout", "600"),
        "wangge.config.wsgi:application",
    ]


def refuse_taken(port: int) -> None:
    """Raise ``Stop`` if another program listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OverflowError as error:
            raise Stop(f"There is no port {port}: choose one from 1024 to 65535.") from error
        except PermissionError as error:
            raise Stop(
                "Ports below 1024 are for root only: choose one with --port 8000."
            ) from error
        except OSError as error:
            raise Stop(
                f"Port {port} is taken by another program. Choose another: --port {port + 1}"
            ) from error


def wait_until_ready(port: int, processes: Processes, *, still: float = _STILL) -> None:
    """Wait until ``/readyz`` answers 200; raise ``Stop`` if a process ends or nothing moves.

    A slow machine is no fault: as long as the programs work or their answer changes, it goes on.
    `still` is for how many seconds nothing may move.
    """
    begun = stirred = time.monotonic()
    before: object = None
    while (now := time.monotonic()) - stirred < still and now - begun < _LONGEST:
        processes.complain_if_ended()
        answer = _readiness(port)
        if answer == "200":
            return
        # Once it answers, answering us takes processor time of its own: only the answer counts.
        after = answer if answer != _NOTHING else processes.traces()
        if after != before:
            before, stirred = after, now
        time.sleep(0.1)
    raise Stop(
        f"The web process runs but does not become ready (/readyz answers {answer})."
        " Its log is .wangge/logs/web.log; `.venv/bin/wangge doctor` says what is missing."
    )


def _readiness(port: int) -> str:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/readyz", timeout=5) as response:
            return str(response.status)
    except urllib.error.HTTPError as error:
        return f"{error.code}: {error.read(300).decode(errors='replace')}"
    except OSError:
        return _NOTHING
