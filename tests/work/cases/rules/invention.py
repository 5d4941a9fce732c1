"""Invented cases, people and answers for the properties of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from tests.work.calendar import CALENDAR, MONDAY, instants
from tests.work.cases.rules.county import (
    COUNTY,
    FAR_VILLAGE,
    GRID,
    NEXT_GRID,
    TOWNSHIP,
    VILLAGE,
    everybody,
    named,
    reported,
    unit,
)
from wangge.lib.area_code import Level, contains
from wangge.registers.organisations.rules.held import PostFacts, UnitFacts
from wangge.registers.organisations.rules.post_kinds import post_kinds_of
from wangge.registers.organisations.rules.unit_kinds import unit_kinds
from wangge.work.cases.rules.acts import needs_of, offers_of
from wangge.work.cases.rules.categories import categories
from wangge.work.cases.rules.facts import (
    CaseFacts,
    Chair,
    Clock,
    Reporter,
    Request,
    TaskFacts,
    TaskKind,
)
from wangge.work.cases.rules.limits import term_rules
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Given, Need
from wangge.work.cases.rules.routing import seed_routing
from wangge.work.cases.rules.states import (
    CASE_LEVELS,
    CLOSING_BY_HANDLER,
    Card,
    Channel,
    ClosingType,
    Rating,
    Scale,
    State,
)

PLACES = (GRID, NEXT_GRID, VILLAGE, f"{FAR_VILLAGE}001", TOWNSHIP, COUNTY)

codes_of_categories = st.sampled_from(sorted(categories()))
places = st.sampled_from(PLACES)
chairs = st.one_of(
    st.sampled_from(everybody()),
    st.just(Reporter()),
    st.just(Reporter(named("person", "reporter"))),
    st.just(Clock()),
)


@st.composite
def cases(draw: st.DrawFn) -> CaseFacts:
    """Any case at all, likely or not: the law has to answer for each."""
    begun = reported(draw(codes_of_categories), draw(places))
    here = units_near(begun.area_code)
    responsible = draw(st.sampled_from(here))
    posts = [each for each in everybody() if each.unit == responsible]
    someone = draw(st.sampled_from(posts))
    others = st.sampled_from(here)
    rule = draw(st.sampled_from(list(term_rules().values())))
    running = rule.allowance(responsible.level).from_instant(draw(instants), CALENDAR)
    return replace(
        begun,
        state=draw(st.sampled_from(State)),
        level=responsible.level,
        restricted=begun.restricted or draw(st.booleans()),
        barred_units=draw(st.frozensets(others.map(lambda each: each.unit_id), max_size=2)),
        reporter_reachable=draw(st.booleans()),
        responsible=responsible,
        responsible_post_id=someone.post_id,
        holder_post_id=draw(st.none() | st.just(someone.post_id)),
        handled_by_posts=frozenset(draw(st.sets(st.sampled_from(posts).map(_post_id)))),
        handled_by_persons=frozenset(draw(st.sets(st.sampled_from(posts).map(_person_id)))),
        sender=draw(st.none() | others),
        came_from_above=draw(st.booleans()),
        tasks=tuple(draw(st.lists(others.flatmap(_tasks), max_size=2))),
        request=draw(st.none() | _requests(someone)),
        term=draw(st.none() | st.just(running)),
        rest=draw(st.none() | st.just(running.allowance)),
        send_back_until=draw(st.none() | instants),
        sent_back_by=draw(st.frozensets(others.map(lambda each: each.unit_id), max_size=2)),
        decided=draw(st.booleans()),
        extensions=draw(st.integers(0, 2)),
        questions=draw(st.integers(0, 3)),
        has_after_photo=draw(st.booleans()),
        closing=draw(st.none() | st.sampled_from(ClosingType)),
        has_receipt=draw(st.booleans()),
        closed_at=draw(st.none() | instants),
        reopened=draw(st.integers(0, 2)),
        rated=draw(st.booleans()),
    )


def _post_id(post: PostFacts) -> object:
    return post.post_id


def _person_id(post: PostFacts) -> object:
    return post.person_id


def _tasks(its_unit: UnitFacts) -> st.SearchStrategy[TaskFacts]:
    name = named("task", str(its_unit.unit_id))
    return st.builds(
        TaskFacts, st.just(name), st.sampled_from(TaskKind), st.just(its_unit), instants
    )


def _requests(post: PostFacts) -> st.SearchStrategy[Request]:
    codes = st.sampled_from([MoveCode.EXTEND, MoveCode.SUSPEND, MoveCode.ESCALATE])
    return st.builds(
        Request,
        codes,
        st.just(post.post_id),
        st.just(post.person_id),
        st.just(1),
        st.just(MONDAY.date() + timedelta(days=90)),
    )


def units_near(place: str) -> tuple[UnitFacts, ...]:
    """Every unit that answers for a place."""
    return tuple(
        unit(kind.code, place) for kind in unit_kinds().values() if len(place) >= kind.level
    )


@st.composite
def answers(draw: st.DrawFn, case: CaseFacts, code: MoveCode, stage: Stage, chair: Chair) -> Given:
    """Something to say to every need of a move, mostly what fits."""
    needs = needs_of(case, code, stage, chair)
    offers = tuple(need for need in offers_of(code, stage) if draw(st.booleans()))
    said = {need.value: draw(_answer(need, case, code)) for need in (*needs, *offers)}
    if code is MoveCode.ACCEPT:
        said["level"] = draw(st.sampled_from(_levels(said["category"], case)))
        said["reason"] = "on site"
    return Given(**said)


def _levels(category: str, case: CaseFacts) -> list[Level]:
    routed = seed_routing().levels(category)
    return [level for level in routed if len(case.area_code) >= level] or [*routed]


def _answer(need: Need, case: CaseFacts, code: MoveCode) -> st.SearchStrategy[object]:
    near = units_near(case.area_code)
    own = st.sampled_from([each for each in near if each.level is case.level] or [*near])
    below = [each for each in near if each.level > case.level] or [*near]
    unit_named = own if code is MoveCode.DISPATCH else own | st.sampled_from(below)
    kinds = post_kinds_of(case.responsible.kind)
    mates = [
        each.post_id for each in everybody() if each.unit == case.responsible and each.kind in kinds
    ]
    days = st.integers(1, 20).map(lambda n: MONDAY.date() + timedelta(days=60 + n))
    strategies: dict[Need, st.SearchStrategy[object]] = {
        Need.AREA: st.sampled_from([p for p in PLACES if contains(COUNTY, p)]),
        Need.CATEGORY: st.just(case.category_code) | codes_of_categories
        if code is MoveCode.ACCEPT
        else codes_of_categories,
        Need.CONTACT: st.booleans(),
        Need.FOR_REPORTER: st.booleans(),
        Need.URGENT: st.booleans(),
        Need.LEVEL: st.sampled_from(CASE_LEVELS),
        Need.SCALE: st.sampled_from(Scale),
        Need.UNIT: unit_named,
        Need.ASSISTING: st.lists(own, max_size=1).map(tuple),
        Need.DEPARTMENTS: st.sampled_from([u for u in near if u.level is Level.COUNTY]).map(
            lambda each: (each,)
        ),
        Need.POST: st.sampled_from(mates),
        Need.PHOTO: st.just((named("photo"),)),
        Need.AFTER_PHOTO: st.just((named("photo"),)),
        Need.AMOUNT: st.integers(1, 7),
        Need.CONSENT_ON: days,
        Need.REVIEW_ON: days,
        Need.RECEIPT_ON: days,
        Need.CHANNEL: st.sampled_from(Channel),
        Need.CLOSING: st.sampled_from(CLOSING_BY_HANDLER),
        Need.RATING: st.sampled_from(Rating),
        Need.MAIN_CASE: st.just(named("main case")),
        Need.CARD: st.sampled_from(Card),
        Need.ANSWER_DUE: st.just(MONDAY + timedelta(days=365)),
    }
    return strategies.get(need, st.just("said in words"))
