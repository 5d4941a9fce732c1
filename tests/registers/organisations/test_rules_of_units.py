"""Kinds of units and posts, and the line above each."""

from __future__ import annotations

from pathlib import Path

import pytest

import wangge
from wangge.lib.area_code import Level
from wangge.lib.words import Catalogue
from wangge.registers.organisations.rules.duty_sheets import DUTY_SHEETS
from wangge.registers.organisations.rules.lines import (
    CENTRES,
    LEADING_GROUP,
    line_above,
    superior_of,
)
from wangge.registers.organisations.rules.post_kinds import (
    OF_THE_PLATFORM,
    PostKind,
    desk_of,
    post_kinds_of,
)
from wangge.registers.organisations.rules.unit_kinds import (
    UnitForm,
    centre_that_took_in,
    offices_merged_into,
    unit_kind,
    unit_kinds,
)

WORDS = Catalogue(Path(wangge.__file__).parent / "words", strict=True)
THREE_CENTRES = ("t_grid_centre", "t_service_centre", "t_mediation_centre")

every_kind = pytest.mark.parametrize("code", sorted(unit_kinds()))


@every_kind
def test_every_unit_has_head_deputy_and_handler_and_a_desk(code: str) -> None:
    posts = post_kinds_of(code)
    assert posts[:3] == (PostKind.HEAD, PostKind.DEPUTY, PostKind.HANDLER)
    assert len(set(posts)) == len(posts)
    assert desk_of(code) in posts


@every_kind
def test_posts_follow_from_the_form_of_the_unit(code: str) -> None:
    form, posts = unit_kind(code).form, post_kinds_of(code)
    assert (PostKind.INTAKE in posts) == (form in {UnitForm.CENTRE, UnitForm.STATION})
    assert (PostKind.LIAISON in posts) == (form is UnitForm.DEPARTMENT)


def test_single_units_have_posts_of_their_own() -> None:
    def with_post(kind: PostKind) -> set[str]:
        return {code for code in unit_kinds() if kind in post_kinds_of(code)}

    assert with_post(PostKind.GRID_WORKER) == {"v_service_station"}
    assert with_post(PostKind.SUPERVISOR) == {
        "political_legal_committee",
        "county_government_office",
    }
    assert with_post(PostKind.RECORDER) == {"county_party_office", "county_government_office"}
    for kind in OF_THE_PLATFORM:
        assert with_post(kind) == {"county_grid_centre"}


@every_kind
def test_every_line_ends_with_the_leading_group(code: str) -> None:
    line = line_above(code)
    assert (line == ()) == (code == LEADING_GROUP)
    assert code == LEADING_GROUP or line[-1] == LEADING_GROUP
    assert all(unit_kind(above).level <= unit_kind(code).level for above in line)


def test_a_dispatched_office_answers_to_its_department() -> None:
    for kind in unit_kinds().values():
        if kind.form is UnitForm.DISPATCHED:
            above = superior_of(kind.code)
            assert above is not None
            assert unit_kind(above).level is Level.COUNTY


def test_each_level_has_its_centre() -> None:
    assert {unit_kind(code).level for code in CENTRES.values()} == set(CENTRES)


def test_the_function_map_reads_both_ways() -> None:
    assert offices_merged_into("t_grid_centre") == ("t_social",)
    assert set(offices_merged_into("t_service_centre")) == {
        "t_labour",
        "t_civil",
        "t_medins",
        "t_family",
        "t_land",
    }
    assert set(offices_merged_into("t_mediation_centre")) == {
        "t_politics",
        "t_petition",
        "d_justice",
    }
    merged = {office for centre in THREE_CENTRES for office in offices_merged_into(centre)}
    for office in unit_kinds():
        centre = centre_that_took_in(office)
        assert (centre is not None) == (office in merged)
        assert centre is None or office in offices_merged_into(centre)


def test_four_levels_of_duty_answer_to_the_one_above() -> None:
    codes = [sheet.code for sheet in DUTY_SHEETS]
    assert codes == ["committee", "government", "township", "village"]
    assert [sheet.answers_to for sheet in DUTY_SHEETS] == [None, *codes[:-1]]


@pytest.mark.parametrize("language", WORDS.languages)
def test_every_kind_and_duty_has_words(language: str) -> None:
    for kind in (*unit_kinds().values(), *PostKind):
        assert WORDS.say(kind.words, language)
    for sheet in DUTY_SHEETS:
        for message in (sheet.title, sheet.answerable, *sheet.lines):
            assert WORDS.say(message, language)


def test_no_duty_is_left_out_of_the_sheets() -> None:
    told = {line.words_id for sheet in DUTY_SHEETS for line in sheet.lines}
    told |= {m.words_id for sheet in DUTY_SHEETS for m in (sheet.title, sheet.answerable)}
    assert told == {words for words in WORDS.ids("zh") if words.startswith("duty-")}
