"""A list of cases that is taken out holds what is in sight, and of hidden parties nothing."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils import timezone

from tests.factories.world import COUNTY
from tests.leaks.oracle import reads, sees, staff, written
from tests.leaks.scene import Scene
from wangge.doors.door import door
from wangge.insight.lists.adapters.files import cell_of
from wangge.insight.lists.queries.declared import outgoing_of
from wangge.insight.lists.rules.kinds import Wanted
from wangge.registers.accounts.models import Account
from wangge.registers.organisations.queries.actors import actor_of

STAFF = staff()
WRITTEN = written()


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
@pytest.mark.parametrize("role", STAFF)
def test_what_is_taken_out_is_what_is_in_sight(scene: Scene, role: str, language: str) -> None:
    at, posts = timezone.now(), STAFF[role]
    by = actor_of(Account.objects.get(username=role).pk, at)
    filters = {"state": "all", "area": COUNTY}
    asked = Wanted(area_code=COUNTY, filters=filters, by=by, at=at)
    rows = door(by, lambda: outgoing_of("cases").rows(asked))
    text = "\n".join(str(cell_of(value, language)) for row in rows for value in row.values)
    in_sight = {key for key, case in WRITTEN.items() if sees(posts, case)}
    assert scene.marks(text) == {k for k in in_sight if WRITTEN[k].area.startswith(COUNTY)}
    assert {key for key, _ in scene.said(text)} <= {
        key for key in in_sight if reads(posts, WRITTEN[key])
    }
    assert "ZZname" not in text
