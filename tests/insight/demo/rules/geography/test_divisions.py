from collections import Counter

from wangge.insight.demo.rules.geography.divisions import (
    DATA,
    divisions,
    rows,
    shown_name,
    townships,
    villages,
)
from wangge.lib.area_code import Level, level_of, parent


def test_the_county_has_its_townships_and_villages() -> None:
    assert len(townships()) == 23
    assert len(villages()) == 370
    assert sum(township.in_street for township in townships()) == 7
    assert sum(village.is_community for village in villages()) == 57


def test_every_division_stands_under_its_parent() -> None:
    for division in divisions():
        assert level_of(division.code) is Level[division.level.upper()]
        assert parent(division.code) == (division.parent or None)


def test_names_are_shown_without_their_committee() -> None:
    endings = [row["ending"] for row in rows("division_name_endings.csv")]
    for division in divisions():
        name = shown_name(division.name)
        assert name
        assert division.name.startswith(name[:-1])
        assert not any(name.endswith(ending) for ending in endings)


def test_names_alone_do_not_tell_villages_apart() -> None:
    full = Counter(village.name for village in villages())
    shown = Counter(shown_name(village.name) for village in villages())
    assert sum(count > 1 for count in full.values()) == 5
    assert sum(count > 1 for count in shown.values()) == 7  # without the committee two more


def test_every_township_has_a_place_in_the_sketch() -> None:
    assert [row["code"] for row in rows("township_sketch.csv")] == [t.code for t in townships()]


def test_every_data_file_is_explained() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in DATA.iterdir() if path.suffix in {".csv", ".geojson"}}
    assert {name for name in files if f"`{name}`" in readme} == files
