"""Kinds of sight are kept apart, also one that no app knows yet: a table is made for each."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.world import COUNTY, OTHER_COUNTY, TOWNSHIPS, VILLAGE
from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.access.permissions import Permission
from wangge.access.sight import SLOTS, KindOfSight, Sight
from wangge.doors.door import door, scope_of
from wangge.doors.row_security import in_areas, protect
from wangge.lib.area_code import contains


class Invented(KindOfSight):
    """What a later app would add to the enumeration: one line."""

    PARTY = "party", Permission.AUDIT_READ


KINDS = (*Sight, *Invented)
PLACES = [COUNTY, OTHER_COUNTY, *TOWNSHIPS, VILLAGE, f"{VILLAGE}001", f"{VILLAGE}002"]
POSTS = [
    ("v_service_station", "grid_worker"),  # cases and people
    ("v_committee", "head"),  # cases
    ("t_grid_centre", "intake"),  # all kinds of the enumeration
    ("county_grid_centre", "auditor"),  # the invented one
    ("transport", "liaison"),  # none
]


def table(kind: KindOfSight) -> str:
    return f"trial_{kind.label}"


@pytest.fixture
def trial(db: None) -> None:
    """A table of each kind with a row in every place, made as the owner makes tables."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE wangge_owner")
        for kind in KINDS:
            cursor.execute(f'CREATE TABLE {table(kind)} (code varchar(15) COLLATE "C")')
            cursor.execute(f"GRANT SELECT, INSERT ON {table(kind)} TO wangge_web")
            cursor.execute(str(protect(table(kind), see=in_areas("code", kind)).sql))
        cursor.execute("SET LOCAL ROLE wangge_web")
        for kind in KINDS:
            cursor.executemany(
                f"INSERT INTO {table(kind)} VALUES (%s)",  # noqa: S608 - a name of our own
                [(place,) for place in PLACES],
            )


def seen_by(actor: Actor) -> dict[str, set[str]]:
    """The places whose rows the actor sees in each table, as if the door knew the invented kind."""

    def unit() -> dict[str, set[str]]:
        with connection.cursor() as cursor:
            for setting in scope_of(actor, Invented).items():
                cursor.execute("SELECT set_config(%s, %s, true)", setting)
            return {kind.label: set(places(cursor, kind)) for kind in KINDS}

    return door(actor, unit)


def places(cursor: CursorWrapper, kind: KindOfSight) -> Iterable[str]:
    cursor.execute(f"SELECT code FROM {table(kind)}")  # noqa: S608 - a name of our own
    return (code for (code,) in cursor.fetchall())


def holding(*held: tuple[tuple[str, str], str]) -> Actor:
    """Somebody in these posts: (unit kind, post kind) and area."""
    posts = (HeldPost(UUID(int=1), post, UUID(int=1), unit, area) for (unit, post), area in held)
    return Actor(ActorKind.PERSON, tuple(posts))


@pytest.mark.parametrize(
    ("post", "opened"),
    [
        (("v_committee", "head"), {Sight.CASES}),
        (("v_service_station", "grid_worker"), {Sight.CASES, Sight.PEOPLE}),
        (("t_grid_centre", "intake"), set(Sight)),
        (("county_grid_centre", "auditor"), set(Invented)),
        (("transport", "liaison"), set()),
    ],
)
def test_a_permission_opens_its_own_kinds_alone(
    trial: None, post: tuple[str, str], opened: set[KindOfSight]
) -> None:
    inside = {place for place in PLACES if contains(VILLAGE, place)}
    assert seen_by(holding((post, VILLAGE))) == {
        kind.label: inside if kind in opened else set() for kind in KINDS
    }


def test_areas_of_one_kind_take_no_slot_of_another(trial: None) -> None:
    auditor, worker = ("county_grid_centre", "auditor"), ("v_service_station", "grid_worker")
    audited = [(auditor, township) for township in TOWNSHIPS[:SLOTS]]
    seen = seen_by(holding(*audited, (worker, f"{VILLAGE}001")))
    assert seen["party"] == set(TOWNSHIPS[:SLOTS])
    assert seen["people"] == seen["cases"] == {f"{VILLAGE}001"}


def test_each_table_shows_where_its_kind_is_held(trial: None) -> None:
    held = st.lists(st.tuples(st.sampled_from(POSTS), st.sampled_from(PLACES)), max_size=8)

    @settings(max_examples=100, deadline=None)
    @given(held.map(lambda posts: holding(*posts)))
    def apart(actor: Actor) -> None:
        seen = seen_by(actor)
        for kind in KINDS:
            areas = actor.areas(*kind.opened_by)
            wanted = {place for place in PLACES if any(contains(area, place) for area in areas)}
            assert wanted <= seen[kind.label]
            assert wanted == seen[kind.label] or len(areas) > SLOTS

    apart()


@pytest.mark.parametrize("actor", [Actor.visitor(), Actor.reporter("ab" * 32), Actor.clock(COUNTY)])
def test_only_the_clock_sees_its_county_without_a_post(trial: None, actor: Actor) -> None:
    county = {place for place in PLACES if contains(COUNTY, place)} if actor.is_clock else set()
    assert seen_by(actor) == {kind.label: county for kind in KINDS}
