"""What the worker does with geodata, each in the scope of the person whose file it is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.errands import errand
from wangge.doors.jobs import job
from wangge.insight.geodata import operations
from wangge.insight.geodata.adapters.opening import features_of
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.operations.writing import NewHome
from wangge.insight.geodata.queries.imports import chosen_of, content_of, layer_of
from wangge.insight.geodata.queries.judging.judged import judged, matter_of
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.layers import Form, UnreadableGeodata
from wangge.insight.geodata.rules.states import FeatureState, Stage
from wangge.insight.geodata.rules.systems import code_of
from wangge.insight.geodata.rules.verdict import Verdict
from wangge.lib.message import Message
from wangge.lib.person_name import normalise_name
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day
from wangge.registers.orders.queries import open_ones
from wangge.registers.organisations.queries.actors import actor_of

_log = logging.getLogger(__name__)
VILLAGES_AT_A_TIME = 100  # then other jobs have their turn; the file is read again each time


@errand("geodata.read")
def read(*, brought: str, by: Actor, at: datetime) -> None:
    """Read a file as its person said, and keep what would become of each feature."""
    key = UUID(brought)
    found = door(by, lambda: operations.begin_reading(key, by=by, at=at))
    if found is None:
        return
    try:
        actor = door(by, lambda: actor_of(found.account_id, at))
        verdicts, notes = _verdicts(found, actor, by)
    except (UnreadableGeodata, Refusal) as refusal:
        reason = refusal.message
        door(by, lambda: operations.fail(key, reason, by=by, at=at))
    except Exception:
        # A file that nobody thought of must say so, not seem to be read for ever.
        _log.exception("geodata %s could not be read", key)
        door(by, lambda: operations.fail(key, Message("geodata.failed"), by=by, at=at))
    else:
        door(by, lambda: operations.finish_reading(key, verdicts, notes, by=by, at=at))


def _verdicts(
    found: GeodataImport, actor: Actor, clock: Actor
) -> tuple[list[Verdict], list[Message]]:
    chosen = chosen_of(found)
    layer = layer_of(found, chosen.layer)
    content = door(clock, lambda: content_of(found.pk))
    lon, lat = chosen.columns.get("lon", ""), chosen.columns.get("lat", "")
    features = features_of(Form(found.form), content, layer.name, lon, lat)
    matter = matter_of(Holding(found.holding), features, chosen, layer.declared)
    return door(actor, lambda: judged(matter, chosen, found.area_code, actor))


@errand("geodata.write")
def write(*, brought: str, by: Actor, at: datetime) -> None:
    """The next villages of a confirmed import, each through a door of its own."""
    key = UUID(brought)
    found = door(by, lambda: _to_write(key))
    if found is None:
        return
    actor = door(by, lambda: actor_of(found.account_id, at))
    homes = _homes(found, by)
    following = found.villages[found.villages_done :][:VILLAGES_AT_A_TIME]
    for village in following:
        _write(found, village, homes, actor, by, at)
    if found.villages_done + len(following) < len(found.villages):
        door(by, lambda: operations.carry_on(key, by=by, at=at))


def _write(
    found: GeodataImport,
    village: str,
    homes: dict[int, NewHome],
    actor: Actor,
    clock: Actor,
    at: datetime,
) -> None:
    chosen = chosen_of(found)
    source = f"import.{code_of(chosen.system, layer_of(found, chosen.layer).declared)}"
    reasons: Sequence[Message]
    try:
        door(
            actor,
            lambda: operations.write_village(
                found.pk, village, homes, source=source, from_day=county_day(at), by=actor, at=at
            ),
        )
    except Refusal as refusal:
        reasons = list(refusal.fields.values()) or [refusal.message]
    except Exception:
        # One village that nobody thought of must not hold up those after it.
        _log.exception("village %s of geodata %s could not be written", village, found.pk)
        reasons = [Message("geodata.village_failed")]
    else:
        return
    door(clock, lambda: operations.note_unwritten(found.pk, village, reasons, by=clock, at=at))


def _homes(found: GeodataImport, clock: Actor) -> dict[int, NewHome]:
    """The households that are to be entered, by number: their names stand in the file alone."""
    chosen = chosen_of(found)
    if not chosen.enters or found.holding != Holding.HOUSEHOLDS:
        return {}
    fresh = GeodataFeature.objects.filter(geodata_import=found.pk, household_id=None)
    wanted = fresh.filter(state=FeatureState.ACCEPTED).values_list("number", flat=True)
    numbers = door(clock, lambda: list(wanted))
    content = door(clock, lambda: content_of(found.pk))
    features = features_of(
        Form(found.form),
        content,
        chosen.layer,
        chosen.columns.get("lon", ""),
        chosen.columns.get("lat", ""),
    )
    head, persons = chosen.columns["head_name"], chosen.columns.get("persons", "")
    return {
        number: NewHome(
            normalise_name(features.said(head, number - features.first))[:60],
            int(features.said(persons, number - features.first)),
        )
        for number in numbers
    }


def _to_write(key: UUID) -> GeodataImport | None:
    return open_ones(GeodataImport).defer("content").filter(pk=key, stage=Stage.WRITING).first()


@job("geodata.take_up_again")
def take_up_again(*, by: Actor, at: datetime) -> None:
    """Imports whose worker went away go on."""
    operations.take_up_again(by=by, at=at)


@job("geodata.forget_old")
def forget_old(*, by: Actor, at: datetime) -> None:
    """Files and features are kept for two weeks."""
    operations.forget_old(by=by, at=at)
