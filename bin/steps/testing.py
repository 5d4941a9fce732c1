"""bin/test: sets up everything, runs the checks, then every test; its exit status is honest."""

import argparse
import contextlib
import os
import signal
import subprocess
import threading
import time

from steps import checks, engine, entry, lock, packages, preparation, shell
from steps.cluster import TEST
from steps.console import complain, elapsed, say
from steps.places import PYTHON, ROOT, STATE
from steps.side_by_side import Steps

_WARN_MINUTES = 25
_KILL_MINUTES = 75
# Where a pytest that is started by hand finds the cluster.
_ADDRESS = STATE / "pg-test.url"


def main(arguments: list[str]) -> int:
    """Set up, check, test. Arguments that are not its own go to pytest."""
    options, for_pytest = _options(arguments)
    if options.cluster_only:
        packages.install(packages.missing(packages.DATABASE))
        _start_cluster()
        return _left_running()
    with Steps() as steps:
        _, python = preparation.begin(steps, packages.TESTS)
        steps.begin(engine.load_loops, after=[python])
    with lock.held("test", refusal="bin/test already runs in this checkout: wait for it"):
        ours = _start_cluster()
        if options.setup_only:
            return _left_running()
        try:
            return _run(for_pytest)
        finally:
            entry.ignore_signals()
            if ours:
                _ADDRESS.unlink(missing_ok=True)
                TEST.stop()


def _options(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="bin/test",
        description="Run the checks and all tests. Other arguments go to pytest.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--setup-only",
        action="store_true",
        help="install everything and leave the test database running, for .venv/bin/pytest",
    )
    parser.add_argument(
        "--cluster-only", action="store_true", help="only start the test database and leave it"
    )
    return parser.parse_known_args(arguments)


def _start_cluster() -> bool:
    """Start the test cluster; says whether it was down before."""
    started = TEST.start()
    _ADDRESS.write_text(f"{TEST.admin_url}\n")
    return started


def _left_running() -> int:
    say("The test database runs and stays: .venv/bin/pytest finds it by itself.")
    return 0


def _run(for_pytest: list[str]) -> int:
    statuses = [checks.run_all(), _pytest(for_pytest)]
    minutes = elapsed() / 60
    say(f"Everything took {minutes:.1f} minutes")
    if minutes > _WARN_MINUTES:
        complain(f"That is more than {_WARN_MINUTES} minutes: look at the slowest tests above.")
    return max(statuses)


def _pytest(arguments: list[str]) -> int:
    """Run pytest on the terminal; its own exit status, or 1 when the time is up."""
    tests = subprocess.Popen(
        [str(PYTHON), "-m", "pytest", "-n", "2", "--dist", "loadgroup", *arguments],
        cwd=ROOT,
        env={**os.environ, "WANGGE_CLUSTER": TEST.admin_url},
        stdin=subprocess.DEVNULL,
        process_group=0,
    )
    overdue = threading.Timer(_KILL_MINUTES * 60 - elapsed(), _kill, [tests])
    overdue.start()
    try:
        while (status := tests.poll()) is None:
            time.sleep(0.2)
    except BaseException:
        _kill(tests)
        raise
    finally:
        overdue.cancel()
    if status < 0:
        complain(f"pytest was ended by signal {-status}; the limit is {_KILL_MINUTES} minutes.")
        return 1
    return status


def _kill(tests: subprocess.Popen[bytes]) -> None:
    shell.break_off()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(tests.pid, signal.SIGKILL)
