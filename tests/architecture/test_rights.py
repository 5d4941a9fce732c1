"""R1 and R2: what the schema may not hold about a person, held against every column there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps

from tests.architecture.sources import ROOT

# R1: no score, label, risk level, watch list or prediction; no face, no picture, no track.
JUDGING = {
    "score", "scores", "scoring", "rating_of_person", "label", "labels", "risk", "risks", "danger",
    "watch", "watchlist", "blacklist", "whitelist", "rank", "ranks", "ranking", "points", "credit",
    "trust", "suspect", "suspicion", "predict", "prediction", "predicted", "profile", "profiles",
    "tag", "tags", "key_person", "grade_of_person", "loyalty", "stability",
}  # fmt: skip
FOLLOWING = {
    "face", "faces", "facial", "fingerprint", "iris", "gait", "voiceprint", "biometric",
    "biometrics", "track", "tracks", "tracking", "trace", "trajectory", "checkin", "heartbeat",
    "imei", "imsi", "mac", "device", "geofence", "online_status", "plate_number",
}  # fmt: skip
# R2: what a resident's record does not hold.
PRIVATE = {
    "religion", "faith", "ethnicity", "nationality", "marriage", "marital", "divorce", "income",
    "salary", "wealth", "assets", "health", "illness", "disease", "diagnosis", "politics",
    "political", "party_member", "petitioner", "criminal", "conviction", "pregnancy", "fertility",
    "wechat", "qq",
}  # fmt: skip
# Columns that use such a word of a thing, with the reason.
OF_THINGS = {
    "areas.Boundary.label_point": "where the name of an area is written on its map",
}


def names() -> Iterator[tuple[str, set[str]]]:
    """Every model and column of the platform with the words its name is made of."""
    for model in apps.get_models():
        if not model.__module__.startswith("wangge."):
            continue
        yield model._meta.label, _words(model.__name__)
        for field in model._meta.get_fields():
            yield f"{model._meta.label}.{field.name}", _words(field.name)


def _words(name: str) -> set[str]:
    """`labelPoint` and `label_point` are both {label, point, label_point}."""
    snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in name).strip("_")
    return {snake, *snake.split("_")}


@pytest.mark.parametrize("forbidden", [JUDGING, FOLLOWING, PRIVATE], ids=["judge", "follow", "pry"])
def test_no_column_judges_follows_or_pries(forbidden: set[str]) -> None:
    assert [name for name, words in names() if words & forbidden and name not in OF_THINGS] == []


def test_every_exception_is_still_needed() -> None:
    assert OF_THINGS.keys() - {name for name, _ in names()} == set()


def test_no_api_answers_with_such_a_word() -> None:
    """The description of the API, if there is one, is held against the same lists."""
    forbidden = JUDGING | FOLLOWING | PRIVATE
    assert [name for name in _api_names() if _words(name) & forbidden] == []


def _api_names() -> list[str]:
    from importlib import import_module
    from importlib.util import find_spec

    if find_spec("wangge.interfaces.api.urls") is None:
        return []
    urls = import_module("wangge.interfaces.api.urls")
    api = getattr(urls, "api", None)
    return list(_keys(api.get_openapi_schema())) if api is not None else []


def _keys(description: object) -> Iterator[str]:
    """Names of schemas and their properties anywhere in an OpenAPI description."""
    if isinstance(description, dict):
        for key, value in description.items():
            if key in {"schemas", "properties"} and isinstance(value, dict):
                yield from value
            yield from _keys(value)
    elif isinstance(description, list):
        for each in description:
            yield from _keys(each)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_says_what_the_software_is_not_for(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").lower()
    wanted = {
        "README.md": ("## what it is not for", "scor", "rank", "surveil", "face", "petition"),
        "README.zh-CN.md": ("## 它不用来做什么", "打分", "排名", "监控", "人脸", "信访"),
    }
    assert [word for word in wanted[name] if word not in text] == []


def test_an_impact_assessment_ships_with_it() -> None:
    """PIPL article 56 asks for three things; the template has a heading for each and a signature."""
    text = (ROOT / "docs" / "impact-assessment.md").read_text(encoding="utf-8")
    wanted = ("Purpose and necessity", "Effects on personal rights", "Measures of protection")
    assert [heading for heading in wanted if f"## {heading}" not in text] == []
    assert "impact-assessment.md" in (ROOT / "README.md").read_text(encoding="utf-8")
