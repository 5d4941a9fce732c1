"""``gridding county``: a folder of villages, one file each, divided side by side."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TextIO

from gridding.bound import bound_of
from gridding.division import best_plan
from gridding.features import load_json
from gridding.many import streamed
from gridding.message import BadInput, Message, message
from gridding.reading import problem_from
from gridding.search import Budget
from gridding.writing import document_of, write_json

BAR = 40
"""Width of the progress bar in characters."""


@dataclass(frozen=True)
class Errand:
    """One village to be read, divided and written by a worker."""

    source: Path
    target: Path
    seed: int
    budget: Budget
    flags: Mapping[str, Any]
    repair: bool
    bound: bool
    language: str


@dataclass(frozen=True)
class Row:
    """What the summary says of one village; ``refused`` where its file was bad."""

    village: str
    report: Mapping[str, Any]
    reused: bool = False
    refused: Message | None = None


def run_errand(errand: Errand) -> Row:
    """Divide one village, unless the target already holds the answer to the same question."""
    village = errand.source.stem
    try:
        problem = problem_from(load_json(errand.source), flags=errand.flags, repair=errand.repair)
        held = _held(errand.target)
        if held.get("key") == problem.key(errand.seed) and not held.get("stopped_early"):
            return Row(village, held, reused=True)
        plan = best_plan(problem, seed=errand.seed, budget=errand.budget)
        if errand.bound:
            plan = plan.with_bound(bound_of(plan))
        document = document_of(plan, errand.language)
        write_json(errand.target, document)
    except BadInput as refusal:
        return Row(village, {}, refused=refusal.message)
    return Row(village, document["report"])


def errands_of(folder: Path, out: Path, template: Errand) -> list[Errand]:
    """One errand for every ``.geojson`` file of a folder. Raises :class:`BadInput` if none."""
    sources = sorted(folder.glob("*.geojson"))
    if not sources:
        raise BadInput("input.no_villages", file=str(folder))
    out.mkdir(parents=True, exist_ok=True)
    facts = vars(template)
    return [
        Errand(**(facts | {"source": source, "target": out / source.name})) for source in sources
    ]


def run_county(errands: list[Errand], executor: Executor, progress: TextIO) -> list[Row]:
    """All villages on ``executor``, with a progress bar; rows in the order of the files."""
    rows: dict[Path, Row] = {}
    for errand, future in streamed(executor, run_errand, errands):
        rows[errand.source] = future.result()
        filled = BAR * len(rows) // len(errands)
        bar = "#" * filled + "." * (BAR - filled)
        progress.write(f"\r[{bar}] {len(rows)}/{len(errands)}")
        progress.flush()
    progress.write("\n")
    return [rows[errand.source] for errand in errands]


@contextmanager
def executor_for(workers: int, dask: str | None) -> Iterator[Executor]:
    """A process pool, or the executor of a Dask cluster at an address."""
    if dask is None:
        # Forking a process that has threads may hang; a fresh one loads the kernel from its cache.
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield pool
        return
    try:
        # Dask is no requirement of the engine: a machine with a cluster has it installed.
        distributed = import_module("dask.distributed")
    except ImportError as error:
        raise BadInput("county.no_dask", address=dask) from error
    with distributed.Client(dask) as client, client.get_executor() as pool:
        yield pool


def summary(rows: list[Row], language: str) -> str:
    """A table with one line a village, then the refusals and the totals."""
    columns = ("village", "households", "k", "F", "max_deviation", "feasible", "seconds")
    lines = [[message(f"county.{column}").words(language) for column in columns]]
    for row in rows:
        if row.refused is not None:
            continue
        report = row.report
        lines.append(
            [
                row.village,
                str(report["households"]),
                str(report["k"]),
                f"{report['F']:.4g}",
                f"{report['max_deviation']:.1%}",
                message("county.yes" if report["feasible"] else "county.no").words(language),
                message("county.reused").words(language)
                if row.reused
                else f"{report['seconds']:.2f}",
            ]
        )
    widths = [max(_width(line[c]) for line in lines) for c in range(len(columns))]
    said = [
        "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    said.extend(
        message("county.failed", village=row.village, fault=row.refused).words(language)
        for row in rows
        if row.refused is not None
    )
    done = [row for row in rows if row.refused is None]
    said.append(
        message(
            "county.total",
            villages=len(rows),
            divided=len(done),
            grids=sum(row.report["k"] for row in done),
            feasible=sum(bool(row.report["feasible"]) for row in done),
            households=sum(row.report["households"] for row in done),
        ).words(language)
    )
    return "\n".join(said)


def _held(target: Path) -> Mapping[str, Any]:
    """The report of an earlier answer, empty where there is none that can be read."""
    try:
        report = json.loads(target.read_text(encoding="utf-8"))["report"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return report if isinstance(report, dict) else {}


def _width(text: str) -> int:
    """Columns of a terminal that a text takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
