"""Which places the small demo shows: four villages with households, two townships with staff."""

from typing import Final

MAIN_TOWNSHIP: Final = "431124212"
TOWNSHIPS: Final = (MAIN_TOWNSHIP, "431124109")

MAIN_VILLAGE: Final = "431124212217"
MAIN_GROUP: Final = 5

# The last one's name occurs twice in the county: it must always be shown with its township.
VILLAGES: Final = (MAIN_VILLAGE, "431124212216", "431124212218", "431124109212")
HOUSEHOLDS_OF_A_VILLAGE: Final = 225
