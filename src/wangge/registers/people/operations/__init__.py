"""What can be done to persons and households: enter, place, locate, give an account."""

from wangge.registers.people.operations.households import (
    NewHousehold,
    enter_households,
    place_households,
)
from wangge.registers.people.operations.locating import locate_households, place_group
from wangge.registers.people.operations.officers import NewOfficer, enter_officers, give_account

__all__ = [
    "NewHousehold",
    "NewOfficer",
    "enter_households",
    "enter_officers",
    "give_account",
    "locate_households",
    "place_group",
    "place_households",
]
