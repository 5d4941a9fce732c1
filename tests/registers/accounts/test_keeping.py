"""Accounts kept by the security administrator: who may, for whom, and what is recorded."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.registers.organisations.staff import (
    AT,
    CLOCK,
    account,
    actor,
    done_by,
    person,
    post,
    recorded,
)
from wangge.lib.refusal import Refusal
from wangge.registers.accounts import operations as accounts
from wangge.registers.accounts.models import Account
from wangge.registers.accounts.rules import ONE_TIME_PASSWORD_LIFE
from wangge.registers.organisations import operations as ops
from wangge.registers.organisations.queries.officers import with_account
from wangge.registers.people.models import Person
from wangge.registers.people.operations import NewOfficer, enter_officers

pytestmark = pytest.mark.django_db

NETWORK = "192.0.2"
ACTS = (
    ops.reset_password,
    ops.disable_account,
    ops.enable_account,
    ops.end_account_sessions,
    ops.reset_second_factor,
)


def newcomer(name: str = "戊新人") -> UUID:
    (pk,) = done_by(CLOCK, enter_officers, [NewOfficer(name)])
    return pk


def open_for(pk: UUID, username: str = "wu.xinren") -> ops.NewAccount:
    made: ops.NewAccount = done_by("security_admin", ops.open_account, pk, username)
    return made


def test_a_new_account_signs_in_once_with_what_was_handed_over() -> None:
    pk = newcomer()
    made = open_for(pk)
    assert Person.objects.get(pk=pk).account_id == made.account_id
    found = done_by(CLOCK, accounts.check_sign_in, "wu.xinren", made.password, network=NETWORK)
    assert found == made.account_id
    assert Account.objects.get(pk=found).must_change_password
    assert made.password not in repr(made)
    admin = post("county_grid_centre", "security_admin", "431124").pk
    (created,) = [e for e in recorded("account.created") if e.object_id == str(found)]
    assert created.post_id == admin
    assert len(recorded("password.reset")) == 1


def test_what_was_handed_over_runs_out() -> None:
    made = open_for(newcomer())
    late = AT + ONE_TIME_PASSWORD_LIFE + timedelta(minutes=1)
    with pytest.raises(Refusal) as refused:
        done_by(CLOCK, accounts.check_sign_in, "wu.xinren", made.password, network=NETWORK, at=late)
    assert refused.value.code == "account.one_time_password_over"


@pytest.mark.parametrize("username", ["Wu", "ab", "x" * 61, "station_clerk"])
def test_a_name_that_is_malformed_or_taken(username: str) -> None:
    pk = newcomer()
    with pytest.raises(Refusal) as refused:
        open_for(pk, username)
    assert "username" in refused.value.fields


def test_one_person_one_account() -> None:
    with pytest.raises(Refusal) as refused:
        open_for(person("mediator"))
    assert refused.value.code == "account.has_one"


def test_a_post_of_the_county_is_seen_when_the_account_is_opened() -> None:
    pk = newcomer()
    wanted = post("water", "deputy", "431124")
    done_by(CLOCK, ops.appoint, wanted.pk, pk, starts_on=AT.date())
    assert Account.objects.get(pk=open_for(pk).account_id).must_use_second_factor


@pytest.mark.parametrize("key", ["auditor", "it_admin", "county_centre", "township_centre"])
@pytest.mark.parametrize("act", ACTS)
def test_nobody_else_manages_accounts(key: str, act: object) -> None:
    with pytest.raises(Refusal) as refused:
        done_by(key, act, account("station_clerk").pk)
    assert refused.value.status == 403


@pytest.mark.parametrize("act", ACTS)
def test_an_account_of_another_county_is_not_there(act: object) -> None:
    answers = []
    for pk in (account("other_station_head").pk, uuid4()):
        with pytest.raises(Refusal) as refused:
            done_by("security_admin", act, pk)
        answers.append((refused.value.status, refused.value.message))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


@pytest.mark.parametrize("act", ACTS)
def test_nobody_manages_the_own_account(act: object) -> None:
    with pytest.raises(Refusal) as refused:
        done_by("security_admin", act, account("security_admin").pk)
    assert refused.value.code == "account.own"


@pytest.mark.parametrize(
    ("act", "event"),
    [
        (ops.reset_password, "password.reset"),
        (ops.disable_account, "account.disabled"),
        (ops.enable_account, "account.enabled"),
        (ops.end_account_sessions, "account.sessions_ended"),
        (ops.reset_second_factor, "account.second_factor_reset"),
    ],
)
def test_what_is_done_is_recorded_with_the_post_that_allowed_it(act: object, event: str) -> None:
    done_by("security_admin", act, account("station_clerk").pk)
    (written,) = recorded(event)
    assert written.object_id == str(account("station_clerk").pk)
    assert written.post_id == post("county_grid_centre", "security_admin", "431124").pk


def test_closed_and_opened_again() -> None:
    made = open_for(newcomer())
    said = ("wu.xinren", made.password)
    done_by("security_admin", ops.disable_account, made.account_id)
    with pytest.raises(Refusal):
        done_by(CLOCK, accounts.check_sign_in, *said, network=NETWORK)
    done_by("security_admin", ops.enable_account, made.account_id)
    assert done_by(CLOCK, accounts.check_sign_in, *said, network=NETWORK) == made.account_id


def test_the_list_holds_the_county_and_is_searched_by_both_names() -> None:
    by = actor("security_admin")
    names = set(with_account(by, AT).values_list("username", flat=True))
    assert {"station_clerk", "county_centre"} <= names
    assert not {"other_station_head", "other_county_centre"} & names
    found = with_account(by, AT, who="station_").values_list("username", flat=True)
    assert set(found) == {"station_clerk", "station_head"}
    assert with_account(by, AT, who="文书").get().account == account("station_clerk")
    assert not with_account(actor("auditor"), AT).exists()
