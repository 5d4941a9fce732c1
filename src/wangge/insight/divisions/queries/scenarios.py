"""What can be asked of scenarios, runs and proposals, always for an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from wangge.access.actor import Actor
from wangge.insight.divisions.models import Draft, Proposal, ProposedGrid, Scenario, VillageRun
from wangge.insight.divisions.queries.sight import TAKING_PART
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, Barrier, Bridge
from wangge.registers.orders.rules import OrderState
from wangge.registers.people.models import Household


def scenarios(by: Actor) -> QuerySet[Scenario]:
    """The scenarios that lie as a whole where the actor has a part in divisions."""
    return Scenario.objects.filter(_inside("area_code", by.areas(*TAKING_PART)))


def scenario_by(key: UUID, by: Actor) -> Scenario:
    """The scenario. Answers 404 for a hidden one, as if it did not exist."""
    found = scenarios(by).filter(pk=key).first()
    if found is None:
        raise Refusal.not_found(Message("division.thing.scenario"))
    return found


def runs(by: Actor) -> QuerySet[VillageRun]:
    """The runs of the villages in whose divisions the actor has a part."""
    return VillageRun.objects.filter(_inside("village_code", by.areas(*TAKING_PART)))


def run_by(key: UUID, by: Actor) -> VillageRun:
    """The run. Answers 404 for a hidden one, as if it did not exist."""
    found = runs(by).filter(pk=key).first()
    if found is None:
        raise Refusal.not_found(Message("division.thing.run"))
    return found


def progress_of(scenario_ids: Iterable[UUID]) -> dict[UUID, Counter[OrderState]]:
    """How many villages of each scenario are in each state, one query for all."""
    rows = (
        VillageRun.objects.filter(scenario__in=set(scenario_ids), latest=True)
        .values_list("scenario", "state")
        .annotate(villages=Count("id"))
        .order_by()
    )
    found: dict[UUID, Counter[OrderState]] = {}
    for scenario, state, villages in rows:
        found.setdefault(scenario, Counter())[OrderState(state)] = villages
    return found


def proposals_of(run_ids: Iterable[UUID]) -> dict[UUID, list[Proposal]]:
    """The proposals of each run, without who lives where."""
    found: dict[UUID, list[Proposal]] = {}
    for proposal in Proposal.objects.filter(run__in=set(run_ids)).defer("assignment"):
        found.setdefault(proposal.run_id, []).append(proposal)
    return found


def proposal_by(key: UUID, by: Actor) -> Proposal:
    """The proposal. Answers 404 for a village in whose divisions the actor has no part."""
    found = Proposal.objects.filter(pk=key).filter(_inside("village_code", by.areas(*TAKING_PART)))
    proposal = found.defer("assignment").first()
    if proposal is None:
        raise Refusal.not_found(Message("division.thing.proposal"))
    return proposal


def grids_of(proposal_ids: Iterable[UUID]) -> dict[UUID, list[ProposedGrid]]:
    """The figures of the grids of each proposal by number, without their outlines."""
    rows = ProposedGrid.objects.filter(proposal__in=set(proposal_ids)).defer("outline")
    found: dict[UUID, list[ProposedGrid]] = {}
    for grid in rows.order_by("number"):
        found.setdefault(grid.proposal_id, []).append(grid)
    return found


def outlines_of(proposal_id: UUID) -> dict[int, GEOSGeometry]:
    """The outline (EPSG:4490) of each grid of a proposal by its number."""
    rows = ProposedGrid.objects.filter(proposal=proposal_id).order_by("number")
    return dict(rows.values_list("number", "outline"))


def assignment_of(proposal_id: UUID) -> dict[str, int]:
    """The grid of each household, by its key."""
    rows = Proposal.objects.filter(pk=proposal_id)
    found: dict[str, int] = rows.values_list("assignment", flat=True).get()
    return found


def lines_between(
    village_code: str,
) -> tuple[list[tuple[str, GEOSGeometry]], list[GEOSGeometry]]:
    """Kind and line of the barriers of a village, and its bridges, in degrees (EPSG:4490)."""
    barriers = Barrier.objects.filter(village=village_code).order_by("id")
    bridges = Bridge.objects.filter(village=village_code).order_by("id")
    return (
        list(barriers.values_list("kind", "line")),
        list(bridges.values_list("point", flat=True)),
    )


def open_draft_of(village_code: str) -> Draft | None:
    """The draft of a village that is on its way, if there is one."""
    return Draft.objects.filter(village_code=village_code, open=True).defer("assignment").first()


def newest_run_of(run: VillageRun) -> VillageRun | None:
    """The later run of the same village in the same scenario, where it was asked for again."""
    if run.latest:
        return None
    again = VillageRun.objects.filter(scenario=run.scenario_id, village_code=run.village_code)
    return again.filter(latest=True).first()


def villages_to_divide(places: Iterable[str]) -> list[str]:
    """The villages meant by codes of villages and larger areas.

    Of a larger area only those that have households: of the others nothing could be computed.
    """
    wanted = set(places)
    named = {code for code in wanted if len(code) == Level.VILLAGE}
    around = wanted - named
    if not around:
        return sorted(named)
    inhabited = Exists(Household.objects.filter(village_code=OuterRef("code")))
    inside = Area.objects.within(*around).filter(inhabited, level=Level.VILLAGE, valid_to=None)
    return sorted(named | set(inside.values_list("code", flat=True)))


def households_below(code: str) -> dict[str, int]:
    """Households of each area one level below, down to the villages."""
    level = Level.TOWNSHIP if len(code) < Level.TOWNSHIP else Level.VILLAGE
    inside = Household.objects.filter(village_code__gte=code, village_code__lt=f"{code}:")
    counted = inside.values(area=Substr("village_code", 1, level.value)).annotate(n=Count("id"))
    return dict(counted.order_by().values_list("area", "n"))


def points_of_households(village_code: str) -> list[tuple[str, float, float]]:
    """Key, longitude and latitude (EPSG:4490) of the households that have a point; no names."""
    rows = Household.objects.filter(village_code=village_code, point__isnull=False)
    placed = rows.order_by("id").values_list("id", "point")
    return [(str(key), point.x, point.y) for key, point in placed if point is not None]


def _inside(column: str, codes: Iterable[str]) -> Q:
    inside = Q(pk__in=[])
    for code in codes:
        inside |= Q(**{f"{column}__gte": code, f"{column}__lt": f"{code}:"})
    return inside
