"""``python -m gridding divide | group | county``: files in, files out, one sentence when refused."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gridding.division import best_plan
from gridding.features import load_json
from gridding.keeping import earlier_numbers
from gridding.message import LANGUAGES, BadInput
from gridding.problem import Problem
from gridding.reading import problem_from
from gridding.search import Budget
from gridding.writing import document_of, write_json

REFUSED = 2
"""Exit status for bad input; nothing has been written then."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except BadInput as refusal:
        print(refusal.message.words(options.language), file=sys.stderr)
        return REFUSED
    return status


def _divide(options: argparse.Namespace) -> int:
    problem = _problem(options)
    plan = best_plan(problem, seed=options.seed, budget=Budget(seconds=options.budget))
    write_json(options.output, document_of(plan, options.language))
    return 0


def _problem(options: argparse.Namespace) -> Problem:
    flags = {"tolerance": options.tolerance, "hamlets": options.hamlets}
    problem = problem_from(load_json(options.input), flags=flags, repair=options.repair)
    if options.keep is not None:
        problem = replace(problem, earlier=earlier_numbers(options.keep))
    return problem


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gridding", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    divide = commands.add_parser("divide", help="divide one village into grids")
    divide.add_argument("input", type=Path, metavar="IN.geojson")
    divide.add_argument("--repair", action="store_true", help="mend what can be mended")
    divide.add_argument("--keep", type=Path, metavar="EARLIER", help="change as little as possible")
    _add_output(divide, "OUT.geojson")
    _add_search(divide)
    divide.set_defaults(run=_divide)
    return parser


def _add_output(parser: argparse.ArgumentParser, name: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=name)
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tolerance", type=float, help="lawful deviation, as 0.1")
    parser.add_argument("--hamlets", choices=("soft", "whole"))
    parser.add_argument("--budget", type=float, metavar="SECONDS", help="CPU seconds of search")
    parser.add_argument("--bound", action="store_true", help="prove a lower bound as well")
