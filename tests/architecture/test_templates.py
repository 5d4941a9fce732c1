"""Templates keep the content security policy and escape everything."""

import re

import pytest

from tests.architecture.sources import shown, with_suffix

FORBIDDEN = {
    "a script between its tags": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE),
    "a style between its tags": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "an event handler attribute": re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "a script as an address": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
    "htmx that evaluates": re.compile(r"\bhx-(?:on|vals=[\"']js:|vars\b)", re.IGNORECASE),
    "asking by itself without {% asks_again %}, which tells the session": re.compile(
        r"\bhx-trigger=[\"']every\b"
    ),
    "text that is not escaped": re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off"),
    "an address of another host": re.compile(r"(?:src|href)\s*=\s*[\"'](?:https?:)?//", re.I),
}
COMMENT = re.compile(r"{% comment.*?%}.*?{% endcomment %}|{#.*?#}", re.DOTALL)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_has(what: str) -> None:
    found = [
        shown(path)
        for path in with_suffix(".html", below="src")
        if FORBIDDEN[what].search(COMMENT.sub("", path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize("suffix", [".py", ".ts", ".vue"])
def test_no_code_hands_out_unescaped_markup(suffix: str) -> None:
    raw = re.compile(
        r"\bmark_safe\(|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|v-html|\beval\(|new Function"
    )
    code = [*with_suffix(suffix, below="src"), *with_suffix(suffix, below="frontend")]
    assert [shown(p) for p in code if raw.search(p.read_text(encoding="utf-8"))] == []


def test_the_policy_is_enforced_and_allows_nothing_inline() -> None:
    from django.conf import settings

    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert not hasattr(settings, "CONTENT_SECURITY_POLICY_REPORT_ONLY")
    assert "csp.middleware.CSPMiddleware" in settings.MIDDLEWARE
    assert policy["default-src"] == ["'none'"]
    allowed = {source for sources in policy.values() for source in sources}
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"} & allowed
