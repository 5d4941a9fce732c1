"""Divisions of elsewhere are answered like ones that never were; who has no part is refused."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from tests.factories.world import SIBLING_VILLAGE, VILLAGE
from tests.insight.divisions.settled import CLOCK, actor, done_by, settle, work
from tests.leaks.test_sight import shape
from wangge.doors.door import door
from wangge.insight.divisions import operations as ops
from wangge.insight.divisions.models import Proposal, VillageRun
from wangge.insight.divisions.rules.wishes import Wishes
from wangge.registers.accounts.models import Account

pytestmark = pytest.mark.django_db

GETS = (
    "divisions/{scenario}",
    "divisions/{scenario}/progress",
    "divisions/runs/{run}",
    "divisions/runs/{run}/progress",
    "divisions/proposals/{proposal}",
    "divisions/proposals/{proposal}/areas.json",
    "divisions/proposals/{proposal}/labels.json",
    "divisions/proposals/{proposal}/sketch.svg",
)
POSTS = (
    "divisions/{scenario}/cancel",
    "divisions/{scenario}/resume",
    "divisions/runs/{run}",
    "divisions/proposals/{proposal}/draft",
)


@pytest.fixture
def computed() -> dict[str, object]:
    """Ids of what the township had computed, and for one village of it."""
    settle(households=30)
    villages = [VILLAGE, SIBLING_VILLAGE]
    key = done_by(actor("township_centre"), ops.start_scenario, villages, Wishes())
    work()
    run = door(CLOCK, lambda: VillageRun.objects.get(scenario=key, village_code=VILLAGE))
    proposal = door(CLOCK, lambda: Proposal.objects.filter(run=run).first())
    return {"scenario": key, "run": run.pk, "proposal": proposal.pk if proposal else ""}


def browser(key: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=key))
    return client


@pytest.mark.parametrize("key", ["sibling_head", "sibling_township_centre", "other_station_head"])
def test_what_lies_elsewhere_is_answered_as_if_it_did_not_exist(
    computed: dict[str, object], key: str
) -> None:
    client, nobodys = browser(key), dict.fromkeys(computed, uuid4())
    for addresses, ask in ((GETS, client.get), (POSTS, client.post)):
        for address in addresses:
            answers = [ask(f"/console/{address.format(**ids)}") for ids in (computed, nobodys)]
            assert [answer.status_code for answer in answers] == [404, 404], address
            assert shape(answers[0], "") == shape(answers[1], ""), address


@pytest.mark.parametrize("key", ["grid_worker", "committee_head", "county_leader", "auditor"])
def test_who_has_no_part_in_divisions_is_refused(computed: dict[str, object], key: str) -> None:
    client = browser(key)
    for addresses, ask in ((GETS, client.get), (POSTS, client.post)):
        for address in addresses:
            assert ask(f"/console/{address.format(**computed)}").status_code == 403, address


@pytest.mark.parametrize("key", ["sibling_head", "sibling_township_centre"])
def test_lists_hold_nothing_of_elsewhere(computed: dict[str, object], key: str) -> None:
    client = browser(key)
    for address in ("divisions", "divisions/villages"):
        shown = client.get(f"/console/{address}").content.decode()
        assert str(computed["scenario"]) not in shown
        assert str(computed["run"]) not in shown


def test_the_village_sees_its_run_but_not_the_scenario_of_the_township(
    computed: dict[str, object],
) -> None:
    client = browser("station_head")
    answers = [client.get(f"/console/{each.format(**computed)}").status_code for each in GETS]
    assert answers == [404, 404, 200, 200, 200, 200, 200, 200]
