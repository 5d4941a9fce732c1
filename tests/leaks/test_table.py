"""The table of addresses has every address, and every address of the table is there."""

from tests.leaks.endpoints import endpoints, routes, telling
from tests.leaks.oracle import written

EXPOSURES = ("nothing", "cases", "case", "receipt")


def test_every_address_says_what_it_exposes() -> None:
    assert {each.route for each in endpoints(*EXPOSURES)} == routes()


def test_the_telling_places_are_cases() -> None:
    assert telling() <= set(written())
