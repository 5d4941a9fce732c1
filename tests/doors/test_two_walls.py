"""The first wall (queries) and the second (row policies) say the same of every case and actor.

Of the case itself, and of its files, which are read by fewer where the parties are hidden.
"""

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
from wangge.registers.files.models import StoredFile
from wangge.registers.organisations.models import Post, PostCover
from wangge.work.cases.models import Case, CaseFile, CaseStep
from wangge.work.cases.queries.sight import sight, visible

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
    """Cases in every place: open, restricted, with hidden parties, with units that take part."""
    dice = Random(20260302)
    for number in range(NUMBER_OF_CASES):
        post = dice.choice(posts)
        line = [each.unit_id for each in dice.sample(posts, dice.randrange(3))]
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
            parties_shown_to=line if dice.random() < 0.4 else None,
            next_look_at=at,
            reported_at=at,
            moved_at=at,
        )


def files(cases_there: list[Case], at: datetime) -> Iterator[StoredFile | CaseStep | CaseFile]:
    """A step and a file of each case."""
    stored = StoredFile(id=uuid7(at), digest="0" * 64, media_type="image/png", size=1, stored_at=at)
    yield stored
    for case in cases_there:
        step = CaseStep(
            id=uuid7(at), case=case, ordinal=1, move="report", at=at, to_state="submitted",
            to_level=12,
        )  # fmt: skip
        yield step
        yield CaseFile(id=uuid7(at), case=case, step=step, file=stored, role="report")


def actors(posts: list[Post]) -> st.SearchStrategy[Actor]:
    held = st.builds(
        lambda kind, mine, of, area: HeldPost(mine, kind[1], of.unit_id, kind[0], area),
        st.sampled_from(KINDS),
        st.sampled_from([UUID(int=1), *(post.pk for post in posts)]),
        st.sampled_from(posts),
        st.sampled_from(PLACES),
    )
    staff = st.lists(held, max_size=SCOPE_SLOTS).map(
        lambda posts: Actor(ActorKind.PERSON, tuple(posts), person_id=UUID(int=2))
    )
    receipts = st.integers(0, NUMBER_OF_CASES + 5).map(lambda n: Actor.reporter(f"{n:064x}"))
    return st.one_of(staff, staff, receipts, st.just(Actor.visitor()), st.just(CLOCK))


@pytest.mark.django_db
def test_both_walls_show_the_same_cases_and_files(at: datetime) -> None:
    posts = [*Post.objects.order_by("unit__kind", "area", "kind")[::7][:12], *vacant_and_covers()]
    made = list(cases(posts, at))
    door(CLOCK, lambda: Case.objects.bulk_create(made))
    door(CLOCK, lambda: [each.save(force_insert=True) for each in files(made, at)])

    @settings(max_examples=200, deadline=None)
    @given(actors(posts))
    def same(actor: Actor) -> None:
        first = door(CLOCK, lambda: set(Case.objects.filter(sight(actor)).values_list("pk")))
        second = door(actor, lambda: set(Case.objects.values_list("pk")))
        assert first == second
        told = door(CLOCK, lambda: visible(actor).filter(shows_parties=True))
        read = door(CLOCK, lambda: set(told.values_list("pk")))
        assert read == door(actor, lambda: set(CaseFile.objects.values_list("case")))

    same()


def vacant_and_covers() -> Iterator[Post]:
    """Posts that nobody holds, and those their work falls to."""
    for cover in PostCover.objects.filter(ends_on=None, reason="above").order_by("post__kind")[:4]:
        yield from (cover.post, cover.covered_by)
