"""A list of cases that is taken out holds what is in sight, and of hidden parties nothing."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from tests.factories.world import COUNTY
from tests.leaks.oracle import Asker, sees, written
from tests.leaks.plan import STAFF, sample_of_staff
from tests.leaks.scene import Scene
from tests.leaks.thing import all_things
from wangge.doors.door import door
from wangge.insight.lists.adapters.files import cell_of
from wangge.insight.lists.queries.declared import outgoing_of
from wangge.insight.lists.rules.kinds import Wanted
from wangge.registers.accounts.models import Account
from wangge.registers.organisations.queries.actors import actor_of

WRITTEN = written()


LANGUAGES = [code for code, _ in settings.LANGUAGES]


def test_what_is_taken_out_is_what_is_in_sight(scene: Scene, everything: bool) -> None:
    asked = [(role, language) for role in STAFF for language in LANGUAGES]
    for role, language in sample_of_staff(asked, everything=everything):
        asker = Asker(role, STAFF[role])
        found = scene.found(taken_out(role, language))
        in_sight = {key for key, case in WRITTEN.items() if sees(asker.posts, case)}
        due = {key for key in in_sight if WRITTEN[key].area.startswith(COUNTY)}
        assert {each.key for each in found if each.thing == "case"} == due
        tells = all_things()["case"].tells
        assert [f for f in found if f.thing != "case" or not tells(asker, f.key, f.sort)] == []


def taken_out(role: str, language: str) -> str:
    """What the file would hold."""
    at = timezone.now()
    by = actor_of(Account.objects.get(username=role).pk, at)
    filters = {"state": "all", "area": COUNTY}
    wanted = Wanted(area_code=COUNTY, filters=filters, by=by, at=at)
    rows = door(by, lambda: outgoing_of("cases").rows(wanted))
    return "\n".join(str(cell_of(value, language)) for row in rows for value in row.values)
