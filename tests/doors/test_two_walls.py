"""The first wall (queries) and the second (row policies) say the same of every case and actor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.world import COUNTY, OTHER_COUNTY, TOWNSHIPS, VILLAGE
from wangge.access.actor import SCOPE_SLOTS, Actor, ActorKind, HeldPost
from wangge.doors.door import door
from wangge.lib.uuid7 import uuid7
from wangge.registers.organisations.models import Post
from wangge.work.cases.models import Case
from wangge.work.cases.queries import sight

CLOCK = Actor.clock(COUNTY)
PLACES = [COUNTY, OTHER_COUNTY, *TOWNSHIPS, VILLAGE, f"{VILLAGE}001", f"{VILLAGE}002"]
KINDS = [
    ("v_service_station", "grid_worker"),
    ("v_service_station", "grid_deputy"),
    ("v_service_station", "head"),
    ("v_oversight", "head"),
    ("t_grid_centre", "intake"),
    ("t_water", "handler"),
    ("county_grid_centre", "auditor"),
    ("political_legal_committee", "supervisor"),
    ("transport", "liaison"),
]
NUMBER_OF_CASES = 120


def cases(posts: list[Post], at: datetime) -> Iterator[Case]:
    """Cases in every place, open and restricted, with units that take part."""
    dice = Random(20260302)
    for number in range(NUMBER_OF_CASES):
        post = dice.choice(posts)
        yield Case(
            id=uuid7(at),
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
            participants=[each.unit_id for each in dice.sample(posts, dice.randrange(4))],
            next_look_at=at,
            reported_at=at,
            moved_at=at,
        )


def actors(units: list[UUID]) -> st.SearchStrategy[Actor]:
    held = st.builds(
        lambda kind, unit, area: HeldPost(UUID(int=1), kind[1], unit, kind[0], area),
        st.sampled_from(KINDS),
        st.sampled_from(units),
        st.sampled_from(PLACES),
    )
    staff = st.lists(held, max_size=SCOPE_SLOTS).map(
        lambda posts: Actor(ActorKind.PERSON, tuple(posts), person_id=UUID(int=2))
    )
    receipts = st.integers(0, NUMBER_OF_CASES + 5).map(lambda n: Actor.reporter(f"{n:064x}"))
    return st.one_of(staff, staff, receipts, st.just(Actor.visitor()), st.just(CLOCK))


@pytest.mark.django_db
def test_both_walls_show_the_same_cases(at: datetime) -> None:
    posts = list(Post.objects.order_by("unit__kind", "area", "kind")[::7][:12])
    door(CLOCK, lambda: Case.objects.bulk_create(cases(posts, at)))

    @settings(max_examples=200, deadline=None)
    @given(actors([post.unit_id for post in posts]))
    def same(actor: Actor) -> None:
        first = door(CLOCK, lambda: set(Case.objects.filter(sight(actor)).values_list("pk")))
        second = door(actor, lambda: set(Case.objects.values_list("pk")))
        assert first == second

    same()
