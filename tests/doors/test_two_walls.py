"""The first wall (queries) and the second (row policies) show every actor the same.

Compared are cases, their files (which fewer people read where the parties are hidden), households,
residents and divisions. The second wall shows more, and never less, to people with more separate
areas than it has slots.
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
from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.access.sight import SLOTS, Sight
from wangge.doors.door import door
from wangge.insight.divisions.models import Draft, Scenario, VillageRun
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.queries.scenarios import runs, scenarios
from wangge.insight.maps.queries.layers import sight_of_homes
from wangge.lib.area_code import contains
from wangge.lib.uuid7 import uuid7
from wangge.registers.files.models import StoredFile
from wangge.registers.organisations.models import Post, PostCover
from wangge.registers.people.models import Household, HouseholdPlacement, Person
from wangge.work.cases.models import Case, CaseFile, CaseStep
from wangge.work.cases.queries.sight import sight, visible

CLOCK = Actor.clock(COUNTY)
CENTRES = Actor(
    ActorKind.PERSON,
    tuple(
        HeldPost(UUID(int=n), "head", UUID(int=n), "county_grid_centre", county)
        for n, county in enumerate((COUNTY, OTHER_COUNTY))
    ),
)
PLACES = [COUNTY, OTHER_COUNTY, *TOWNSHIPS, VILLAGE, f"{VILLAGE}001", f"{VILLAGE}002"]
KINDS = [
    ("v_service_station", "grid_worker"),
    ("v_service_station", "grid_deputy"),
    ("v_service_station", "head"),
    ("v_oversight", "head"),
    ("t_grid_centre", "intake"),
    ("t_water", "handler"),
    ("county_grid_centre", "auditor"),
    ("county_grid_centre", "head"),
    ("leading_group", "member"),
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


def actors(posts: list[Post], most: int = SLOTS) -> st.SearchStrategy[Actor]:
    """Staff with up to `most` posts of any kind in any place, reporters, visitors and the clock."""
    held = st.builds(
        lambda kind, mine, of, area: HeldPost(mine, kind[1], of.unit_id, kind[0], area),
        st.sampled_from(KINDS),
        st.sampled_from([UUID(int=1), *(post.pk for post in posts)]),
        st.sampled_from(posts),
        st.sampled_from(PLACES),
    )
    staff = st.lists(held, max_size=most).map(
        lambda posts: Actor(ActorKind.PERSON, tuple(posts), person_id=UUID(int=2))
    )
    receipts = st.integers(0, NUMBER_OF_CASES + 5).map(lambda n: Actor.reporter(f"{n:064x}"))
    return st.one_of(staff, staff, receipts, st.just(Actor.visitor()), st.just(CLOCK))


@pytest.mark.django_db
def test_both_walls_show_the_same_cases_and_files(at: datetime) -> None:
    posts = some_posts()
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

    @settings(max_examples=50, deadline=None)
    @given(actors(posts, most=9))
    def never_less(actor: Actor) -> None:
        first = door(CLOCK, lambda: set(Case.objects.filter(sight(actor)).values_list("pk")))
        assert first == door(actor, lambda: set(visible(actor).values_list("pk")))

    same()
    never_less()


@pytest.mark.django_db
def test_both_walls_show_the_same_households_and_residents(at: datetime) -> None:
    door(CENTRES, lambda: settle(at))

    @settings(max_examples=100, deadline=None)
    @given(actors(some_posts(), most=7))
    def same(actor: Actor) -> None:
        first = {
            place for place in PLACES if any(contains(a, place) for a in sight_of_homes(actor))
        }
        residents = Person.objects.filter(officer=False)
        for rows in (Household.objects.all(), HouseholdPlacement.objects.all(), residents):
            second = set(
                door(actor, lambda rows=rows: list(rows.values_list("area_code", flat=True)))
            )
            assert first <= second
            assert first == second or len(actor.areas(*Sight.PEOPLE.opened_by)) > SLOTS

    same()


@pytest.mark.django_db
def test_both_walls_show_the_same_divisions(at: datetime) -> None:
    """To all but the clock, which only the second wall keeps to its county."""
    door(CENTRES, lambda: divide(at))

    @settings(max_examples=100, deadline=None)
    @given(actors(some_posts(), most=7).filter(lambda actor: not actor.is_clock))
    def same(actor: Actor) -> None:
        for asked, model in (
            (scenarios, Scenario),
            (runs, VillageRun),
            (drafts.visible, Draft),
        ):
            first = door(CENTRES, lambda asked=asked: set(asked(actor).values_list("pk")))
            second = door(actor, lambda model=model: set(model.objects.values_list("pk")))
            assert first <= second
            assert first == second or len(actor.areas(*Sight.DIVISIONS.opened_by)) > SLOTS

    same()


def settle(at: datetime) -> None:
    """A household, its placement and a resident in every place."""
    for place in PLACES:
        home = Household(
            id=uuid7(at), area_code=place, village_code=place[:12], head_name="x",
            registered_persons=1, usual_persons=1, entered_at=at,
        )  # fmt: skip
        home.save(force_insert=True)
        HouseholdPlacement.objects.bulk_create(
            [
                HouseholdPlacement(
                    id=uuid7(at), household=home, area_code=place, valid_from=at.date()
                )
            ]
        )
        Person.objects.bulk_create(
            [Person(id=uuid7(at), name="x", area_code=place, officer=False, entered_at=at)]
        )


def divide(at: datetime) -> None:
    """A scenario, a run and a draft in every place."""
    by = {"made_by": UUID(int=1), "made_by_post": UUID(int=1), "made_at": at}
    for place in PLACES:
        scenario = Scenario(id=uuid7(at), area_code=place, settings={}, state="done", **by)
        scenario.save(force_insert=True)
        run = VillageRun(
            id=uuid7(at), scenario=scenario, village_code=place, state="waiting", asked_at=at,
            moved_at=at,
        )  # fmt: skip
        run.save(force_insert=True)
        draft = Draft(
            id=uuid7(at), village_code=place, state="drawing", settings={}, k=1, target=1.0,
            balance_on="persons", assignment={}, saved_at=at, **by,
        )  # fmt: skip
        draft.save(force_insert=True)


def some_posts() -> list[Post]:
    """Filled posts of different units, vacant posts, and the posts that cover them."""
    return [*Post.objects.order_by("unit__kind", "area", "kind")[::7][:12], *vacant_and_covers()]


def vacant_and_covers() -> Iterator[Post]:
    """Posts that nobody holds, and the posts that cover them."""
    for cover in PostCover.objects.filter(ends_on=None, reason="above").order_by("post__kind")[:4]:
        yield from (cover.post, cover.covered_by)
