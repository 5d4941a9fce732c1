import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.pinyin import full, initials


@pytest.mark.parametrize(
    ("text", "letters", "syllables"),
    [
        ("农村饮水", "ncys", "nongcunyinshui"),
        ("道县", "dx", "daoxian"),
        ("长沙、重庆", "cscq", "changshachongqing"),
        ("绿化", "lh", "lvhua"),
        ("5G 基站", "5gjz", "5gjizhan"),
        ("ＡＢ组", "abz", "abzu"),
        ("", "", ""),
        ("。 ", "", ""),
    ],
)
def test_letters_and_syllables(text: str, letters: str, syllables: str) -> None:
    assert initials(text) == letters
    assert full(text) == syllables


@given(st.text())
def test_both_are_plain_to_search(text: str) -> None:
    for spelt in (initials(text), full(text)):
        assert spelt == "" or spelt.isalnum()


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6))
def test_one_letter_a_character(text: str) -> None:
    assert len(initials(text)) >= len(text)
    assert full(text)[0] == initials(text)[0]
