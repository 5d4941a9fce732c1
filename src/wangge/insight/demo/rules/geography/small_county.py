"""Which places the small demo shows: four villages with households, two townships with staff."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

MAIN_TOWNSHIP: Final = "431124212"
TOWNSHIPS: Final = (MAIN_TOWNSHIP, "431124109")

MAIN_VILLAGE: Final = "431124212217"
MAIN_GROUP: Final = 5


@dataclass(frozen=True, slots=True)
class VillageSize:
    """How large a village is; `grids` where their number was set by hand."""

    households: int
    groups: int
    grids: int | None = None


SMALL_VILLAGE: Final = VillageSize(households=225, groups=11)

# Merged from two: a river, a ridge, and four grids from the time when only households counted.
LARGE_VILLAGE: Final = VillageSize(households=760, groups=20, grids=4)

# The last one's name occurs twice in the county: it must always be shown with its township.
VILLAGES: Final[Mapping[str, VillageSize]] = MappingProxyType(
    {
        MAIN_VILLAGE: SMALL_VILLAGE,
        "431124212216": LARGE_VILLAGE,
        "431124212218": SMALL_VILLAGE,
        "431124109212": SMALL_VILLAGE,
    }
)
