"""Division with least change: the grids of today as the place to start from."""

from pathlib import Path

from gridding.features import load_json
from gridding.message import BadInput


def earlier_numbers(path: Path) -> dict[str, int]:
    """Household id → grid number from an earlier output file."""
    assignment = load_json(path).get("assignment")
    usable = isinstance(assignment, dict) and all(
        isinstance(number, int) and not isinstance(number, bool) and number >= 1
        for number in assignment.values()
    )
    if not usable or assignment is None:
        raise BadInput("input.keep_unusable", file=path.name)
    return {str(household): number for household, number in assignment.items()}
