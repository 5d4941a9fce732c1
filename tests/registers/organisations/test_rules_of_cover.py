"""Somebody always answers for a post, also when its holder leaves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wangge
from wangge.lib.words import Catalogue
from wangge.registers.organisations.rules.cover import (
    Cover,
    CoverReason,
    PostPlace,
    Structure,
    cover,
)
from wangge.registers.organisations.rules.post_kinds import PostKind

UNITS = ("station", "centre", "township")
KINDS = (PostKind.HEAD, PostKind.DEPUTY, PostKind.INTAKE)


def named(*parts: str) -> UUID:
    return uuid5(NAMESPACE_OID, "/".join(parts))


def place(unit: str, kind: PostKind, *, filled: bool) -> PostPlace:
    return PostPlace(named(unit, kind), named(unit), kind, filled)


def structure(filled: set[tuple[str, PostKind]]) -> Structure:
    """Three units one above the other, each with three posts, some of them filled."""
    places = [place(u, k, filled=(u, k) in filled) for u in UNITS for k in KINDS]
    superior = {named(low): named(high) for low, high in pairwise(UNITS)}
    return Structure({each.post_id: each for each in places}, superior)


INTAKE = named("station", PostKind.INTAKE)


@pytest.mark.parametrize(
    ("filled", "answers", "reason"),
    [
        ({("station", PostKind.INTAKE)}, ("station", PostKind.INTAKE), CoverReason.OWN),
        (
            {("station", PostKind.DEPUTY), ("station", PostKind.HEAD)},
            ("station", PostKind.DEPUTY),
            CoverReason.DEPUTY,
        ),
        (
            {("station", PostKind.HEAD), ("centre", PostKind.HEAD)},
            ("station", PostKind.HEAD),
            CoverReason.HEAD,
        ),
        (
            {("centre", PostKind.HEAD), ("centre", PostKind.DEPUTY)},
            ("centre", PostKind.HEAD),
            CoverReason.ABOVE,
        ),
        (
            {("centre", PostKind.DEPUTY), ("township", PostKind.HEAD)},
            ("centre", PostKind.DEPUTY),
            CoverReason.ABOVE,
        ),
        ({("township", PostKind.HEAD)}, ("township", PostKind.HEAD), CoverReason.ABOVE),
    ],
)
def test_the_nearest_answers(
    filled: set[tuple[str, PostKind]], answers: tuple[str, PostKind], reason: CoverReason
) -> None:
    assert cover(INTAKE, structure(filled)) == Cover(named(*answers), reason)


def test_a_holder_on_leave_keeps_the_post_through_a_substitute() -> None:
    county = structure({("station", PostKind.INTAKE)})
    away = replace(county.posts[INTAKE], substituted=True)
    found = cover(INTAKE, Structure({**county.posts, INTAKE: away}, county.superior))
    assert found == Cover(INTAKE, CoverReason.SUBSTITUTE)


@settings(deadline=None)
@given(st.sets(st.tuples(st.sampled_from(UNITS), st.sampled_from(KINDS))))
def test_a_filled_post_answers_and_nobody_only_if_all_above_are_vacant(
    filled: set[tuple[str, PostKind]],
) -> None:
    county = structure(filled)
    for post_id in county.posts:
        found = cover(post_id, county)
        if found is not None:
            assert county.posts[found.post_id].filled
            assert (found.reason is CoverReason.OWN) == county.posts[post_id].filled
    leaders = {kind for unit, kind in filled if kind is not PostKind.INTAKE}
    own = ("station", PostKind.INTAKE) in filled
    assert (cover(INTAKE, county) is not None) == bool(leaders or own)


GRID_POSTS = (PostKind.GRID_WORKER, PostKind.GRID_DEPUTY)


@pytest.mark.parametrize("vacant", GRID_POSTS)
def test_worker_and_deputy_of_a_grid_stand_in_for_each_other_and_for_no_other_grid(
    vacant: PostKind,
) -> None:
    station = structure({("station", PostKind.DEPUTY)})
    of_grids = [
        PostPlace(
            named(grid, kind), named("station"), kind, grid == "2" or kind != vacant, False, grid
        )
        for grid in ("1", "2")
        for kind in GRID_POSTS
    ]
    county = Structure({**station.posts, **{p.post_id: p for p in of_grids}}, station.superior)
    (other,) = set(GRID_POSTS) - {vacant}
    assert cover(named("1", vacant), county) == Cover(named("1", other), CoverReason.BESIDE)
    alone = {**county.posts}
    alone[named("1", other)] = replace(county.posts[named("1", other)], filled=False)
    found = cover(named("1", vacant), Structure(alone, county.superior))
    assert found == Cover(named("station", PostKind.DEPUTY), CoverReason.DEPUTY)


def test_a_unit_above_itself_is_an_error() -> None:
    circle = {named("station"): named("centre"), named("centre"): named("station")}
    with pytest.raises(ValueError, match="above itself"):
        cover(INTAKE, Structure(structure(set()).posts, circle))


def test_every_reason_has_words() -> None:
    words = Catalogue(Path(wangge.__file__).parent / "words", strict=True)
    for language in words.languages:
        assert all(words.say(reason.words, language) for reason in CoverReason)
