import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.message import Message

CODES = st.from_regex(r"[a-z][a-z0-9_]{0,8}(\.[a-z0-9_]{1,8}){0,3}", fullmatch=True)
NAMES = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
PLAIN = (
    st.text()
    | st.integers()
    | st.dates()
    | st.datetimes(
        min_value=datetime(1900, 1, 1),  # noqa: DTZ001
        max_value=datetime(2200, 1, 1),  # noqa: DTZ001
        timezones=st.timezones(),
    )
)


def _messages(params: st.SearchStrategy[object]) -> st.SearchStrategy[Message]:
    return st.builds(
        lambda code, named: Message(code, **named),
        CODES,
        st.dictionaries(NAMES, params, max_size=3),
    )


MESSAGES = _messages(
    st.recursive(
        PLAIN,
        lambda inner: _messages(inner) | st.lists(inner, max_size=3).map(tuple),
        max_leaves=6,
    )
)


@given(MESSAGES)
def test_a_message_survives_json(message: Message) -> None:
    again = Message.from_json(json.loads(json.dumps(message.to_json())))
    assert again == message
    assert hash(again) == hash(message)


@given(MESSAGES)
def test_a_message_survives_pickling_and_copying(message: Message) -> None:
    assert pickle.loads(pickle.dumps(message)) == copy.deepcopy(message) == message  # noqa: S301


def test_the_order_of_parameters_is_no_difference() -> None:
    assert Message("a.b", x=1, y="2") == Message("a.b", y="2", x=1)
    assert Message("a.b", x=1) != Message("a.b", x=2)
    assert Message("a.b") != Message("a.c")
    assert Message("a.b") != "a.b"


def test_equal_instants_are_equal_whatever_their_zone() -> None:
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert Message("a", at=noon) == Message("a", at=noon.astimezone(timezone(timedelta(hours=8))))


def test_a_parameter_may_be_called_code_or_self() -> None:
    message = Message("area.code.malformed", **{"code": "43", "self": "x"})
    assert dict(message.params) == {"code": "43", "self": "x"}


@pytest.mark.parametrize("code", ["", "A.b", "a..b", ".a", "a.", "a-b", "a b", "1a", "a.b\n"])
def test_malformed_codes_are_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not a message code"):
        Message(code)


@pytest.mark.parametrize("value", [True, 1.5, None, [1], {"a": 1}, (1, 2.5)])
def test_other_values_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        Message("a", x=value)  # type: ignore[arg-type]


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Message("a", at=datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_message_does_not_change() -> None:
    message = Message("a", x=1)
    with pytest.raises(AttributeError):
        message.code = "b"
    with pytest.raises(AttributeError):
        del message.code
    with pytest.raises(TypeError):
        message.params["x"] = 2  # type: ignore[index]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"code": 1},
        {"code": "a", "params": []},
        {"code": "a", "params": {"x": 1.5}},
        {"code": "a", "params": {"x": {"date": "never"}}},
        {"code": "a", "params": {"x": {"date": "2026-01-01", "more": 1}}},
        {"code": "a", "params": {"x": {"colour": "red"}}},
        {"code": "a", "params": {"x": {"date": 5}}},
    ],
)
def test_other_json_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of several words
        Message.from_json(data)


def test_the_id_of_its_words() -> None:
    assert Message("list.cursor_invalid").words_id == "list-cursor_invalid"
    assert repr(Message("a.b", day=date(2026, 1, 2))) == (
        "Message('a.b', day=datetime.date(2026, 1, 2))"
    )
