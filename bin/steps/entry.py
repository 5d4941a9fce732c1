"""How every script begins and ends: old Pythons, signals, failures in one sentence."""

import signal
import sys
from collections.abc import Callable
from types import FrameType

from steps import shell
from steps.causes import advice
from steps.console import complain
from steps.failure import Stop

_BROKEN_OFF = 130


def run(main: Callable[[list[str]], int]) -> int:
    """Call a script's ``main`` with its arguments; the answer is the exit status."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        return main(sys.argv[1:])
    except Stop as stop:
        complain(f"\n{stop}")
        return stop.status
    except KeyboardInterrupt as interruption:
        complain(f"Stopped ({interruption}).")
        return _BROKEN_OFF
    except OSError as error:
        reason = error.strerror or str(error)
        complain(f"\n{reason}: {error.filename or 'no file named'}. {advice(reason) or ''}")
        return 1


def ignore_signals() -> None:
    """From here on the script is ending: a second Ctrl-C must not leave half of it running."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    # Here and not where the exception is caught: it may come where nothing catches it in time.
    shell.break_off()
    raise KeyboardInterrupt(signal.Signals(number).name)
