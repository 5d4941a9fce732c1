"""Routing: who leads where, what is missing, and where a report goes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.work.calendar import MONDAY
from tests.work.cases.rules.county import COUNTY, GRID, LAW, TOWNSHIP, VILLAGE
from wangge.lib.area_code import Level
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.work.cases.rules.categories import categories
from wangge.work.cases.rules.intake import Intake, intake, opening
from wangge.work.cases.rules.routing import Routing, departments_to_ask, seed_routing
from wangge.work.terms.rules.terms import Phase

SEED = seed_routing()


def without(category: str, level: Level) -> Routing:
    return Routing.of(row for place, row in SEED.rows.items() if place != (category, level))


def test_the_seed_answers_every_question() -> None:
    assert SEED.faults() == ()


def test_a_missing_row_is_reported_and_loses_no_report() -> None:
    (fault,) = without("0402", Level.COUNTY).faults()
    assert fault.code == "case.route.missing"
    no_row = without("0905", Level.COUNTY)
    assert intake("0905", GRID, no_row) == Intake("county_grid_centre", Level.COUNTY)


def test_a_unit_of_another_level_is_reported() -> None:
    row = replace(SEED.rows["0402", Level.COUNTY], lead="t_water")
    (fault,) = Routing.of([*without("0402", Level.COUNTY).rows.values(), row]).faults()
    assert fault.code == "case.route.misplaced"


def test_two_answers_to_one_question_are_an_error() -> None:
    row = SEED.rows["0402", Level.COUNTY]
    with pytest.raises(ValueError, match="two routing rows"):
        Routing.of([row, row])


def test_a_route_gives_its_reason() -> None:
    route = SEED.route("0402", Level.COUNTY)
    assert route is not None
    assert (route.lead, route.assist) == ("water", ("waterco",))
    assert route.reason.code == "case.route.lead_assist"
    assert SEED.route("0801", Level.VILLAGE) is None
    assert SEED.levels("0801") == (Level.TOWNSHIP, Level.COUNTY)
    nearest = SEED.first_at_or_above("0801", Level.VILLAGE)
    assert nearest is not None
    assert nearest.level is Level.TOWNSHIP


@pytest.mark.parametrize(
    ("category", "area", "kind", "level"),
    [
        ("0404", GRID, "v_service_station", Level.VILLAGE),
        ("0402", GRID, "t_grid_centre", Level.TOWNSHIP),
        ("1001", GRID, "county_grid_centre", Level.COUNTY),
        ("0404", TOWNSHIP, "t_grid_centre", Level.TOWNSHIP),  # no village named yet
        ("0404", COUNTY, "county_grid_centre", Level.COUNTY),  # no place at all
        ("0801", GRID, "d_police", Level.TOWNSHIP),
        ("0801", COUNTY, "public_security", Level.COUNTY),
        ("0806", GRID, "public_security", Level.COUNTY),
        ("0905", GRID, "discipline_inspection", Level.COUNTY),
    ],
)
def test_a_report_goes_to_the_intake_unit_of_its_category(
    category: str, area: str, kind: str, level: Level
) -> None:
    assert intake(category, area, SEED) == Intake(kind, level)


@pytest.mark.parametrize(
    ("complained_of", "kind"),
    [
        ((), "county_grid_centre"),
        (("county_grid_centre",), "political_legal_committee"),
        (("county_grid_centre", "political_legal_committee"), "leading_group"),
        (("t_water",), "county_grid_centre"),
        (("political_legal_committee",), "leading_group"),  # the centre answers to it
        (("leading_group",), "county_grid_centre"),  # nobody stands above it
    ],
)
def test_a_complaint_passes_by_whoever_is_complained_of(
    complained_of: tuple[str, ...], kind: str
) -> None:
    assert intake("0605", GRID, SEED, complained_of).kind == kind


def test_a_case_begins_with_a_desk_a_term_and_a_look() -> None:
    for code in categories():
        begun = opening(code, VILLAGE, LAW, MONDAY)
        assert begun.term.phase is Phase.ACCEPT
        assert begun.next_look_at == begun.term.due_at
        assert begun.restricted == categories()[code].is_restricted
    assert opening("0404", VILLAGE, LAW, MONDAY).handover.post_kind is PostKind.INTAKE
    assert opening("0905", VILLAGE, LAW, MONDAY).handover.post_kind is PostKind.LIAISON
    assert opening("0801", VILLAGE, LAW, MONDAY).handover.post_kind is PostKind.HEAD
    assert opening("0404", TOWNSHIP, LAW, MONDAY).is_to_be_located


def test_a_township_coordinates_with_the_superior_of_an_office_that_sent_back() -> None:
    assert departments_to_ask("0402", [], SEED) == ("water", "waterco")
    assert departments_to_ask("0104", ["d_land", "t_water"], SEED) == ("natural_resources",)
    assert departments_to_ask("0402", ["d_power"], SEED) == ("power", "water", "waterco")
