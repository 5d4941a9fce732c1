"""Persons in public office: entered with a sealed number, found again, given an account."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tests.registers.organisations.staff import AT, CLOCK, account, actor, done_by, recorded
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import opened_phone
from wangge.registers.accounts.operations import create_account
from wangge.registers.people.models import Person
from wangge.registers.people.operations import NewOfficer, enter_officers, give_account
from wangge.registers.people.queries import names_of_officers, officer_with, officers_named

pytestmark = pytest.mark.django_db

NUMBER = "10000000077"


def entered(*officers: NewOfficer) -> list[UUID]:
    keys: list[UUID] = done_by(CLOCK, enter_officers, officers)
    return keys


def test_a_number_is_sealed_and_the_name_is_open() -> None:
    (key,) = entered(NewOfficer("壬新人", sex="female", phone=NUMBER, e_mail="ren@example.org"))
    person = door(actor("grid_worker"), lambda: Person.objects.get(pk=key))
    assert (person.name, person.sex, person.officer) == ("壬新人", "female", True)
    assert NUMBER.encode() not in bytes(person.phone)
    assert opened_phone(person.phone) == NUMBER


def test_without_a_number_nothing_is_sealed() -> None:
    (key,) = entered(NewOfficer("壬新人"))
    person = Person.objects.get(pk=key)
    assert (person.phone, person.phone_digest) == (None, None)
    assert opened_phone(person.phone) == ""


def test_keys_come_in_the_order_of_the_names_and_one_event_counts_them() -> None:
    names = ["癸一", "癸二", "癸三"]
    keys = entered(*map(NewOfficer, names))
    found = names_of_officers(keys)
    assert [found[key] for key in keys] == names
    (event,) = recorded("person.entered")[-1:]
    assert (event.object_id, event.at, event.codes) == (str(keys[0]), AT, {"count": 3})


def test_somebody_is_found_by_name_and_whole_number_alone() -> None:
    (key, _) = entered(
        NewOfficer("壬新人", phone=NUMBER), NewOfficer("壬新人", phone="10000000078")
    )
    assert officer_with("壬新人", "100 0000 0077") == key
    assert officer_with("壬新", NUMBER) is None
    assert officer_with("壬新人", NUMBER[-4:]) is None
    assert officers_named("壬新").count() == 2


def test_an_account_is_given_and_recorded() -> None:
    (key,) = entered(NewOfficer("壬新人"))
    new = done_by(CLOCK, create_account, "ren.xin", password=None)
    done_by("security_admin", give_account, key, new.pk)
    assert account("ren.xin").pk == Person.objects.get(pk=key).account_id
    (event,) = recorded("account.given")[-1:]
    assert (event.object_id, event.codes) == (str(key), {"account": str(new.pk)})
    assert event.person_id == actor("security_admin").person_id


def test_nobody_can_be_given_an_account_who_is_not_there() -> None:
    before = len(recorded("account.given"))
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, give_account, uuid4(), account("grid_worker").pk)
    assert refused.value.status == 404
    assert len(recorded("account.given")) == before
