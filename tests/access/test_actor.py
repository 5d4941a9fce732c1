"""What an actor may do and see follows from the posts held and their areas alone."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.access.permissions import Permission
from wangge.access.roles import OF_A_GRID, permissions_of, roles_with
from wangge.access.sight import SLOTS, Sight
from wangge.doors.door import scope_of
from wangge.lib.area_code import contains

KINDS = [
    ("v_service_station", "grid_worker"),
    ("v_service_station", "grid_deputy"),
    ("v_service_station", "head"),
    ("t_grid_centre", "intake"),
    ("t_water", "handler"),
    ("county_grid_centre", "head"),
    ("county_grid_centre", "auditor"),
    ("transport", "liaison"),
]
# A small tree with siblings next to each other and at the edge of a range.
CODES = [
    "431124", "431199", "431124101", "431124102", "431124109", "431124111", "431124101204",
    "431124109201", "431124111203", "431124101204001", "431124101204002",
]  # fmt: skip

codes = st.sampled_from(CODES)
permissions = st.sampled_from(list(Permission))
kinds = st.sampled_from(list(Sight))
posts = st.builds(
    lambda number, kind, code: HeldPost(UUID(int=number), kind[1], UUID(int=0), kind[0], code),
    st.integers(min_value=1, max_value=2**32),
    st.sampled_from(KINDS),
    codes,
)
actors = st.lists(posts, max_size=8, unique_by=lambda post: post.post_id).map(
    lambda held: Actor(ActorKind.PERSON, tuple(held), person_id=UUID(int=9))
)


@given(actors, permissions, codes)
def test_may_is_the_union_of_the_posts(actor: Actor, permission: Permission, code: str) -> None:
    alone = (Actor(ActorKind.PERSON, (post,)).may(permission, code) for post in actor.posts)
    assert actor.may(permission, code) == any(alone)


@given(actors, permissions, codes)
def test_the_recorded_post_is_able_and_nearest_to_the_villager(
    actor: Actor, permission: Permission, code: str
) -> None:
    found = actor.post_for(permission, code)
    able = [post for post in actor.posts if post.grants(permission, code)]
    assert (found is None) == (able == [])
    assert found is None or (found in able and found.level == max(p.level for p in able))


@given(actors, permissions)
def test_areas_hold_no_area_inside_another(actor: Actor, permission: Permission) -> None:
    areas = actor.areas(permission)
    assert not [(a, b) for a in areas for b in areas if a != b and contains(a, b)]


@given(actors, permissions, codes)
def test_areas_are_exactly_where_one_may(actor: Actor, permission: Permission, code: str) -> None:
    inside = any(contains(area, code) for area in actor.areas(permission))
    assert inside == actor.may(permission, code)


@given(actors, permissions, codes, st.data())
def test_narrowing_never_widens(
    actor: Actor, permission: Permission, code: str, data: st.DataObject
) -> None:
    post_id = data.draw(st.sampled_from([p.post_id for p in actor.posts] or [UUID(int=0)]))
    narrowed = actor.narrowed_to(post_id)
    assert {post.post_id for post in narrowed.posts} <= {post_id}
    assert narrowed.person_id == actor.person_id
    assert actor.may(permission, code) or not narrowed.may(permission, code)


@given(actors)
def test_narrowing_to_each_post_in_turn_gives_everything_back(actor: Actor) -> None:
    pieces = [actor.narrowed_to(post.post_id) for post in actor.posts]
    assert [post for piece in pieces for post in piece.posts] == list(actor.posts)


@given(actors, kinds)
def test_sight_is_where_a_permission_of_the_kind_is_held(actor: Actor, kind: Sight) -> None:
    everywhere = actor.areas(*kind.opened_by)
    told = actor.sight(kind)
    assert len(told) <= SLOTS
    assert all(any(contains(area, code) for area in told) for code in everywhere)
    assert told == everywhere or len(everywhere) > SLOTS


@given(actors, kinds)
def test_other_permissions_open_nothing_of_a_kind(actor: Actor, kind: Sight) -> None:
    others = [post for post in actor.posts if not post.permissions & kind.opened_by]
    assert Actor(ActorKind.PERSON, tuple(others)).sight(kind) == ()


def test_kinds_never_share_a_slot() -> None:
    slots = [slot for kind in Sight for slot in kind.slots]
    assert len(slots) == len(set(slots)) == SLOTS * len(Sight)


def test_people_who_decide_about_divisions_see_the_households_in_them() -> None:
    for permission in Sight.DIVISIONS.opened_by:
        for unit_kind, post_kind in roles_with(permission):
            assert permissions_of(unit_kind, post_kind) & Sight.PEOPLE.opened_by


@given(actors)
def test_the_scope_says_what_the_actor_is_and_no_more(actor: Actor) -> None:
    scope = scope_of(actor)
    for kind in Sight:
        told = (scope[f"wangge.{slot}"] for slot in kind.slots)
        assert tuple(filter(None, told)) == actor.sight(kind)
    assert scope["wangge.units"] == "{" + ",".join(str(unit) for unit in actor.units) + "}"
    powers = scope["wangge.powers"].strip("{}").split(",")
    assert set(filter(None, powers)) == {p for post in actor.posts for p in post.permissions}


@given(actors)
def test_a_grid_worker_sees_the_grid_and_not_what_the_station_takes_part_in(actor: Actor) -> None:
    workers = tuple(post for post in actor.posts if post.post_kind in OF_A_GRID)
    assert Actor(ActorKind.PERSON, workers).units == ()


def test_people_without_posts_see_nothing() -> None:
    for actor in (Actor.visitor(), Actor.reporter("ab" * 32)):
        assert not any(actor.sight(kind) for kind in Sight)
        assert actor.units == ()
        assert not any(actor.holds(permission) for permission in Permission)


def test_the_clock_sees_one_county_and_may_nothing() -> None:
    clock = Actor.clock("431124")
    assert clock.areas(Permission.CASE_SEE) == ("431124",)
    assert {clock.sight(kind) for kind in Sight} == {("431124",)}
    assert not clock.may(Permission.CASE_MOVE, "431124")


@pytest.mark.parametrize("post_kind", ["auditor", "security_admin", "it_admin"])
@pytest.mark.parametrize("unit_kind", ["county_grid_centre", "t_grid_centre", "leading_group"])
def test_the_three_administrators_carry_no_casework(unit_kind: str, post_kind: str) -> None:
    held = permissions_of(unit_kind, post_kind)
    assert not {p for p in held if p.startswith(("case.", "reporter.", "people."))}


def test_no_two_of_the_three_duties_meet() -> None:
    duties = (Permission.AUDIT_READ, Permission.ACCOUNT_MANAGE, Permission.SYSTEM_SEE)
    holders = [set(roles_with(duty)) for duty in duties]
    assert not holders[0] & holders[1]
    assert not holders[1] & holders[2]
    assert not holders[0] & holders[2]


@given(permissions)
def test_the_table_of_roles_tells_what_posts_carry(permission: Permission) -> None:
    for unit_kind, post_kind in roles_with(permission):
        unit = "some_unit" if unit_kind == "*" else unit_kind
        post = "some_post" if post_kind == "*" else post_kind
        assert permission in permissions_of(unit, post)
