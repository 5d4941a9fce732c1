"""Filling posts: who may, to whom, what follows, and what the constraints say."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.factories.world import VILLAGE
from tests.registers.organisations.staff import (
    AT,
    CLOCK,
    GRID,
    TODAY,
    account,
    actor,
    done_by,
    person,
    post,
    recorded,
    term,
)
from wangge.lib.refusal import Refusal
from wangge.registers.organisations import operations as ops
from wangge.registers.organisations.models import Appointment, PostCover
from wangge.registers.organisations.queries.officers import posts_of_people
from wangge.registers.organisations.rules.origins import Origin
from wangge.registers.people.models import Person
from wangge.registers.people.operations import NewOfficer

pytestmark = pytest.mark.django_db


def cover(post_id: object) -> tuple[object, str]:
    row = PostCover.objects.get(post=post_id, ends_on=None)
    return row.covered_by_id, row.reason


def test_appointing_gives_the_post_and_is_recorded_with_the_post_that_allowed_it() -> None:
    wanted = post("t_water", "deputy")
    done_by("township_centre", ops.appoint, wanted.pk, person("mediator"), starts_on=TODAY)
    assert wanted.pk in {held.post_id for held in actor("mediator").posts}
    assert cover(wanted.pk) == (wanted.pk, "own")
    (event,) = [each for each in recorded("organisation.appointed") if each.post_id]
    assert event.post_id == post("t_grid_centre", "head").pk
    assert (event.object_id, event.area_code) == (str(wanted.pk), "431124212")
    assert event.codes == {"person": str(person("mediator")), "origin": ""}


def test_a_newcomer_is_entered_and_appointed_in_one_step() -> None:
    wanted = post("t_water", "deputy")
    officer = NewOfficer("戊新人", sex="female", phone="10000000077")
    done_by("security_admin", ops.appoint_newcomer, wanted.pk, officer, starts_on=TODAY)
    entered = Person.objects.get(name="戊新人")
    assert (entered.officer, entered.sex) == (True, "female")
    assert [words.code for words in posts_of_people([entered.pk], AT)[entered.pk]] == [
        "organisation.post_in_place"
    ]


def test_one_person_is_entered_once() -> None:
    officer = NewOfficer("戊新人", phone="10000000077")
    first, second = post("t_water", "deputy"), post("t_land", "deputy")
    done_by("security_admin", ops.appoint_newcomer, first.pk, officer, starts_on=TODAY)
    with pytest.raises(Refusal) as refused:
        done_by("security_admin", ops.appoint_newcomer, second.pk, officer, starts_on=TODAY)
    assert refused.value.fields["name"].code == "person.known"


def test_a_second_holder_of_a_post_for_one_is_refused_in_words_and_leaves_nothing() -> None:
    head = post("t_water", "head")
    before = len(recorded("person.entered"))
    with pytest.raises(Refusal) as refused:
        done_by(
            "security_admin",
            ops.appoint_newcomer,
            head.pk,
            NewOfficer("戊新人"),
            starts_on=TODAY,
        )
    assert refused.value.code == "constraint.appointment_one_holder"
    assert not Person.objects.filter(name="戊新人").exists()
    assert len(recorded("person.entered")) == before


def test_after_the_end_of_a_term_the_next_may_begin() -> None:
    head = post("t_water", "head")
    leaves = TODAY + timedelta(days=10)
    done_by("security_admin", ops.dismiss, term("water_station_head"), ends_on=leaves)
    done_by("security_admin", ops.appoint, head.pk, person("mediator"), starts_on=leaves)
    assert Appointment.objects.filter(post=head).count() == 2


def test_a_shared_post_takes_several_but_nobody_twice() -> None:
    handler = post("t_water", "handler")
    done_by("security_admin", ops.appoint, handler.pk, person("mediator"), starts_on=TODAY)
    with pytest.raises(Refusal) as refused:
        done_by("security_admin", ops.appoint, handler.pk, person("mediator"), starts_on=TODAY)
    assert refused.value.code == "constraint.appointment_not_twice"


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("township_leader", 403),  # of the township, but without the right
        ("sibling_township_centre", 404),  # of another township
        ("other_county_centre", 404),
        ("grid_worker", 404),
        ("auditor", 403),
        ("it_admin", 403),
    ],
)
def test_who_may_not_appoint(key: str, status: int) -> None:
    wanted = post("t_water", "deputy")
    with pytest.raises(Refusal) as refused:
        done_by(key, ops.appoint, wanted.pk, person("mediator"), starts_on=TODAY)
    assert refused.value.status == status
    with pytest.raises(Refusal) as refused:
        done_by(key, ops.dismiss, term("water_station_head"), ends_on=TODAY)
    assert refused.value.status == status


def test_what_is_not_there_and_what_is_elsewhere_are_answered_alike() -> None:
    elsewhere = post("t_government", "head", "431124101").pk
    answers = []
    for post_id in (elsewhere, uuid4()):
        with pytest.raises(Refusal) as refused:
            done_by("township_centre", ops.appoint, post_id, person("mediator"), starts_on=TODAY)
        answers.append((refused.value.status, refused.value.message))
    assert answers[0] == answers[1]


def test_nobody_gives_or_takes_a_post_of_their_own() -> None:
    me = person("township_centre")
    for change, said in (
        (ops.appoint, {"starts_on": TODAY}),
        (ops.substitute, {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=1)}),
    ):
        with pytest.raises(Refusal) as refused:
            done_by("township_centre", change, post("t_government", "head").pk, me, **said)
        assert refused.value.code == "organisation.not_oneself"
    with pytest.raises(Refusal) as refused:
        done_by("township_centre", ops.dismiss, term("township_centre"), ends_on=TODAY)
    assert refused.value.code == "organisation.not_oneself"


@pytest.mark.parametrize("kind", ["auditor", "it_admin"])
def test_the_three_administrators_are_three_people(kind: str) -> None:
    wanted = post("county_grid_centre", kind, "431124")
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, ops.appoint, wanted.pk, person("security_admin"), starts_on=TODAY)
    assert refused.value.code == "organisation.three_hands"


def test_the_origin_of_a_grid_worker_is_asked_for_and_of_nobody_else() -> None:
    worker, plain = post("v_service_station", "grid_worker", GRID), post("t_water", "deputy")
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=TODAY)
    for wanted, origin in ((worker, ""), (worker, "friend"), (plain, "village_police")):
        with pytest.raises(Refusal) as refused:
            done_by(
                "security_admin",
                ops.appoint,
                wanted.pk,
                person("mediator"),
                starts_on=TODAY,
                origin=origin,
            )
        assert "origin" in refused.value.fields
    done_by(
        "security_admin",
        ops.appoint,
        worker.pk,
        person("mediator"),
        starts_on=TODAY,
        origin=Origin.VILLAGE_COMMITTEE.value,
    )
    assert Appointment.objects.get(post=worker, person=person("mediator")).origin


def test_a_resident_is_not_appointed() -> None:
    with pytest.raises(Refusal) as refused:
        done_by(
            "security_admin", ops.appoint, post("t_water", "deputy").pk, uuid4(), starts_on=TODAY
        )
    assert "person" in refused.value.fields


def test_no_term_begins_before_its_post() -> None:
    with pytest.raises(Refusal) as refused:
        done_by(
            "security_admin",
            ops.appoint,
            post("t_water", "deputy").pk,
            person("mediator"),
            starts_on=date(2025, 12, 31),
        )
    assert "starts_on" in refused.value.fields


def test_a_holder_who_leaves_is_covered_and_loses_the_post() -> None:
    head = post("t_water", "head")
    done_by("security_admin", ops.dismiss, term("water_station_head"), ends_on=TODAY)
    assert actor("water_station_head").posts == ()
    assert cover(head.pk) == (post("t_government", "head").pk, "above")
    (event,) = recorded("organisation.dismissed")
    assert event.codes == {"person": str(person("water_station_head"))}


def test_a_term_does_not_end_before_it_begins_nor_twice() -> None:
    with pytest.raises(Refusal) as refused:
        done_by("security_admin", ops.dismiss, term("mediator"), ends_on=date(2026, 1, 1))
    assert "ends_on" in refused.value.fields
    done_by("security_admin", ops.dismiss, term("mediator"), ends_on=TODAY)
    with pytest.raises(Refusal) as refused:
        done_by("security_admin", ops.dismiss, term("mediator"), ends_on=TODAY)
    assert refused.value.status == 404


def test_a_substitute_acts_for_some_days() -> None:
    head = post("t_water", "head")
    first, after = TODAY, TODAY + timedelta(days=3)
    done_by(
        "security_admin",
        ops.substitute,
        head.pk,
        person("water_station_handler"),
        starts_on=first,
        ends_on=after,
    )
    assert cover(head.pk) == (head.pk, "substitute")
    for days, acts in ((0, True), (2, True), (3, False)):
        held = actor("water_station_handler", AT + timedelta(days=days)).posts
        assert (head.pk in {each.post_id for each in held}) is acts
    assert len(recorded("organisation.substituted")) == 1


@pytest.mark.parametrize(("back", "stays"), [(0, 0), (3, 3), (6, 6)])
def test_a_substitution_is_cut_short_and_the_past_stays(back: int, stays: int) -> None:
    head, first = post("t_water", "head"), TODAY
    span = {"starts_on": first, "ends_on": first + timedelta(days=9)}
    row = done_by("security_admin", ops.substitute, head.pk, person("mediator"), **span)
    done_by("security_admin", ops.end_substitution, row, ends_on=first + timedelta(days=back))
    for day in range(9):
        acts = head.pk in {
            each.post_id for each in actor("mediator", AT + timedelta(days=day)).posts
        }
        assert acts is (day < stays)
    assert cover(head.pk) == (head.pk, "substitute" if stays else "own")
    (event,) = recorded("organisation.substitution_ended")
    assert event.codes == {"person": str(person("mediator"))}


@pytest.mark.parametrize("days", [-1, 9, 20])
def test_a_substitution_ends_between_today_and_its_end(days: int) -> None:
    head, span = post("t_water", "head"), {"starts_on": TODAY, "ends_on": TODAY + timedelta(9)}
    row = done_by("security_admin", ops.substitute, head.pk, person("mediator"), **span)
    ended = TODAY + timedelta(days=days)
    with pytest.raises(Refusal) as refused:
        done_by("security_admin", ops.end_substitution, row, ends_on=ended)
    assert refused.value.status == 422
    with pytest.raises(Refusal) as refused:
        done_by("sibling_township_centre", ops.end_substitution, row, ends_on=TODAY)
    assert refused.value.status == 404
    assert not recorded("organisation.substitution_ended")


@pytest.mark.parametrize(
    ("unit", "kind", "key", "days", "code"),
    [
        ("t_water", "deputy", "mediator", 3, "organisation.nobody_away"),
        ("t_water", "head", "water_station_head", 3, "refusal.invalid"),
        ("t_water", "head", "mediator", 0, "refusal.invalid"),
    ],
)
def test_a_substitute_who_makes_no_sense(
    unit: str, kind: str, key: str, days: int, code: str
) -> None:
    ends_on = TODAY + timedelta(days=days)
    with pytest.raises(Refusal) as refused:
        done_by(
            "security_admin",
            ops.substitute,
            post(unit, kind).pk,
            person(key),
            starts_on=TODAY,
            ends_on=ends_on,
        )
    assert refused.value.code == code


def test_the_same_days_have_one_substitute() -> None:
    head, span = post("t_water", "head"), {"starts_on": TODAY, "ends_on": date(2026, 3, 9)}
    done_by("security_admin", ops.substitute, head.pk, person("mediator"), **span)
    with pytest.raises(Refusal) as refused:
        done_by("security_admin", ops.substitute, head.pk, person("traffic_station_head"), **span)
    assert refused.value.code == "organisation.substituted_already"


def test_what_begins_or_ends_later_changes_the_cover_on_its_day() -> None:
    head, later = post("t_water", "head"), TODAY + timedelta(days=5)
    done_by("security_admin", ops.dismiss, term("water_station_head"), ends_on=later)
    done_by("security_admin", ops.appoint, head.pk, person("mediator"), starts_on=later)
    deputy = post("t_water", "deputy")
    done_by("security_admin", ops.appoint, deputy.pk, person("police_head"), starts_on=later)
    assert cover(deputy.pk)[1] == "head"
    done_by(CLOCK, ops.renew_cover_today, at=AT + timedelta(days=5))
    assert cover(deputy.pk) == (deputy.pk, "own")


@pytest.mark.parametrize(
    ("unit", "kind", "area", "demanded"),
    [
        ("water", "deputy", "431124", True),  # every post of the county
        ("t_water", "deputy", "431124212", False),
        ("v_service_station", "deputy", VILLAGE, False),
    ],
)
def test_posts_of_the_county_demand_a_second_factor(
    unit: str, kind: str, area: str, demanded: bool
) -> None:
    mine = account("mediator")
    mine.set_password("eine-lange-Losung-7")
    mine.save(update_fields=["password"])
    done_by(CLOCK, ops.appoint, post(unit, kind, area).pk, person("mediator"), starts_on=TODAY)
    assert account("mediator").must_use_second_factor is demanded
    assert len(recorded("account.second_factor_demanded")) == demanded


def test_an_account_without_a_password_is_left_as_it_is() -> None:
    done_by(
        CLOCK,
        ops.appoint,
        post("water", "deputy", "431124").pk,
        person("mediator"),
        starts_on=TODAY,
    )
    assert not account("mediator").must_use_second_factor
