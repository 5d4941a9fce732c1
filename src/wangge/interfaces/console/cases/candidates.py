"""What may be chosen with a move: units, posts, levels, categories, places – only lawful ones.

The page offers them, and the form must send back one of them: an invented id gets the same answer
as one that never existed. Whether the choice fits the rest of the form is up to the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID

from wangge.access.actor import Actor
from wangge.interfaces.web.components.shapes import Option, Words
from wangge.lib.area_code import Level, contains
from wangge.lib.message import Message
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.queries import units as register
from wangge.registers.organisations.queries.holders import holders
from wangge.registers.organisations.rules.lines import CENTRES, TOWNSHIP_GOVERNMENT
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID, OF_THE_PLATFORM, PostKind
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.models import Case, CaseParticipant
from wangge.work.cases.rules.categories import categories, groups
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.lawful import LawfulMove
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.routing import departments_to_ask
from wangge.work.cases.rules.states import CLOSING_BY_HANDLER, ClosingType, State, level_below


@dataclass(frozen=True, slots=True)
class Question:
    """A lawful move that somebody is about to make: all choices depend on it.

    `category` is the one chosen on the form as sent, at first the case's own.
    """

    case: Case
    facts: CaseFacts
    lawful: LawfulMove
    actor: Actor
    law: Law
    at: datetime
    category: str

    @property
    def move(self) -> MoveCode:
        return self.lawful.move


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may be chosen, what is proposed, and why."""

    options: tuple[Option, ...]
    preset: tuple[str, ...] = ()
    reason: Words = ""


def lead_units(question: Question) -> Candidates:
    """The one unit a move names: who leads, decides, or is addressed."""
    return _LEADS[question.move](question)


def assisting_units(question: Question) -> Candidates:
    """Units of the case's own level; those the routing names come first, none is preset."""
    route = question.law.routing.route(question.category, question.facts.level)
    units = _of_level(units_over(question.facts), question.facts.level)
    return Candidates(_grouped(units, route.assist if route else ()))


def departments(question: Question) -> Candidates:
    """Units of the county; first those above the offices that sent the case back, then the routed ones."""
    units = units_over(question.facts)
    sent_back = Unit.objects.filter(pk__in=question.facts.sent_back_by)
    kinds = sent_back.values_list("kind", flat=True)
    asked = departments_to_ask(question.category, kinds, question.law.routing)
    ordered = _first(_of_level(units, Level.COUNTY), asked)
    return Candidates(_grouped(ordered, asked), preset=_preset(ordered, asked[:1]))


_FEW: Final = 8
"""Up to this many units are shown unfolded."""


def _grouped(units: Sequence[Unit], proposed: Sequence[str]) -> tuple[Option, ...]:
    """Units of the kinds proposed first; where there are many, the others are folded away."""
    ordered = _first(units, proposed)
    options = _options(ordered)
    if len(options) <= _FEW:
        return options
    others = Message("console.units_others" if proposed else "console.units_all")
    return tuple(
        option if unit.kind in proposed else replace(option, group=others)
        for unit, option in zip(ordered, options, strict=True)
    )


def units_over(facts: CaseFacts) -> list[Unit]:
    """Every unit that answers for the place, except those complained about."""
    over = register.units_over(facts.area_code)
    return [unit for unit in over if unit.pk not in facts.barred_units]


def _dispatched(question: Question) -> Candidates:
    units = _of_level(units_over(question.facts), question.facts.level)
    return _routed(question, units)


def _assigned(question: Question) -> Candidates:
    """Units of the case's own level, and of the level below where a routing row leads there."""
    level, units = question.facts.level, units_over(question.facts)
    chosen = _of_level(units, level)
    below = level_below(level)
    if below is not None and question.law.routing.route(question.category, below) is not None:
        chosen += _of_level(units, below)
    return _routed(question, chosen)


def _addressed(question: Question) -> Candidates:
    """The responsible unit, then those that take part or see the case because of their function."""
    facts = question.facts
    seen_by = {facts.responsible.unit_id} | set(
        CaseParticipant.objects.filter(case=question.case, ends_at=None).values_list(
            "unit_id", flat=True
        )
    )
    offices = () if facts.restricted else (*CENTRES.values(), TOWNSHIP_GOVERNMENT)
    units = [unit for unit in units_over(facts) if unit.pk in seen_by or unit.kind in offices]
    ordered = sorted(units, key=lambda unit: unit.pk != facts.responsible.unit_id)
    preset = tuple(str(unit.pk) for unit in ordered if unit.pk == facts.responsible.unit_id)
    return Candidates(_options(ordered), preset=preset)


_LEADS: Final = MappingProxyType[MoveCode, Callable[[Question], Candidates]](
    {
        MoveCode.DISPATCH: _dispatched,
        MoveCode.ASSIGN: _assigned,
        MoveCode.DECIDE: _assigned,
        MoveCode.SUPERVISE: _addressed,
        MoveCode.INSTRUCT: _addressed,
    }
)


def _routed(question: Question, units: Sequence[Unit]) -> Candidates:
    """The unit of the routing row first and preset, with the row's explanation."""
    route = question.law.routing.route(question.category, question.facts.level)
    if route is None:
        return Candidates(_options(units))
    ordered = _first(units, (route.lead, *route.assist))
    return Candidates(_options(ordered), _preset(ordered, (route.lead,)), route.reason)


def _of_level(units: Iterable[Unit], level: Level) -> list[Unit]:
    return [unit for unit in units if unit_kind(unit.kind).level is level]


def _first(units: Sequence[Unit], kinds: Sequence[str]) -> list[Unit]:
    """The units of these kinds before the others, in the order of the kinds."""
    return sorted(
        units, key=lambda unit: kinds.index(unit.kind) if unit.kind in kinds else len(kinds)
    )


def _options(units: Iterable[Unit]) -> tuple[Option, ...]:
    return tuple(Option(str(unit.pk), unit_kind(unit.kind).words) for unit in units)


def _preset(units: Iterable[Unit], kinds: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(unit.pk) for unit in units if unit.kind in kinds)


def posts(question: Question) -> Candidates:
    """The other posts of the responsible unit; of posts in grids only those where the case is."""
    facts = question.facts
    rows = (
        Post.objects.filter(unit=facts.responsible.unit_id, valid_to=None)
        .exclude(kind__in=[kind.value for kind in OF_THE_PLATFORM])
        .exclude(pk=facts.holder)
        .select_related("area")
        .order_by("kind", "area_id")
    )
    near = [post for post in rows if _is_near(post, facts.area_code)]
    names = holders([post.pk for post in near], county_day(question.at))
    found = [post for post in near if post.kind != PostKind.GRID_DEPUTY or post.pk in names]
    return Candidates(tuple(Option(str(post.pk), _post_words(post, names)) for post in found))


def _is_near(post: Post, place: str) -> bool:
    area = str(post.area_id)
    near = contains(area, place) or contains(place, area)
    return post.kind not in OF_A_GRID or near


def _post_words(post: Post, names: dict[UUID, list[str]]) -> Message:
    kind = PostKind(post.kind).words
    of_grid = post.kind in OF_A_GRID
    grid = grid_words(post.area.name) if of_grid else ""
    what = Message("console.post_of_grid", post=kind, grid=grid) if of_grid else kind
    holding = tuple(names.get(post.pk, ()))
    if not holding:
        return Message("console.post_vacant", post=what)
    return Message("console.post_held", post=what, names=holding)


def levels(question: Question) -> Candidates:
    """Levels at which somebody handles the category; the category's own is preset."""
    routed = question.law.routing.levels(question.category)
    own = categories()[question.category].default_level
    return Candidates(
        tuple(Option(level.name.lower(), level.words) for level in routed),
        preset=(own.name.lower(),),
    )


def all_categories(question: Question) -> Candidates:
    """Every category under its group; without the case's own where it is to be changed."""
    facts = question.facts
    changing = question.move is MoveCode.RECLASSIFY
    chosen = [
        each
        for each in categories().values()
        if not changing
        or (
            each.code != facts.category_code
            and (facts.state is State.SUBMITTED or not each.is_only_thanked)
        )
    ]
    preset = () if changing else (facts.category_code,)
    return Candidates(
        tuple(
            Option(
                each.code,
                Message(
                    "console.category_of", group=groups()[each.group].words, category=each.words
                ),
            )
            for each in chosen
        ),
        preset,
    )


def closings(question: Question) -> Candidates:
    """Ways to end a case; a decision of the villagers only where a village has the case."""
    village = question.facts.level is Level.VILLAGE
    kinds = (
        kind for kind in CLOSING_BY_HANDLER if village or kind is not ClosingType.VILLAGE_DECISION
    )
    return Candidates(tuple(Option(kind.value, kind.words) for kind in kinds))
