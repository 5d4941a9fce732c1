"""Who may see what, said once more in as few words as possible and with none of the code under test.

What concerns cases and what several things share stands here; the rest stands with each thing.

Written from the rules: a case is seen by place (its area lies in mine, it is not restricted, and my
post looks across its area) or by part (my unit takes part; a grid worker speaks for no unit).

Of a case with hidden parties, what was said is read by its handling line alone, and it stands in its
village: who looks after a grid sees it only in the post it lies on.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.factories.world import Officer, officers

HERE = Path(__file__).parent

LOOKS_ACROSS = {
    "v_service_station",
    "v_committee",
    "v_branch",
    "v_oversight",
    "t_grid_centre",
    "t_government",
    "county_grid_centre",
    "leading_group",
}
LOOKS_ACROSS_IN_POST = {
    ("political_legal_committee", "supervisor"),
    ("county_government_office", "supervisor"),
    ("county_government_office", "recorder"),
    ("county_party_office", "recorder"),
}
INTAKE = {"v_service_station", "t_grid_centre", "county_grid_centre"}
OF_A_GRID = {"grid_worker", "grid_deputy"}
OF_THE_PLATFORM = {"auditor", "security_admin", "it_admin"}


@dataclass(frozen=True, slots=True)
class Written:
    """A case as the table has it: what a rule needs to know of it, and how it came about."""

    key: str
    category: str
    area: str
    restricted: bool
    parties: frozenset[str]  # kind@area of every unit that has a part in it
    responsible: str
    holder: str  # kind@area/post: who answers for the post it lies on, held or covered
    may_contact: bool
    readers: frozenset[str]  # kind@area of the handling line; empty where nothing is hidden
    story: str


def written() -> dict[str, Written]:
    """The cases of the table by key."""
    with (HERE / "cases.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["key"]: Written(
                key=row["key"],
                category=row["category"],
                area=row["area"],
                restricted=bool(row["restricted"]),
                parties=frozenset(row["parties"].split()),
                responsible=row["holder"].split("/")[0],
                holder=row["holder"],
                may_contact=row["contact"] == "yes",
                readers=frozenset(row["readers"].split()),
                story=row["story"],
            )
            for row in csv.DictReader(lines)
        }


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks, and the posts they ask in; a visitor has none."""

    key: str
    posts: tuple[Officer, ...] = ()


def staff() -> dict[str, tuple[Officer, ...]]:
    """The posts of each member of staff."""
    posts: dict[str, tuple[Officer, ...]] = {}
    for officer in officers():
        posts[officer.key] = (*posts.get(officer.key, ()), officer)
    return posts


def sees(posts: Iterable[Officer], case: Written) -> bool:
    """Whether somebody in these posts sees the case."""
    return any(
        _by_place(post, case)
        or _by_part(post, case)
        or (bool(case.readers) and _chair(post) == case.holder)
        for post in posts
    )


def reads(posts: Sequence[Officer], case: Written) -> bool:
    """Whether somebody in these posts reads what was said in the case."""
    if not sees(posts, case):
        return False
    return not case.readers or any(
        (_speaks(post) and _unit(post) in case.readers) or _chair(post) == case.holder
        for post in posts
    )


def supervises(posts: Iterable[Officer]) -> bool:
    """Whether one of the posts is of the unit that supervises cases of the table."""
    return any(post.unit_kind == "political_legal_committee" for post in posts)


def knows_reporter(posts: Sequence[Officer], case: Written) -> bool:
    """Whether somebody in these posts may know who reported."""
    if not reads(posts, case):
        return False
    if case.restricted:
        return any(_unit(post) == case.responsible and _by_part(post, case) for post in posts)
    return any(_is_intake(post) and case.area.startswith(post.area_code) for post in posts) or (
        case.may_contact and any(_chair(post) == case.holder for post in posts)
    )


def sees_homes(posts: Iterable[Officer], area: str) -> bool:
    """Whether somebody in these posts sees where the households of an area stand.

    Who looks after them in the village, and who draws grids around them.
    """
    return any(
        area.startswith(post.area_code)
        and post.unit_kind in INTAKE
        and post.post_kind not in OF_THE_PLATFORM
        for post in posts
    )


def holds(posts: Iterable[Officer], permission: str, area: str | None = None) -> bool:
    """Whether one of the posts carries a permission: anywhere, or over an area."""
    return any(
        _HOLDERS[permission](post) and (area is None or area.startswith(post.area_code))
        for post in posts
    )


def rank(posts: Sequence[Officer]) -> tuple[bool, ...]:
    """Everything the rules know about posts except where they are: equal ranks may do the same."""
    kinds = (*_HOLDERS.values(), _speaks, _looks_across, _is_intake, _draws)
    held = tuple(any(holds_it(post) for post in posts) for holds_it in kinds)
    works_a_grid = any(post.post_kind in OF_A_GRID for post in posts)
    return (bool(posts), works_a_grid, supervises(posts), *held)


def place(posts: Sequence[Officer]) -> str:
    """The area of the first post; empty for visitors."""
    return posts[0].area_code if posts else ""


def _by_place(post: Officer, case: Written) -> bool:
    place = case.area[:12] if case.readers else case.area
    inside = place.startswith(post.area_code)
    return inside and not case.restricted and _looks_across(post)


def _by_part(post: Officer, case: Written) -> bool:
    return _speaks(post) and _unit(post) in case.parties


def _speaks(post: Officer) -> bool:
    return post.post_kind not in OF_THE_PLATFORM | OF_A_GRID


def _looks_across(post: Officer) -> bool:
    if post.post_kind in OF_THE_PLATFORM:
        return False
    in_post = (post.unit_kind, post.post_kind) in LOOKS_ACROSS_IN_POST
    return in_post or post.unit_kind in LOOKS_ACROSS


def _is_intake(post: Officer) -> bool:
    return post.unit_kind in INTAKE and _speaks(post)


def _takes_in(post: Officer) -> bool:
    return post.unit_kind in INTAKE and post.post_kind not in OF_THE_PLATFORM


def _draws(post: Officer) -> bool:
    """Centres draw, and of a village the head of the station."""
    if post.unit_kind == "v_service_station":
        return post.post_kind == "head"
    return _takes_in(post)


def _unit(post: Officer) -> str:
    return f"{post.unit_kind}@{post.area_code}"


def _chair(post: Officer) -> str:
    """The post as the table writes it; a worker's stands in the grid."""
    return f"{_unit(post)}/{post.post_kind}"


_HOLDERS = {
    "case.report": _takes_in,
    "case.move": lambda post: post.post_kind not in OF_THE_PLATFORM,
    "division.draw": _draws,
    "organisation.see": lambda post: True,
    "system.see": lambda post: post.post_kind == "it_admin",
    "audit.read": lambda post: post.post_kind == "auditor",
    "organisation.appoint": lambda post: (
        post.post_kind == "security_admin"
        or (post.unit_kind in {"t_grid_centre", "county_grid_centre"} and post.post_kind == "head")
    ),
    "area.edit": _draws,
    "division.approve": lambda post: (
        (post.unit_kind, post.post_kind) == ("county_grid_centre", "head")
    ),
    "account.manage": lambda post: post.post_kind == "security_admin",
}
