import ast
import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wangge
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.when import SHANGHAI
from wangge.lib.words import Catalogue, MalformedWords, UnknownWords

WORDS = Path(wangge.__file__).with_name("words")
LIB = Path(wangge.__file__).with_name("lib")

ZH = """
words-separator = 、
greeting = 您好
quoted = { "{" }x{ "}" }
named = { $who }的{ greeting }
sent = { $day }送达{ $units }
level = { $level ->
    [low] 村
   *[high] 县
 }
"""
EN = """
words-separator = { ", " }
greeting = Hello
cases = { $count ->
    [0] no case
    [one] one case
   *[other] { $count } cases
 }
sent = sent to { $units } on { $day }
"""


def catalogue(folder: Path, *, strict: bool = True, **more: str) -> Catalogue:
    for language, text in {"zh": ZH, "en": EN}.items():
        (folder / language).mkdir()
        (folder / language / "a.ftl").write_text(text, encoding="utf-8")
        for name, other in more.items():
            (folder / language / f"{name}.ftl").write_text(other, encoding="utf-8")
    return Catalogue(folder, strict=strict)


def test_words_by_message_code_and_id(tmp_path: Path) -> None:
    words = catalogue(tmp_path, b="case-move-accept = accept\n")
    assert words.say("greeting", "zh") == "您好"
    assert words.say("case.move.accept", "en") == words.say("case-move-accept", "en") == "accept"
    assert words.say(Message("case.move.accept"), "en") == "accept"


def test_words_without_parameters_are_made_once(tmp_path: Path) -> None:
    words = catalogue(tmp_path)
    assert words.say("greeting", "zh") is words.say("greeting", "zh")
    assert words.say("quoted", "zh") is words.say("quoted", "zh") == "{x}"


def test_parameters_are_said_first(tmp_path: Path) -> None:
    words = catalogue(tmp_path, b="a-unit = U\nwhen-full_date = { $year }/{ $month }\n")
    message = Message("sent", day="D", units=(Message("a.unit"), "V", 3))
    assert words.say(message, "zh") == "D送达U、V、3"
    assert words.say(message, "en") == "sent to U, V, 3 on D"
    assert words.say(Message("sent", day="D", units=()), "zh") == "D送达"
    assert words.say("named", "zh", who=Message("greeting")) == "您好的您好"


@given(who=st.text(), day=st.text())
def test_text_stands_in_the_words_as_it_is(
    catalogue_of_braces: Catalogue, who: str, day: str
) -> None:
    assert catalogue_of_braces.say("braced", "zh", who=who) == f"{{{who}}} {{0}}"
    assert catalogue_of_braces.say("sent", "zh", day=day, units=who) == f"{day}送达{who}"


@pytest.fixture(scope="module")
def catalogue_of_braces(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("words")
    return catalogue(folder, b='braced = { "{" }{ $who }{ "}" } { "{" }0{ "}" }\n')


def test_counts_choose_their_words(tmp_path: Path) -> None:
    words = catalogue(tmp_path)
    said = [words.say("cases", "en", count=count) for count in (0, 1, 2, 1200)]
    assert said == ["no case", "one case", "2 cases", "1,200 cases"]


def test_days_and_instants_are_said_as_people_say_them(tmp_path: Path) -> None:
    words = Catalogue(WORDS, strict=True)
    now = datetime(2026, 3, 5, 16, tzinfo=SHANGHAI)
    message = Message("when.at", day=now, clock="")
    assert words.say(message, "zh", now=now) == "今天 16:00 "
    assert words.say(message, "zh") == "2026 年 3 月 5 日 16:00 "
    day = Message("when.at", day=date(2026, 3, 4), clock="")
    assert words.say(day, "en", now=now) == "yesterday "


def test_missing_words_in_strict_mode(tmp_path: Path) -> None:
    words = catalogue(tmp_path)
    with pytest.raises(UnknownWords, match="cases"):
        words.say("cases", "zh", count=1)
    with pytest.raises(UnknownWords, match="named"):
        words.say("named", "zh")
    with pytest.raises(UnknownWords, match="fr"):
        words.ids("fr")


def test_missing_words_before_people(tmp_path: Path) -> None:
    words = catalogue(tmp_path, strict=False)
    assert words.say(Message("case.unheard_of"), "zh") == "[case-unheard_of]"
    assert words.say("greeting", "fr") == "您好"


def test_what_a_language_lacks(tmp_path: Path) -> None:
    words = catalogue(tmp_path)
    assert words.missing("zh") == {"cases"}
    assert words.missing("en") == {"quoted", "named", "level"}
    assert "cases" in words.ids("en")
    assert words.languages == ("zh", "en")


def test_words_for_the_front_end(tmp_path: Path) -> None:
    words = catalogue(tmp_path)
    assert words.subset("greet", "en") == {"greeting": "Hello"}
    assert words.subset("sent", "zh") == {"sent": [{"arg": "day"}, "送达", {"arg": "units"}]}
    cases = words.subset("cases", "en")
    assert cases == json.loads(json.dumps(cases))
    assert cases["cases"] == [
        {
            "choose": "count",
            "among": {"0": "no case", "one": "one case", "other": [{"arg": "count"}, " cases"]},
            "else": "other",
        }
    ]
    with pytest.raises(ValueError, match="MessageReference"):
        words.subset("named", "zh")


@pytest.mark.parametrize(
    "text", ["greeting = again\n", "no equals sign\n", "only-attribute =\n    .label = x\n"]
)
def test_a_malformed_catalogue_is_not_loaded(tmp_path: Path, text: str) -> None:
    with pytest.raises(MalformedWords):
        catalogue(tmp_path, b=text)


def test_the_default_language_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(MalformedWords, match="zh"):
        Catalogue(tmp_path)


def codes_in(path: Path) -> set[str]:
    """The codes a file makes messages of, where they are written out."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Message"
        and isinstance(node.args[0], ast.Constant)
    }


def test_every_code_of_this_floor_has_words_in_every_language() -> None:
    words = Catalogue(WORDS)
    codes = set[str]().union(*(codes_in(path) for path in LIB.glob("*.py")))
    codes |= {level.words.code for level in Level}
    assert "list.cursor_invalid" in codes
    for language in words.languages:
        ids = words.ids(language)
        assert {code for code in codes if code.replace(".", "-") not in ids} == set()


def test_the_words_of_this_floor_are_in_every_language() -> None:
    one, other = (
        set(re.findall(r"^([a-z][a-z0-9_-]*) =", path.read_text(encoding="utf-8"), re.MULTILINE))
        for path in sorted(WORDS.glob("*/lib.ftl"))
    )
    assert one == other
