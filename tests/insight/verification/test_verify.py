"""`wangge verify` passes on what the platform made, and finds every fault that is planted."""

# ruff: noqa: S608 - the faults are SQL of our own

from __future__ import annotations

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.factories.world import COUNTY
from tests.insight.verification.conftest import Plant
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.insight.verification.queries.verifying import verify
from wangge.insight.verification.rules import NAMED, Finding, finding
from wangge.work.cases.models import Case

CLOCK = Actor.clock(COUNTY)

# The case a fault is planted in, and another one.
OPEN = "(SELECT id FROM cases_case WHERE is_open AND NOT restricted ORDER BY id LIMIT 1)"
CLOSED = "(SELECT id FROM cases_case WHERE NOT is_open LIMIT 1)"
TASKED = "(SELECT case_id FROM cases_casetask WHERE done_at IS NULL LIMIT 1)"
STRANGER = "(SELECT id FROM organisations_unit WHERE area_id = '431199' LIMIT 1)"
VACANT = (
    "(SELECT post_id FROM organisations_postcover WHERE reason = 'above' AND ends_on IS NULL"
    " ORDER BY post_id LIMIT 1)"
)

FAULTS = {
    "facts_readable": f"UPDATE cases_case SET facts = '{{}}' WHERE id = {OPEN}",
    "columns_as_facts": f"UPDATE cases_case SET state = 'suspended' WHERE id = {OPEN}",
    "term_as_facts": f"UPDATE cases_caseterm SET ended_at = now() WHERE case_id = {OPEN}",
    "tasks_as_facts": f"UPDATE cases_casetask SET done_at = now() WHERE case_id = {TASKED}",
    "hands_take_part": f"UPDATE cases_case SET participants = '{{}}' WHERE id = {OPEN}",
    "parties_as_category": "UPDATE cases_case SET parties_shown_to = participants"
    f" WHERE id = {OPEN}",
    "in_hands": "UPDATE organisations_post SET valid_to = '2026-01-02' WHERE id ="
    f" (SELECT responsible_post_id FROM cases_case WHERE id = {OPEN})",
    "looked_at": "ALTER TABLE cases_case DROP CONSTRAINT case_open_has_next_look;"
    f"UPDATE cases_case SET next_look_at = NULL WHERE id = {OPEN}",
    "held": "DELETE FROM organisations_postcover WHERE post_id ="
    f" (SELECT responsible_post_id FROM cases_case WHERE id = {OPEN})",
    "over_means_no_term": "UPDATE cases_caseterm SET ended_at = NULL WHERE id ="
    f" (SELECT id FROM cases_caseterm WHERE case_id = {CLOSED} LIMIT 1)",
    "participants": f"UPDATE cases_caseparticipant SET unit_id = {STRANGER} WHERE id ="
    f" (SELECT id FROM cases_caseparticipant WHERE case_id = {OPEN} LIMIT 1)",
    "steps": f"DELETE FROM cases_casestep WHERE case_id = {CLOSED} AND ordinal = 2",
    "reporter": f"DELETE FROM cases_casereporter WHERE case_id = {OPEN}",
    "posts_covered": f"DELETE FROM organisations_postcover WHERE post_id = {VACANT}",
    "covers_filled": f"UPDATE organisations_postcover SET covered_by_id = post_id"
    f" WHERE post_id = {VACANT}",
    "groups_placed": "UPDATE areas_villagergroup SET grid_id = NULL WHERE id ="
    " (SELECT min(id) FROM areas_villagergroup)",
    "households_placed": "UPDATE people_household SET area_code = village_code",
    "grids_posted": "UPDATE organisations_post SET kind = 'handler' WHERE kind = 'grid_worker' AND"
    " area_id = (SELECT min(area_id) FROM organisations_post WHERE kind = 'grid_worker')",
}


def _first_open() -> Case:
    return Case.objects.open().filter(restricted=False).order_by("pk")[0]


def broken() -> dict[str, Finding]:
    found = door(CLOCK, lambda: verify(timezone.now()), read_only=True)
    return {each.check: each for each in found if not each.holds}


def test_what_the_platform_made_holds(plant: Plant) -> None:
    out = StringIO()
    call_command("verify", stdout=out)
    lines = out.getvalue().splitlines()
    assert len(lines) == len(FAULTS)
    assert all(line.startswith("✓") for line in lines)


def test_every_check_has_a_fault_it_finds() -> None:
    assert sorted(FAULTS) == sorted(
        words.removeprefix("verify-check-")
        for words in settings.WORDS.ids("zh")
        if words.startswith("verify-check-")
    )


@pytest.mark.parametrize("check", FAULTS)
def test_a_planted_fault_is_found(plant: Plant, check: str) -> None:
    plant(FAULTS[check])
    found = broken()
    assert check in found
    assert found[check].broken >= 1
    assert found[check].first


def test_a_fault_is_named_by_number_and_ends_in_an_error(plant: Plant) -> None:
    plant(FAULTS["columns_as_facts"])
    number = door(CLOCK, lambda: _first_open().number)
    out = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("verify", "--language", "en", stdout=out)
    assert refused.value.returncode == 1
    (line,) = (line for line in out.getvalue().splitlines() if line.startswith("✗"))
    assert line == f"✗ Columns of cases say what the facts say: 1 of 5 do not, first {number}"


def test_what_a_case_says_is_never_printed(plant: Plant) -> None:
    plant(*(FAULTS[check] for check in ("columns_as_facts", "steps", "participants")))
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("verify", stdout=out)
    assert "路灯" not in out.getvalue()
    assert "甲" not in out.getvalue()


def test_a_claim_of_the_clock_is_no_fault(plant: Plant) -> None:
    plant(
        "UPDATE cases_case SET next_look_at = next_look_at + interval '20 minutes'"
        f" WHERE id = {OPEN}"
    )
    assert broken() == {}


def test_a_finding_counts_all_and_names_a_few() -> None:
    found = finding("steps", 100, map(str, range(NAMED + 3)))
    assert (found.broken, len(found.first)) == (NAMED + 3, NAMED)
