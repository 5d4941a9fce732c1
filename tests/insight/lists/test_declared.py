"""Every list that the settings name is there, and says all that a list must."""

from __future__ import annotations

import pytest
from django.conf import settings

from wangge.insight.lists.queries.declared import kinds, outgoing_of
from wangge.insight.lists.rules.forms import Form
from wangge.insight.lists.rules.kinds import ListKind

KINDS = kinds()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_declaration_is_whole(kind: ListKind) -> None:
    assert kind.outgoing or kind.incoming
    for columns in (
        kind.outgoing and kind.outgoing.columns,
        kind.incoming and kind.incoming.columns,
    ):
        names = [column.name for column in columns or ()]
        assert len(names) == len(set(names))
        for language, _ in settings.LANGUAGES:
            assert all(settings.WORDS.say(column.words, language) for column in columns or ())
    for language, _ in settings.LANGUAGES:
        assert settings.WORDS.say(kind.words, language)


@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if kind.outgoing])
def test_every_list_that_goes_out_goes_out_as_excel(code: str) -> None:
    assert Form.EXCEL in outgoing_of(code).forms


def test_no_two_lists_bear_one_name() -> None:
    assert len(KINDS) == len(settings.LIST_KINDS)
