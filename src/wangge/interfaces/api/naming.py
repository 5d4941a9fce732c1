"""What a program names in a move must be there for that case, as if a page had offered it.

A page offers only what fits; a program can name anything, so what it names is looked up here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from wangge.access.actor import Actor
from wangge.interfaces.api.asked import NewMove
from wangge.lib.area_code import contains
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.organisations.models import Post, Unit
from wangge.work.cases import queries as cases
from wangge.work.cases.models import Case
from wangge.work.cases.rules.states import State
from wangge.work.cases.storing import facts_of

_APART = {"move", "stage", "version", "main_case"}


def said_with(made: NewMove, case: Case, by: Actor) -> dict[str, Any]:
    """What is said with a move, by need. Refused (422) where it names what is not there."""
    wrong = dict(_missing(made, case))
    said = made.model_dump(mode="json", exclude=_APART, exclude_none=True)
    if made.main_case is not None:
        main = _main_case(made.main_case, by)
        if main is None:
            wrong["main_case"] = Message("api.wrong.no_open_case")
        said["main_case"] = str(main)
    if wrong:
        raise Refusal.invalid(wrong)
    return said


def _missing(made: NewMove, case: Case) -> Iterator[tuple[str, Message]]:
    if made.area is not None and not areas.names_of([made.area]):
        yield "area", Message("api.wrong.no_such_place")
    if made.post is not None and not _is_of_unit(made.post, case):
        yield "post", Message("api.wrong.no_such_post")
    units = {
        "unit": [made.unit] if made.unit else [],
        "assisting": made.assisting or [],
        "departments": made.departments or [],
    }
    there = _units_over(case, {each for named in units.values() for each in named})
    for need, named in units.items():
        if not there.issuperset(named):
            yield need, Message("api.wrong.no_such_unit")


def _is_of_unit(post_id: UUID, case: Case) -> bool:
    """A case is handed on within the unit it lies with."""
    posts = Post.objects.filter(pk=post_id, unit=case.responsible_unit_id, valid_to=None)
    return posts.exists()


def _units_over(case: Case, named: set[UUID]) -> set[UUID]:
    """Those of the named units that are current, answer for the place and are not complained of."""
    found = Unit.objects.filter(pk__in=named, valid_to=None) if named else ()
    barred = facts_of(case).barred_units
    return {
        unit.pk
        for unit in found
        if unit.pk not in barred and contains(unit.area_id, case.area_code)
    }


def _main_case(number: str, by: Actor) -> UUID | None:
    """Another open case in sight; one that was merged itself is none to merge into."""
    main = cases.visible(by).open().filter(number=number).exclude(state=State.MERGED.value)
    return main.values_list("pk", flat=True).first()
