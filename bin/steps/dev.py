"""bin/dev: the demo with code reloaded and the front end rebuilt on every change."""

import argparse

from steps import entry, frontend, lock, packages, preparation, project, web
from steps.cluster import DEMO
from steps.console import elapsed, say
from steps.demo import ALREADY
from steps.places import FRONTEND
from steps.processes import Processes, log_of
from steps.side_by_side import Steps


def main(arguments: list[str]) -> int:
    """Set up what is missing, start everything, and stop it again on Ctrl-C."""
    parser = argparse.ArgumentParser(
        prog="bin/dev", description="The demo for developers: reloads, rebuilds, shows errors."
    )
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (8000)")
    port = parser.parse_args(arguments).port
    with lock.held("demo", refusal=ALREADY):
        web.refuse_taken(port)
        processes = Processes()
        try:
            _prepare()
            _start(processes, port)
            web.wait_until_ready(port, processes)
            say(f"Ready after {elapsed():.0f} s: http://{web.HOST}:{port}/")
            say(f"Logs: {log_of('web')}, {log_of('worker')}, {log_of('vite')}. Ctrl-C stops all.")
            processes.watch()
        finally:
            entry.ignore_signals()
            processes.stop()
            DEMO.stop()
    return 0


def _prepare() -> None:
    with Steps() as steps:
        system, python = preparation.begin(steps, packages.DEMO)
        database = steps.begin(project.provide_database, after=[system])
        tables = steps.begin(project.migrate, after=[database, python])
        steps.begin(lambda: project.load_demo("small"), after=[tables])


def _start(processes: Processes, port: int) -> None:
    debugging = {"WANGGE_DEBUG": "1"}
    processes.start(
        "web",
        [*project.COMMAND, "runserver", f"{web.HOST}:{port}"],
        {**project.environment("web"), **debugging},
    )
    processes.start("worker", project.WORKER, {**project.environment("worker"), **debugging})
    processes.start(
        "vite",
        frontend.npm_command("run", "build", "--", "--watch"),
        frontend.npm_environment(),
        cwd=FRONTEND,
    )
