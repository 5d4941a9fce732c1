"""Row-level security: forced where the document says so, closed without a scope, sharp at the edges."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.apps import apps
from django.contrib.gis.geos import Point
from django.db import ProgrammingError, connection

from tests.architecture.sources import tables
from tests.factories.world import COUNTY, OTHER_COUNTY, TOWNSHIPS, VILLAGE
from wangge.access.actor import Actor
from wangge.access.sight import Sight
from wangge.doors.door import door, scope_of
from wangge.registers.audit.models import AuditEvent
from wangge.registers.people.models import Household
from wangge.registers.people.operations import NewHousehold, enter_households
from wangge.work.cases.models import Case
from wangge.work.cases.operations import Filing, report

Officer = Callable[[str], Actor]
CLOCK = Actor.clock(COUNTY)
PLATFORM_ROLES = ("wangge_web", "wangge_worker")
# What anybody may see without being asked who they are, with the reason.
OPEN_TO_ALL = {"people.Person": "who holds public office is no secret"}


def protected() -> list[str]:
    """Models that docs/data.md places behind the second wall."""
    rows = [row for row in tables("data.md") if "Model" in row]
    return [r["Model"].strip("`") for r in rows if r["Protection"].startswith("row security")]


def protection(label: str) -> str:
    return next(r["Protection"] for r in tables("data.md") if r.get("Model") == f"`{label}`")


def table(label: str) -> str:
    return str(apps.get_model(label)._meta.db_table)


def ask(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def count(label: str) -> int:
    return int(apps.get_model(label)._base_manager.count())


def file_case(area_code: str, at: datetime) -> Case:
    filing = Filing(
        words="x",
        category="0404",
        area_code=area_code,
        query_code="7KFN3MWP",
        handler_may_contact=False,
        channel="portal",
    )
    return door(Actor.visitor(), lambda: report(filing, by=Actor.visitor(), at=at))


@pytest.mark.django_db
def test_the_second_wall_stands_where_the_document_says() -> None:
    walled = ask("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    assert {name for (name,) in walled} == set(map(table, protected()))


@pytest.mark.django_db
@pytest.mark.parametrize("label", protected())
def test_a_protected_table_has_one_policy_for_each_verb(label: str) -> None:
    verbs = ask("SELECT cmd FROM pg_policies WHERE tablename = %s ORDER BY cmd", table(label))
    assert [verb for (verb,) in verbs] == ["DELETE", "INSERT", "SELECT", "UPDATE"]


@pytest.mark.django_db
@pytest.mark.parametrize("label", protected())
def test_no_policy_calls_a_function_over_the_row(label: str) -> None:
    """Settings are read in a sub-select: once per statement, and an index can still serve."""
    policies = ask(
        "SELECT coalesce(qual, with_check) FROM pg_policies WHERE tablename = %s", table(label)
    )
    bare = [
        sql for (sql,) in policies if str(sql).count("current_setting") > str(sql).count("SELECT")
    ]
    assert bare == []


@pytest.mark.django_db
@pytest.mark.parametrize("label", protected())
def test_a_table_belongs_to_the_kind_of_sight_that_the_document_says(label: str) -> None:
    """To one or none; and its policies read no setting that the door does not set."""
    ((policies,),) = ask(
        "SELECT string_agg(concat(qual, with_check), ' ') FROM pg_policies WHERE tablename = %s",
        table(label),
    )
    read = set(re.findall(r"'wangge\.(\w+)'", str(policies)))
    assert {f"wangge.{name}" for name in read} <= set(scope_of(CLOCK))
    kinds = [kind.label for kind in Sight if read.intersection(kind.slots)]
    assert kinds == re.findall(r"sight of (\w+)", protection(label))


@pytest.mark.django_db
@pytest.mark.parametrize("role", PLATFORM_ROLES)
def test_what_was_recorded_stays(role: str) -> None:
    (granted,) = ask(
        "SELECT has_table_privilege(%s, %s, 'SELECT'), has_table_privilege(%s, %s, 'INSERT'),"
        " has_table_privilege(%s, %s, 'UPDATE, DELETE, TRUNCATE')",
        *(role, table("audit.AuditEvent")) * 3,
    )
    assert granted == (True, True, False)


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_the_log(verb: str) -> None:
    def unit() -> None:
        rows = AuditEvent.objects.all()
        assert rows.exists()
        rows.update(kind="case.moved") if verb == "update" else rows.delete()

    with pytest.raises(ProgrammingError, match="permission denied"):
        door(CLOCK, unit)


FORGOTTEN_BY_THE_CLOCK = frozenset({"notices.Notice"})
APPEND_ONLY = frozenset({"audit.AuditEvent", "divisions.DraftStep"})


@pytest.mark.parametrize("label", sorted(APPEND_ONLY))
def test_what_is_only_added_to_cannot_be_deleted(own_database: None, label: str) -> None:
    def unit() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table(label)}")  # noqa: S608 - a name of our own

    with pytest.raises(ProgrammingError, match="permission denied"):
        door(CLOCK, unit)


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(set(protected()) - APPEND_ONLY - FORGOTTEN_BY_THE_CLOCK))
def test_even_the_clock_that_sees_everything_deletes_nothing(label: str, at: datetime) -> None:
    file_case(VILLAGE, at)

    def unit() -> tuple[int, int]:
        before = count(label)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table(label)}")  # noqa: S608 - a name of our own
        return before, count(label)

    before, after = door(CLOCK, unit)
    assert before == after


@pytest.mark.parametrize("label", sorted(set(protected()) - OPEN_TO_ALL.keys()))
@pytest.mark.parametrize("before", ["never set", "set and ended"])
def test_without_a_scope_nothing_is_seen(
    own_database: None, at: datetime, label: str, before: str
) -> None:
    file_case(VILLAGE, at)
    if before == "never set":
        connection.close()
    assert count(label) == 0


@pytest.mark.django_db
def test_a_visitor_sees_no_case_and_the_clock_sees_it(at: datetime) -> None:
    case = file_case(VILLAGE, at)
    found = [door(actor, lambda: list(Case.objects.all())) for actor in (Actor.visitor(), CLOCK)]
    assert found == [[], [case]]


@pytest.mark.django_db
def test_a_receipt_opens_exactly_one_case(at: datetime) -> None:
    case, _ = file_case(VILLAGE, at), file_case(VILLAGE, at)
    holder = Actor.reporter(case.receipt)
    assert door(holder, lambda: list(Case.objects.all())) == [case]
    assert door(Actor.reporter(""), lambda: list(Case.objects.all())) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "townships"),
    [
        ("sibling_township_centre", ["431124101"]),
        ("next_township_centre", ["431124102"]),
        ("edge_township_centre", ["431124109"]),
        ("over_edge_township_centre", ["431124111"]),
        ("county_centre", list(TOWNSHIPS)),
        ("other_county_centre", []),
        ("auditor", []),
        ("it_admin", []),
    ],
)
def test_a_range_ends_where_the_area_ends(
    officer: Officer, at: datetime, key: str, townships: list[str]
) -> None:
    cases = [file_case(code, at) for code in TOWNSHIPS]
    expected = {case.pk for case in cases if case.area_code in townships}
    assert set(door(officer(key), lambda: ask("SELECT id FROM cases_case"))) == {
        (pk,) for pk in expected
    }


@pytest.mark.django_db
def test_households_are_seen_in_their_own_area_only(officer: Officer, at: datetime) -> None:
    home = NewHousehold(f"{VILLAGE}001", None, "x", Point(111.6, 25.5, srid=4490), 4, 3)
    door(CLOCK, lambda: enter_households([home], from_day=at.date(), by=CLOCK, at=at))

    def seen(key: str) -> int:
        return door(officer(key), Household.objects.count)

    insiders = ("grid_worker", "station_head", "township_centre")
    outsiders = ("grid_worker_2", "sibling_head", "water_head", "auditor", "other_station_head")
    see_its_cases = ("committee_head", "township_leader", "county_leader", "supervisor")
    assert [seen(key) for key in insiders] == [1, 1, 1]
    assert [seen(key) for key in see_its_cases] == [0] * len(see_its_cases)
    assert [seen(key) for key in outsiders] == [0] * len(outsiders)


@pytest.mark.django_db
def test_the_invented_county_next_door_is_another_world(officer: Officer) -> None:
    seen = {officer("other_county_centre").sight(kind) for kind in Sight}
    assert seen == {(OTHER_COUNTY,)}
