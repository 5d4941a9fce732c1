"""What every script needs before its own work: Debian packages, Python, the front end."""

import shutil
from collections.abc import Sequence
from concurrent.futures import Future

from steps import environment, frontend, packages
from steps.causes import DISK_FULL
from steps.failure import Stop
from steps.packages import Need
from steps.places import PYTHON, ROOT
from steps.side_by_side import Step, Steps

_GIGABYTE = 1024**3


def begin(
    steps: Steps, needs: Sequence[Need], *, front_end: Step = frontend.ensure
) -> tuple[Future[None], Future[None]]:
    """Begin everything; the answer is what to wait for: Debian's packages, then Python's."""
    _refuse_full_disk()
    missing = packages.missing(needs)
    packages.ask_for_rights(missing)
    system = steps.begin(lambda: packages.install(missing))
    python = steps.begin(environment.ensure, after=[system] if missing else [])
    # Without a Node of the machine's own, one is installed with the tools of the environment.
    steps.begin(front_end, after=[] if frontend.on_this_machine() else [python])
    return system, python


def _refuse_full_disk() -> None:
    needed = _GIGABYTE // 4 if PYTHON.exists() else 3 * _GIGABYTE
    if shutil.disk_usage(ROOT).free < needed:
        raise Stop(DISK_FULL)
