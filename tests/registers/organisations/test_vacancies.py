"""Vacant posts: the chain that covers them, and who is proposed in the order of origin (A17)."""

from __future__ import annotations

import pytest

from tests.factories.world import TOWNSHIP, VILLAGE
from tests.registers.organisations.staff import CLOCK, GRID, TODAY, done_by, person, post, term
from wangge.registers.organisations import operations as ops
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries.holders import covers_of, holders
from wangge.registers.organisations.queries.posts import post_words
from wangge.registers.organisations.queries.vacancies import (
    Wanted,
    candidates_for,
    cover_chain,
    vacant_posts,
)
from wangge.registers.organisations.rules.origins import Origin
from wangge.registers.people.operations import NewOfficer

pytestmark = pytest.mark.django_db


def newcomer(name: str, unit: str, kind: str, area: str, origin: str = "") -> None:
    said = {"starts_on": TODAY, "origin": origin}
    done_by(CLOCK, ops.appoint_newcomer, post(unit, kind, area).pk, NewOfficer(name), **said)


def test_vacancies_are_the_posts_that_nobody_holds() -> None:
    found = set(vacant_posts(TOWNSHIP, TODAY).values_list("pk", flat=True))
    inside = Post.objects.filter(area__code__startswith=TOWNSHIP).exclude(kind="grid_deputy")
    held = set(holders(inside.values_list("pk", flat=True), TODAY))
    assert found == {each.pk for each in inside} - held
    assert post("t_water", "deputy").pk in found
    assert post("t_water", "head").pk not in found


def test_kinds_of_vacancies() -> None:
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=TODAY)
    workers = vacant_posts(VILLAGE, TODAY, Wanted.WORKERS)
    assert [each.area_id for each in workers] == [GRID]
    assert {each.kind for each in vacant_posts(TOWNSHIP, TODAY, Wanted.HEADS)} == {"head"}


def test_the_chain_in_words_ends_where_the_rule_of_cover_ends() -> None:
    """The page tells the same story as the rule that gives out the work, for every vacancy."""
    vacant = list(vacant_posts(TOWNSHIP, TODAY))
    vacant += list(vacant_posts("431124", TODAY).filter(unit__area="431124"))
    covers = covers_of(each.pk for each in vacant)
    assert len(vacant) > 50
    for each in vacant:
        chain = cover_chain(each, TODAY)
        assert not any(step.holders for step in chain[:-1])
        answers = covers[each.pk].covered_by
        assert chain[-1].post == post_words(answers)
        assert list(chain[-1].holders) == holders([answers.pk], TODAY)[answers.pk]


def test_candidates_come_in_the_order_of_origin() -> None:
    newcomer("丁辅警", "d_police", "handler", TOWNSHIP)
    newcomer("丙干部", "t_government", "handler", TOWNSHIP)
    newcomer("乙村官", "v_service_station", "grid_deputy", f"{VILLAGE}002", "graduate_official")
    newcomer("甲队员", "v_service_station", "grid_deputy", f"{VILLAGE}002", "poverty_team")
    for name in ("乙村官", "甲队员"):
        pk = (
            Post.objects.get(kind="grid_deputy", area=f"{VILLAGE}002")
            .appointments.get(person__name=name)
            .pk
        )
        done_by(CLOCK, ops.dismiss, pk, ends_on=TODAY.replace(day=5))
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=TODAY)
    vacant = post("v_service_station", "grid_worker", GRID)
    found = candidates_for([vacant], TODAY.replace(day=6))[vacant.pk]
    assert [each.origin for each in found] == sorted(
        (each.origin for each in found), key=lambda origin: origin.rank
    )
    assert [each.name for each in found if each.origin is not Origin.VILLAGE_COMMITTEE] == [
        "丁辅警",
        "丙干部",
        "甲副乡长",
        "乙村官",
        "甲队员",
    ]
    assert {each.origin for each in found} == set(Origin)


def test_nobody_who_works_a_grid_is_proposed_for_another() -> None:
    done_by(CLOCK, ops.dismiss, term("grid_worker_2"), ends_on=TODAY)
    newcomer("乙村官", "v_service_station", "grid_worker", f"{VILLAGE}002", "graduate_official")
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=TODAY)
    vacant = post("v_service_station", "grid_worker", GRID)
    assert "乙村官" not in {each.name for each in candidates_for([vacant], TODAY)[vacant.pk]}


def test_committee_members_are_proposed_in_their_own_village() -> None:
    done_by(CLOCK, ops.dismiss, term("sibling_worker"), ends_on=TODAY)
    vacant = post("v_service_station", "grid_worker", "431124212218001")
    found = {each.person_id for each in candidates_for([vacant], TODAY)[vacant.pk]}
    assert person("committee_head") not in found


def test_other_posts_have_no_candidates_by_origin() -> None:
    assert candidates_for([post("t_water", "deputy")], TODAY) == {}
