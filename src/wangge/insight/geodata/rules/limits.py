"""How large a file may be, packed and unpacked, and how much it may hold."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 60 * 2**20
"""A file as it is uploaded."""

MOST_UNPACKED: Final = 400 * 2**20
"""What a zip (an Excel file is one) may grow to: its own table of contents gives a bomb away."""

MOST_FEATURES: Final = 250_000

MOST_FIELDS: Final = 250
"""Columns of a layer: every feature is given a value in each of them."""
