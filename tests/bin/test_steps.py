"""Steps side by side, programs that are ended, locks: each in a script of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.bin.conftest import Script, begun

_RUN = "import sys, steps\nfrom steps import entry, shell, lock\nfrom steps.failure import Stop\n"


def test_a_step_begins_when_those_it_needs_are_done(script: Script) -> None:
    done = script(
        _RUN
        + """
from steps.side_by_side import Steps
said = []
with Steps() as steps:
    one = steps.begin(lambda: said.append(shell.run(["echo", "one"], what="say")))
    two = steps.begin(lambda: said.append("two"), after=[one])
    steps.begin(lambda: said.append("three"), after=[one, two])
print(said)
"""
    )
    assert done.stdout == "['one\\n', 'two', 'three']\n"


def test_when_one_step_fails_the_others_are_ended(script: Script) -> None:
    done = script(
        _RUN
        + """
from steps.side_by_side import Steps
def main(arguments):
    with Steps() as steps:
        endless = steps.begin(lambda: shell.run(["sleep", "infinity"], what="sleep"))
        steps.begin(lambda: shell.run(["false"], what="do the one thing"))
        steps.begin(lambda: print("never"), after=[endless])
sys.exit(entry.run(main))
"""
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Could not do the one thing. false ended with status 1." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interruption_ends_the_programs(checkout: Path) -> None:
    text = _RUN + (
        "from steps.side_by_side import Steps\n"
        "def main(arguments):\n"
        "    with Steps() as steps:\n"
        "        steps.begin(lambda: shell.run(['sh', '-c', 'echo $$ >pid; sleep infinity'],"
        " what='sleep'))\n"
        "        print('begun', flush=True)\n"
        "sys.exit(entry.run(main))\n"
    )
    with begun(checkout, text) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 130


def test_a_program_that_is_missing_is_a_sentence(script: Script) -> None:
    done = script(
        _RUN + "sys.exit(entry.run(lambda _: shell.run(['no-such-program'], what='do it')))"
    )
    assert done.returncode == 1
    assert done.stderr.strip() == "Could not do it: no-such-program is not there."


def test_a_refusing_lock_names_who_holds_it(script: Script) -> None:
    done = script(
        _RUN
        + """
def main(arguments):
    with lock.held("one"), lock.held("one", refusal="Somebody works"):
        raise AssertionError
sys.exit(entry.run(main))
"""
    )
    assert done.returncode == 1
    assert done.stderr.startswith("\nSomebody works (process ")


def test_a_lock_ends_with_its_holder(checkout: Path, script: Script) -> None:
    text = _RUN + ("with lock.held('one'):\n    print('held', flush=True)\n    sys.stdin.read()\n")
    with begun(checkout, text) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    done = script(_RUN + "with lock.held('one', refusal='taken'):\n    print('mine')")
    assert done.stdout == "mine\n"


def test_a_program_that_ends_by_itself_is_noticed_and_the_other_is_stopped(
    checkout: Path, script: Script
) -> None:
    done = script(
        _RUN
        + """
from steps.processes import Processes
def main(arguments):
    processes = Processes()
    try:
        processes.start("one", ["sh", "-c", "echo $$; exec sleep infinity"], {})
        processes.start("two", ["sh", "-c", "echo sorry $WHY; exit 3"], {"WHY": "indeed"})
        processes.watch()
    finally:
        processes.stop()
sys.exit(entry.run(main))
"""
    )
    assert done.returncode == 1
    assert "The two process ended by itself (status 3)." in done.stderr
    assert "    sorry indeed" in done.stderr
    pid = (checkout / ".wangge/logs/one.log").read_text().strip()
    assert pid == "" or not Path(f"/proc/{pid}").exists()


def test_a_taken_port_is_a_sentence(script: Script) -> None:
    done = script(
        _RUN
        + """
import socket
from steps import web
taken = socket.create_server(("127.0.0.1", 0))
sys.exit(entry.run(lambda _: web.refuse_taken(taken.getsockname()[1])))
"""
    )
    assert done.returncode == 1
    assert "is taken by another program. Choose another: --port " in done.stderr


def test_a_port_that_cannot_be_is_a_sentence(script: Script) -> None:
    done = script(
        _RUN + "from steps import web\nsys.exit(entry.run(lambda _: web.refuse_taken(99999)))"
    )
    assert done.stderr.strip() == "There is no port 99999: choose one from 1024 to 65535."


def test_a_server_in_which_nothing_moves_is_given_up_in_a_sentence(script: Script) -> None:
    done = script(
        _RUN
        + """
import socket
from steps import web
from steps.processes import Processes
with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
def main(arguments):
    processes = Processes()
    processes.start("web", ["sleep", "infinity"], {})
    try:
        web.wait_until_ready(port, processes, still=0.3)
    finally:
        processes.stop()
sys.exit(entry.run(main))
"""
    )
    assert done.returncode == 1
    assert "does not become ready (/readyz answers nothing)" in done.stderr
    assert "Traceback" not in done.stderr


def test_scripts_refuse_in_a_sentence(checkout: Path) -> None:
    for arguments, sentence in (
        (["bin/demo", "--size", "county"], "The demo of a whole county comes later"),
        (["bin/check", "something"], "bin/check takes no arguments"),
    ):
        done = subprocess.run(  # noqa: S603
            [sys.executable, *arguments],
            cwd=checkout,
            env={**os.environ, "HOME": str(checkout)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert sentence in done.stderr
