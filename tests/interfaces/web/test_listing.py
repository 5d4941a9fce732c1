"""What stands in the rows of a list, and in the dates of every page."""

from datetime import datetime, timedelta

import pytest
from django.template import Context, Engine, engines
from hypothesis import given
from hypothesis import strategies as st

from tests.interfaces.markup import squeezed
from wangge.config.language import WORDS
from wangge.interfaces.web.components.shapes import Column, Row
from wangge.interfaces.web.templatetags.reading import exact, near
from wangge.lib.message import Message
from wangge.lib.when import SHANGHAI, said_date, said_instant

NOW = datetime(2026, 3, 5, 16, 40, tzinfo=SHANGHAI)
TWO_YEARS = timedelta(days=730)
INSTANTS = st.timedeltas(-TWO_YEARS, TWO_YEARS).map(lambda distance: NOW + distance)


def listing(columns: list[Column], *rows: Row) -> str:
    engine: Engine = engines["django"].engine
    template = engine.from_string('{% component "listing" title="T" shows="S" columns=c rows=r %}')
    return squeezed(
        template.render(Context({"c": columns, "r": rows, "language": "zh", "now": NOW}))
    )


def cell(kind: str, value: object) -> str:
    """The second cell of a row, without its tags."""
    drawn = listing([Column("A"), Column("B", kind)], Row(("a", value)))
    return drawn.split(f'<td class="cell-{kind}" data-label="B">')[1].split("</td>")[0]


def test_the_first_cell_names_the_row_and_leads_on() -> None:
    drawn = listing([Column("A")], Row((Message("web.search"),), href="/x?a&b"))
    assert f'class="cell-name"><a href="/x?a&amp;b">{WORDS.say("web-search", "zh")}</a>' in drawn


def test_a_cell_is_drawn_by_its_kind() -> None:
    assert cell("text", Message("web.search")) == WORDS.say("web-search", "zh")
    assert cell("number", 737786) == "737,786"
    assert cell("number", 0) == "0"
    assert '<code class="code">SJ1</code>' in cell("code", "SJ1")
    assert 'class="light light-red"' in cell("light", "red")
    assert 'data-state="handling"' in cell("state", "handling")
    assert ">今天 16:40</time>" in cell("moment", NOW)


@pytest.mark.parametrize("nothing", [None, ""])
def test_where_there_is_nothing_stands_a_dash(nothing: object) -> None:
    assert cell("moment", nothing) == cell("text", nothing) == '<span class="muted">—</span>'


def test_what_people_wrote_is_only_text() -> None:
    assert cell("text", "<b>&") == "&lt;b&gt;&amp;"
    drawn = listing([Column("A"), Column('"><b>')], Row(("a", "b")))
    assert 'data-label="&quot;&gt;&lt;b&gt;"' in drawn


@pytest.mark.parametrize("values", [("a",), ("a", "b", "c")])
def test_a_row_has_a_cell_for_each_column(values: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="zip"):
        listing([Column("A"), Column("B")], Row(values))


@given(instant=INSTANTS, now=INSTANTS)
def test_moments_are_said_as_everywhere(instant: datetime, now: datetime) -> None:
    assert near(instant, "zh", now=now) == WORDS.say(said_instant(instant, now), "zh")
    assert exact(instant, "en") == WORDS.say(said_instant(instant, None), "en")
    day = instant.date()
    assert near(day, "zh", now=now) == WORDS.say(said_date(day, now.date()), "zh")


def test_the_time_of_far_days_is_said_when_asked_for() -> None:
    far = NOW - timedelta(days=40)
    assert near(far, "zh", now=NOW, clock=True) == "1 月 24 日 16:40"
    assert near(far, "zh", now=NOW) == "1 月 24 日"
