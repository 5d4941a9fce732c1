"""bin/demo: from a fresh checkout to a running platform with an invented county."""

import argparse
import shutil

from steps import entry, lock, packages, preparation, project, web
from steps.cluster import DEMO
from steps.console import elapsed, say
from steps.failure import Stop
from steps.places import FILES
from steps.processes import Processes
from steps.side_by_side import Steps

ALREADY = "bin/demo or bin/dev already runs in this checkout: use it, or stop it first"


def main(arguments: list[str]) -> int:
    """Set up what is missing, start everything, and stop it again on Ctrl-C."""
    options = _options(arguments)
    if options.size == "county":
        raise Stop("The demo of a whole county comes later: use --size small.", status=2)
    with lock.held("demo", refusal=ALREADY):
        web.refuse_taken(options.port)
        processes = Processes()
        try:
            _prepare(options)
            processes.start("web", web.command(options.port), project.environment("web"))
            processes.start("worker", project.WORKER, project.environment("worker"))
            web.wait_until_ready(options.port, processes)
            say(f"Ready after {elapsed():.0f} s: http://{web.HOST}:{options.port}/")
            say("Ctrl-C stops it.")
            processes.watch()
        finally:
            entry.ignore_signals()
            processes.stop()
            DEMO.stop()
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/demo", description="Start wangge with an invented county."
    )
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (8000)")
    parser.add_argument(
        "--reset", action="store_true", help="begin with a new database and no uploaded files"
    )
    parser.add_argument("--size", choices=("small", "county"), default="small")
    return parser.parse_args(arguments)


def _prepare(options: argparse.Namespace) -> None:
    with Steps() as steps:
        system, python = preparation.begin(steps, packages.DEMO)
        database = steps.begin(lambda: _database(reset=options.reset), after=[system])
        steps.begin(lambda: _contents(options.size), after=[database, python])


def _database(*, reset: bool) -> None:
    if reset:
        say("Dropping the demo's database and its files")
        project.drop_database()
        shutil.rmtree(FILES, ignore_errors=True)
    project.provide_database()


def _contents(size: str) -> None:
    project.migrate()
    project.load_demo(size)
