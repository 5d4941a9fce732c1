"""Pinyin of Chinese text, for search: people type the sounds or only their first letters."""

from __future__ import annotations

import unicodedata

from pypinyin import Style, lazy_pinyin


def full(text: str) -> str:
    """The syllables without tones, joined, lower case (ü is v); letters and digits are kept."""
    return _spelt(text, Style.NORMAL)


def initials(text: str) -> str:
    """The first letter of every syllable, lower case; letters and digits are kept whole."""
    return _spelt(text, Style.FIRST_LETTER)


def _spelt(text: str, style: Style) -> str:
    plain = unicodedata.normalize("NFKC", text)
    joined = "".join(lazy_pinyin(plain, style=style)).lower()
    return "".join(letter for letter in joined if letter.isalnum())
