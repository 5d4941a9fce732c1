"""``python -m gridding divide | group | county``: files in, files out, one sentence when refused."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gridding.bound import bound_of
from gridding.county import Errand, errands_of, executor_for, run_county, summary
from gridding.division import best_plan
from gridding.features import load_json
from gridding.grouping import grouped
from gridding.keeping import earlier_numbers
from gridding.message import LANGUAGES, BadInput
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
    problem = problem_from(load_json(options.input), flags=_flags(options), repair=options.repair)
    if options.keep is not None:
        problem = replace(problem, earlier=earlier_numbers(options.keep))
    plan = best_plan(problem, seed=options.seed, budget=Budget(seconds=options.budget))
    if options.bound:
        plan = plan.with_bound(bound_of(plan))
    write_json(options.output, document_of(plan, options.language))
    return 0


def _group(options: argparse.Namespace) -> int:
    document = grouped(load_json(options.input), seed=options.seed, language=options.language)
    write_json(options.output, document)
    return 0


def _county(options: argparse.Namespace) -> int:
    template = Errand(
        source=options.input,
        target=options.output,
        seed=options.seed,
        budget=Budget(seconds=options.budget),
        flags=_flags(options),
        repair=options.repair,
        bound=options.bound,
        language=options.language,
    )
    errands = errands_of(options.input, options.output, template)
    with executor_for(options.workers, options.dask) as executor:
        rows = run_county(errands, executor, sys.stderr)
    print(summary(rows, options.language))
    return REFUSED if any(row.refused for row in rows) else 0


def _flags(options: argparse.Namespace) -> dict[str, object]:
    return {"tolerance": options.tolerance, "hamlets": options.hamlets}


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

    group = commands.add_parser("group", help="join grids into groups with members enough")
    group.add_argument("input", type=Path, metavar="IN.json")
    group.add_argument("--seed", type=int, default=0)
    _add_output(group, "OUT.json")
    group.set_defaults(run=_group)

    county = commands.add_parser("county", help="divide a folder of villages, one file each")
    county.add_argument("input", type=Path, metavar="IN_DIR")
    county.add_argument("--repair", action="store_true", help="mend what can be mended")
    where = county.add_mutually_exclusive_group()
    where.add_argument("--workers", type=_workers, default=os.cpu_count() or 1, metavar="N")
    where.add_argument("--dask", metavar="ADDRESS", help="scheduler of a Dask cluster")
    _add_output(county, "OUT_DIR")
    _add_search(county)
    county.set_defaults(run=_county)
    return parser


def _workers(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


def _add_output(parser: argparse.ArgumentParser, name: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=name)
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tolerance", type=float, help="lawful deviation, as 0.1")
    parser.add_argument("--hamlets", choices=("soft", "whole"))
    parser.add_argument("--budget", type=float, metavar="SECONDS", help="CPU seconds of search")
    parser.add_argument("--bound", action="store_true", help="prove a lower bound as well")
