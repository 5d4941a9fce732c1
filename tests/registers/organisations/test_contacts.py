"""The number a resident sees: the worker's if agreed to, else the station's, and never another."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.factories.world import VILLAGE
from tests.registers.organisations.staff import (
    AT,
    CLOCK,
    GRID,
    TODAY,
    done_by,
    person,
    post,
    recorded,
    term,
)
from wangge.lib.refusal import Refusal
from wangge.registers.organisations import operations as ops
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.contacts import public_contact
from wangge.registers.organisations.rules.contacts import PublicContact
from wangge.registers.people.models import PublicPhone

pytestmark = pytest.mark.django_db

OWN, OTHER, DESK = "10000000001", "10000000002", "10000000003"


def station() -> UUID:
    pk: UUID = Unit.objects.get(kind="v_service_station", area=VILLAGE).pk
    return pk


def contact() -> PublicContact:
    found = public_contact(GRID, TODAY)
    assert found is not None
    return found


def test_the_stations_number_stands_until_the_worker_agrees() -> None:
    assert contact().phone == ""
    done_by("station_head", ops.set_unit_phone, station(), DESK)
    assert (contact().worker, contact().phone, contact().of_station) == ("甲网格员", DESK, True)
    done_by("grid_worker", ops.publish_phone, person("grid_worker"), OWN)
    assert (contact().phone, contact().of_station) == (OWN, False)


def test_what_was_agreed_to_can_be_taken_back_and_is_gone() -> None:
    me = person("grid_worker")
    done_by("grid_worker", ops.publish_phone, me, OWN)
    done_by("grid_worker", ops.publish_phone, me, OTHER)
    assert contact().phone == OTHER
    done_by("grid_worker", ops.withdraw_phone, me)
    assert contact().phone == ""
    assert set(PublicPhone.objects.values_list("phone", "taken_back_at")) == {("", AT)}
    with pytest.raises(Refusal) as refused:
        done_by("grid_worker", ops.withdraw_phone, me)
    assert refused.value.code == "contact.none_published"


def test_the_station_notes_the_consent_and_the_log_says_so() -> None:
    done_by("station_head", ops.publish_phone, person("grid_worker"), OWN)
    (event,) = recorded("person.phone_published")
    assert event.codes == {"noted_for_another": True}
    assert event.post_id == post("v_service_station", "head", VILLAGE).pk


@pytest.mark.parametrize("key", ["grid_worker_2", "other_station_head", "sibling_head", "auditor"])
def test_nobody_else_publishes_a_number(key: str) -> None:
    for change, said in ((ops.publish_phone, (OWN,)), (ops.withdraw_phone, ())):
        with pytest.raises(Refusal) as refused:
            done_by(key, change, person("grid_worker"), *said)
        assert refused.value.status == 404


def test_the_station_publishes_no_number_of_people_without_a_grid() -> None:
    with pytest.raises(Refusal) as refused:
        done_by("station_head", ops.publish_phone, person("committee_head"), OWN)
    assert refused.value.status == 404


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        done_by("grid_worker", ops.publish_phone, person("grid_worker"), "123")
    assert set(refused.value.fields) == {"phone"}


def test_a_vacant_grid_names_its_deputy_or_nobody() -> None:
    done_by(CLOCK, ops.dismiss, term("grid_worker"), ends_on=TODAY)
    assert contact().worker == ""
    deputy = post("v_service_station", "grid_deputy", GRID)
    said = {"starts_on": TODAY, "origin": "resident_cadre"}
    done_by(CLOCK, ops.appoint, deputy.pk, person("mediator"), **said)
    done_by("mediator", ops.publish_phone, person("mediator"), OTHER)
    assert (contact().worker, contact().phone) == ("甲调解", OTHER)


def test_a_grid_that_is_none_has_no_contact() -> None:
    assert public_contact(f"{VILLAGE}009", TODAY) is None
    assert public_contact(VILLAGE, TODAY) is None


@pytest.mark.parametrize("key", ["grid_worker", "station_clerk", "sibling_head"])
def test_only_who_leads_or_appoints_sets_the_number_of_a_desk(key: str) -> None:
    with pytest.raises(Refusal) as refused:
        done_by(key, ops.set_unit_phone, station(), DESK)
    assert refused.value.status == 403
    done_by("township_centre", ops.set_unit_phone, station(), DESK)
    done_by("township_centre", ops.set_unit_phone, station(), "")
    assert Unit.objects.get(pk=station()).phone == ""
