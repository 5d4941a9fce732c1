"""The facts of a case, read from the JSON in its row: the form in which they are stored.

The names of the fields are that form. A class may move or be renamed; a field may not, unless a
migration rewrites what is stored.
"""

from functools import cache

from pydantic import TypeAdapter

from wangge.work.cases.models import Case
from wangge.work.cases.rules.facts import CaseFacts


@cache
def _codec() -> TypeAdapter[CaseFacts]:
    return TypeAdapter(CaseFacts)


def facts_of(case: Case) -> CaseFacts:
    """The case as the law sees it."""
    return _codec().validate_python(case.facts)


def as_stored(facts: CaseFacts) -> object:
    """Plain JSON values of the facts."""
    return _codec().dump_python(facts, mode="json")
