"""Which role asks which address about which thing: everything, or a sample with every pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.factories.world import Officer
from tests.leaks.endpoints import Endpoint, endpoints
from tests.leaks.oracle import Asker, holds, place, rank, staff
from tests.leaks.pairs import Pair, covering, without_the_first
from tests.leaks.scene import VISITOR, Scene
from tests.leaks.thing import all_things

STAFF = staff()
ROLES = (VISITOR, *STAFF)
PASSERS_BY = (VISITOR, "grid_worker", "county_centre")  # enough for pages that are for everybody

Cell = tuple[int, str, str]
"""A line of the table, a role, and the key of the thing it is asked about."""


def asker_at(endpoint: Endpoint, role: str) -> Asker:
    """Somebody in the posts they ask in; a program has one."""
    return Asker(role, posts_of(role)[:1] if endpoint.face == "api" else posts_of(role))


def posts_of(role: str) -> tuple[Officer, ...]:
    """The posts of a member of staff; none of a visitor."""
    return STAFF.get(role, ())


def cells(scene: Scene, *, everything: bool) -> Mapping[int, Sequence[Cell]]:
    """What is to be asked, by the line of the table."""
    product = {at: list(_product(scene, at, each)) for at, each in enumerate(endpoints())}
    if everything:
        return product
    met: set[Pair] = set()
    chosen = {
        at: covering({cell: values_of(cell) for cell in of_line}, met, of_the_first=True)
        for at, of_line in product.items()
        if not is_for_everybody(at)
    }
    left = {cell: values_of(cell)[1:] for at in chosen for cell in product[at]}
    for cell in covering(left, without_the_first(met)):
        chosen[cell[0]].append(cell)
    passing = {at: [c for c in product[at] if c[1] in PASSERS_BY] for at in product}
    return passing | chosen


def sample_of_staff(asked: Sequence[tuple[str, str]], *, everything: bool) -> list[tuple[str, str]]:
    """Pairs of a member of staff and a key: all of them, or so that all ranks, places and keys meet."""
    if everything:
        return list(asked)
    rows = {(role, key): (rank(STAFF[role]), place(STAFF[role]), key) for role, key in asked}
    return sorted(covering(rows, set()))


def _product(scene: Scene, at: int, endpoint: Endpoint) -> Iterator[Cell]:
    if endpoint.receipt:
        return
    for role in ROLES:
        for key in scene.things[endpoint.one] if endpoint.one else [""]:
            yield at, role, key


def is_for_everybody(at: int) -> bool:
    """Whether a line of the table is a page of the portal."""
    return endpoints()[at].face == "portal"


def values_of(cell: Cell) -> tuple[object, ...]:
    """The factors of the sample: the address, the rank and the place of the role, the thing."""
    at, role, key = cell
    return at, rank(posts_of(role)), place(posts_of(role)), _asked_about(at, role, key)


def _asked_about(at: int, role: str, key: str) -> tuple[str, str, str]:
    """The thing, and whether the role is let in: the sample asks about each in every way there is."""
    endpoint, asker = endpoints()[at], asker_at(endpoints()[at], role)
    if not asker.posts or (endpoint.needs and not holds(asker.posts, endpoint.needs)):
        return endpoint.one, key, "closed"
    is_seen = not endpoint.one or all_things()[endpoint.one].scope(endpoint.to)(asker, key)
    return endpoint.one, key, "let in" if is_seen else "hidden"
