"""Who may know who reported: the predicate of the first wall and the policy of the second agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.world import COUNTY, OTHER_COUNTY, TOWNSHIPS, VILLAGE
from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.access.permissions import Permission
from wangge.access.sight import SLOTS
from wangge.doors.door import door
from wangge.lib.uuid7 import uuid7
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.organisations.models import Post, PostCover
from wangge.work.cases.models import Case, CaseReporter
from wangge.work.cases.queries.reporters import looks_at, post_that_sees
from wangge.work.cases.queries.sight import visible

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
CLOCK = Actor.clock(COUNTY)
SOMEBODY = UUID(int=2)
PLACES = [COUNTY, OTHER_COUNTY, *TOWNSHIPS, VILLAGE, f"{VILLAGE}001", f"{VILLAGE}002"]
KINDS = [
    ("v_service_station", "grid_worker"),
    ("v_service_station", "grid_deputy"),
    ("v_service_station", "head"),
    ("v_committee", "head"),
    ("t_grid_centre", "intake"),
    ("t_water", "handler"),
    ("county_grid_centre", "auditor"),
    ("county_grid_centre", "head"),
    ("political_legal_committee", "supervisor"),
    ("discipline_inspection", "head"),
]
NUMBER_OF_CASES = 80


@pytest.fixture
def posts() -> list[Post]:
    """Filled and vacant posts, and the posts that cover the vacant ones."""
    vacant = PostCover.objects.filter(ends_on=None, reason="above").order_by("post__unit__kind")
    covers = [cover for pair in vacant[:40:5] for cover in (pair.post, pair.covered_by)]
    some = Post.objects.order_by("unit__kind", "area", "kind")[::9]
    return list(dict.fromkeys([*covers, *some[:12]]))


def cases(posts: list[Post]) -> Iterator[tuple[Case, CaseReporter]]:
    dice = Random(20260302)
    for number in range(NUMBER_OF_CASES):
        post = dice.choice(posts)
        line = [each.unit_id for each in dice.sample(posts, dice.randrange(3))]
        case = Case(
            id=uuid7(AT),
            facts={},
            number=f"SJ{number:019d}",
            receipt=f"{number:064x}",
            state="submitted",
            level=12,
            category="0404",
            channel="portal",
            restricted=dice.random() < 0.4,
            area_code=dice.choice(PLACES),
            county_code=COUNTY,
            words="x",
            responsible_unit_id=post.unit_id,
            responsible_post=post,
            participants=[
                post.unit_id,
                *(p.unit_id for p in dice.sample(posts, dice.randrange(3))),
            ],
            parties_shown_to=line if dice.random() < 0.4 else None,
            next_look_at=AT,
            reported_at=AT,
            moved_at=AT,
        )
        reporter = CaseReporter(
            id=uuid7(AT),
            case=case,
            name="甲居民",
            handler_may_contact=dice.random() < 0.5,
            person_id=SOMEBODY if dice.random() < 0.1 else None,
        )
        yield case, reporter


def actors(posts: list[Post]) -> st.SearchStrategy[Actor]:
    """Real posts with their own unit, and invented ones of every kind in every place."""
    real = st.sampled_from(posts).map(
        lambda p: HeldPost(p.pk, p.kind, p.unit_id, p.unit.kind, p.area_id)
    )
    invented = st.builds(
        lambda kind, post, area: HeldPost(UUID(int=1), kind[1], post.unit_id, kind[0], area),
        st.sampled_from(KINDS),
        st.sampled_from(posts),
        st.sampled_from(PLACES),
    )
    staff = st.lists(st.one_of(real, invented), max_size=SLOTS).map(
        lambda held: Actor(ActorKind.PERSON, tuple(held), person_id=SOMEBODY)
    )
    receipts = st.integers(0, NUMBER_OF_CASES + 5).map(lambda n: Actor.reporter(f"{n:064x}"))
    return st.one_of(staff, staff, staff, receipts, st.just(Actor.visitor()), st.just(CLOCK))


def known_to(actor: Actor) -> set[UUID]:
    """The cases whose reporter the first wall would let the actor know."""
    if actor.kind is not ActorKind.PERSON:
        return set(visible(actor).values_list("pk", flat=True))
    return {
        case.pk
        for case in visible(actor).select_related("reporter")
        if case.reporter.person_id == actor.person_id
        or post_that_sees(case, actor, may_contact=case.reporter.handler_may_contact)
    }


def looked_at(actor: Actor) -> set[UUID]:
    """The cases where the first wall would tell the actor who looked."""
    return {case.pk for case in visible(actor) if looks_at(case, actor)}


@pytest.mark.django_db
def test_both_walls_hide_the_same_reporters_and_looks(posts: list[Post]) -> None:
    made = list(cases(posts))

    def write() -> None:
        Case.objects.bulk_create(case for case, _ in made)
        CaseReporter.objects.bulk_create(reporter for _, reporter in made)
        for case, _ in made:
            record(
                Event.REPORTER_OPENED,
                "case",
                case.pk,
                by=CLOCK,
                at=AT,
                post_id=posts[0].pk,
                purpose="call_back",
            )

    door(CLOCK, write)
    looks = AuditEvent.objects.filter(kind=Event.REPORTER_OPENED.value)

    @settings(max_examples=80, deadline=None)
    @given(actors(posts))
    def same(actor: Actor) -> None:
        first = door(CLOCK, lambda: known_to(actor))
        second = door(actor, lambda: set(CaseReporter.objects.values_list("case_id", flat=True)))
        assert first == second
        if actor.is_person and not actor.holds(Permission.AUDIT_READ):  # the auditor reads it all
            told = door(CLOCK, lambda: looked_at(actor))
            seen = door(actor, lambda: {UUID(o) for o in looks.values_list("object_id", flat=True)})
            assert told == seen

    same()
