"""A village with a draft of its grids, committed: run as a program on a database of the tests.

Prints the key of the draft.
"""

from __future__ import annotations

from datetime import UTC, datetime

import django


def main() -> None:
    """Settle the village of eight groups and take up a division into three grids."""
    from tests.insight.divisions import drawn

    at = datetime.now(UTC)
    drawn.settle(at)
    print(drawn.draft(at))  # noqa: T201 - the answer of a program


if __name__ == "__main__":
    django.setup()
    main()
