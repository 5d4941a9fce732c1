"""Reporters: no page shows name or phone; tests/leaks/test_reporter.py opens them for a purpose."""

from __future__ import annotations

from collections.abc import Iterator

from tests.leaks.thing import Made, One, Thing, nobody


def _make(made: Made) -> Iterator[One]:
    for key, case in made["case"].items():
        yield One(key, {str(case.ids["name"]): "name", str(case.ids["phone"]): "phone"}, {})


THING = Thing(
    name="reporter",
    models=frozenset({"cases.CaseReporter"}),
    make=_make,
    sees=nobody,
    after=("case",),
)
