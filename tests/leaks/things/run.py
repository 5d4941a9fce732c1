"""The engine's proposals for one village: seen by people who draw there, no matter who asked."""

from __future__ import annotations

from collections.abc import Iterator

from tests.leaks.oracle import holds
from tests.leaks.thing import Made, One, Thing
from tests.registers.organisations.staff import CLOCK
from wangge.doors.door import door
from wangge.insight.divisions.models import Proposal, VillageRun


def _make(made: Made) -> Iterator[One]:
    for key, scenario in made["scenario"].items():
        runs = VillageRun.objects.filter(scenario=scenario.ids["scenario"])
        for run in door(CLOCK, lambda found=runs: list(found)):
            proposals = Proposal.objects.filter(run=run).order_by("manner")
            keys = door(CLOCK, lambda found=proposals: list(found.values_list("pk", flat=True)))
            marks = {str(run.pk): "run"} | {str(each): "proposal" for each in keys}
            ids = {"run": run.pk, "proposal": keys[0]}
            yield One(f"{run.village_code}/{key}", marks, ids)


THING = Thing(
    name="run",
    models=frozenset({"divisions.VillageRun", "divisions.Proposal", "divisions.ProposedGrid"}),
    make=_make,
    sees=lambda asker, key: holds(asker.posts, "division.draw", key.split("/")[0]),
    after=("scenario",),
)
