"""Tags of templates that draw the attributes of an element, or several components at once."""

import json
import re
from datetime import datetime
from html import unescape

from django import forms
from django.template import Context, engines

from wangge.lib.when import SHANGHAI

NOW = datetime(2026, 3, 5, 16, 40, tzinfo=SHANGHAI)


class Person(forms.Form):
    name = forms.CharField(label="姓名")
    village = forms.CharField(label="村")


def drawn(template: str, **context: object) -> str:
    engine = engines["django"].engine
    page = Context({"language": "zh", "now": NOW, **context})
    return str(engine.from_string(template).render(page))


def test_an_element_that_asks_by_itself_says_so() -> None:
    attributes = drawn('<p {% asks_again url part="#part" %}>', url="/x?a=1&b=2")
    headers = re.search(r'hx-headers="([^"]*)"', attributes)
    assert headers
    assert json.loads(unescape(headers[1])) == {"By-Itself": "yes"}
    assert 'hx-get="/x?a=1&amp;b=2" hx-trigger="every 2s"' in attributes
    assert 'hx-select="#part" hx-swap="outerHTML"' in attributes


def test_an_answer_that_leads_elsewhere_takes_no_place() -> None:
    attributes = drawn('<p {% asks_again "/x" seconds=3 swap="none" %}>')
    assert 'hx-trigger="every 3s"' in attributes
    assert 'hx-swap="none"' in attributes
    assert "hx-select" not in attributes


def test_the_errors_of_a_form_come_before_its_fields() -> None:
    page = drawn("{% form_fields form %}", form=Person({"name": "", "village": "天鹅岭"}))
    places = [page.index(part) for part in ('href="#id_name"', 'name="name"', 'name="village"')]
    assert places == sorted(places)
