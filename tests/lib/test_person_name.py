import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.person_name import mask_name, normalise_name, surname


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张三丰", "张*"),
        ("欧阳修", "欧阳*"),
        ("司马相如", "司马*"),
        ("欧阳", "欧*"),
        ("买买提·艾力", "买*"),
        ("买买提 • 艾力", "买*"),
        ("张", "*"),
        ("", ""),
        (" 张 三 ", "张*"),
        ("Anna Berg", "A*"),
        ("𠮷野", "𠮷*"),
    ],
)
def test_masks(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_surnames() -> None:
    assert surname("诸葛亮") == "诸葛"
    assert surname("李白") == "李"
    assert surname("阿不都·热合曼") == "阿不都"


def test_one_spelling() -> None:
    assert normalise_name("张 三") == normalise_name("张三") == "张三"  # an ideographic space
    assert normalise_name("买买提.艾力") == normalise_name("买买提・艾力") == "买买提·艾力"
    assert normalise_name("Anna   B.  Berg") == "Anna B. Berg"


@given(st.text())
def test_a_mask_never_shows_the_end_of_a_name(name: str) -> None:
    masked = mask_name(name)
    spelt = normalise_name(name)
    assert len(masked) <= 3
    assert masked == masked.strip() or not spelt.isprintable()
    assert (masked == "") == (spelt == "")
    assert masked in ("", "*") or (masked[-1] == "*" and spelt.startswith(masked[:-1]))
    assert masked.removesuffix("*") != spelt or spelt in ("", "*")
    assert normalise_name(spelt) == spelt or not spelt.isprintable()
