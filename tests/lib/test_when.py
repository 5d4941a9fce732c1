from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wangge
from wangge.lib.message import Message
from wangge.lib.when import SHANGHAI, said_date, said_duration, said_instant
from wangge.lib.words import Catalogue

CATALOGUE = Catalogue(Path(wangge.__file__).with_name("words"), strict=True)
NOW = datetime(2026, 3, 5, 16, 40, tzinfo=SHANGHAI)  # a Thursday
INSTANTS = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001
    max_value=datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([SHANGHAI, UTC]),
)


@pytest.mark.parametrize(
    ("instant", "zh", "en"),
    [
        ((2026, 3, 5, 15, 20), "今天 15:20", "today 15:20"),
        ((2026, 3, 4, 23, 59), "昨天 23:59", "yesterday 23:59"),
        ((2026, 3, 6, 0, 0), "明天 00:00", "tomorrow 00:00"),
        ((2026, 3, 2, 10, 0), "周一 10:00", "Mon 10:00"),
        ((2026, 3, 8, 10, 0), "周日 10:00", "Sun 10:00"),
        ((2026, 3, 9, 10, 0), "3 月 9 日", "9 March"),
        ((2026, 3, 1, 10, 0), "3 月 1 日", "1 March"),
        ((2025, 3, 4, 10, 0), "2025 年 3 月 4 日", "4 March 2025"),
    ],
)
def test_instants_as_people_say_them(instant: tuple[int, ...], zh: str, en: str) -> None:
    message = said_instant(datetime(*instant, tzinfo=SHANGHAI), NOW)  # type: ignore[misc,arg-type]
    assert CATALOGUE.say(message, "zh") == zh
    assert CATALOGUE.say(message, "en") == en


def test_without_now_all_is_said() -> None:
    assert CATALOGUE.say(said_instant(NOW, None), "zh") == "2026 年 3 月 5 日 16:40"
    assert CATALOGUE.say(said_date(NOW.date(), None), "en") == "5 March 2026"


def test_the_day_is_that_of_the_place() -> None:
    late = datetime(2026, 3, 5, 16, 30, tzinfo=UTC)  # half past midnight in Shanghai
    assert CATALOGUE.say(said_instant(late, NOW), "zh") == "明天 00:30"


def test_the_week_across_the_turn_of_the_year() -> None:
    thursday = date(2026, 12, 31)
    assert said_date(thursday + timedelta(days=2), thursday) == Message("when.weekday.6")
    assert said_date(date(2025, 12, 31), date(2026, 12, 31)).code == "when.full_date"


@given(INSTANTS, INSTANTS)
def test_every_instant_can_be_said(instant: datetime, now: datetime) -> None:
    message = said_instant(instant, now)
    for language in CATALOGUE.languages:
        assert CATALOGUE.say(message, language)


@given(st.dates(), st.dates(), st.dates())
def test_two_days_are_never_said_alike(a: date, b: date, today: date) -> None:
    assert (said_date(a, today) == said_date(b, today)) == (a == b)


@pytest.mark.parametrize(
    ("span", "zh", "en"),
    [
        (timedelta(days=3, hours=23), "3 天", "3 days"),
        (timedelta(hours=2), "2 小时", "2 hours"),
        (timedelta(minutes=15, seconds=59), "15 分钟", "15 minutes"),
        (timedelta(hours=1), "1 小时", "1 hour"),
        (-timedelta(days=1), "1 天", "1 day"),
        (timedelta(seconds=59), "不到 1 分钟", "less than a minute"),
    ],
)
def test_spans_in_words(span: timedelta, zh: str, en: str) -> None:
    assert CATALOGUE.say(said_duration(span), "zh") == zh
    assert CATALOGUE.say(said_duration(span), "en") == en
