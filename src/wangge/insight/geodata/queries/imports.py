"""What can be asked of imports; everybody sees only their own."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.conf import settings
from django.contrib.gis.db.models import Extent
from django.db.models import Count, Q, QuerySet

from wangge.access.actor import Actor
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.rules.choosing import Chosen
from wangge.insight.geodata.rules.layers import Layer
from wangge.insight.geodata.rules.states import Change, FeatureState
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.areas.models import Boundary

_SEALED_AS: Final = b"geodata"
_NOBODY: Final = UUID(int=0)
_MERIDIAN: Final = 111.0
"""Where a county without any outline is taken to lie: the plane of `lib.coordinates`."""


def imports_of(actor: Actor) -> QuerySet[GeodataImport]:
    """What the actor brought, the newest first, without the files themselves."""
    mine = GeodataImport.objects.filter(person_id=actor.person_id or _NOBODY)
    return mine.defer("content").order_by("-asked_at", "-id")


def own_import(key: UUID, actor: Actor) -> GeodataImport:
    """The actor's own import. Answers 404 for another's, as if it did not exist."""
    found = imports_of(actor).filter(pk=key).first()
    if found is None:
        raise Refusal.not_found(Message("geodata.thing"))
    return found


@dataclass(frozen=True, slots=True)
class Tally:
    """How many features are in which state, and what those that come in change.

    `unchanged` of the accepted ones are in the registers as they are.
    """

    states: dict[FeatureState, int]
    changes: dict[Change, int]
    warned: int
    unchanged: int

    def of(self, *states: FeatureState) -> int:
        """How many are in one of the states."""
        return sum(self.states.get(state, 0) for state in states)


def tally(found: GeodataImport) -> Tally:
    """The figures of an import; one query."""
    rows = (
        GeodataFeature.objects.filter(geodata_import=found.pk)
        .values_list("state", "change")
        .annotate(count=Count("pk"), warned=Count("pk", filter=~Q(warnings=[])))
    )
    states: dict[FeatureState, int] = {}
    changes: dict[Change, int] = {}
    warned = unchanged = 0
    for state, change, count, warnings in rows:
        states[FeatureState(state)] = states.get(FeatureState(state), 0) + count
        warned += warnings
        if (state, change) == (FeatureState.ACCEPTED, Change.SAME):
            unchanged = count
        if change:
            changes[Change(change)] = changes.get(Change(change), 0) + count
    return Tally(states, changes, warned, unchanged)


def features_of(found: GeodataImport, state: str = "") -> QuerySet[GeodataFeature]:
    """The features of an import as the file counts them; of one state, or `warned`."""
    lines = GeodataFeature.objects.filter(geodata_import=found.pk)
    if state == "warned":
        return lines.exclude(warnings=[])
    return lines.filter(state=state) if state else lines


def sealed(content: bytes) -> bytes:
    """A file as it is kept: it may name households and where they live."""
    return key_ring().seal(b64encode(content).decode("ascii"), context=_SEALED_AS)


def content_of(key: UUID) -> bytes:
    """The file as it was brought. Answers 404 once it is forgotten."""
    content = GeodataImport.objects.values_list("content", flat=True).filter(pk=key).first()
    if not content:
        raise Refusal.not_found(Message("geodata.thing"))
    return b64decode(key_ring().open(bytes(content), context=_SEALED_AS))


def chosen_of(found: GeodataImport) -> Chosen:
    """What was said of the file."""
    return Chosen.from_json(found.chosen)


def layer_of(found: GeodataImport, name: str) -> Layer:
    """One of the layers of the file; 422 for a name it does not have."""
    for data in found.layers:
        if data["name"] == name:
            return Layer.from_json(data)
    raise Refusal.invalid({"layer": Message("geodata.layer_unknown")})


def longitude_of_county() -> float:
    """The middle of the county in degrees: which projections are likely."""
    drawn = Boundary.objects.filter(area=settings.COUNTY_CODE, valid_to=None)
    extent = drawn.aggregate(found=Extent("outline"))["found"]
    return (extent[0] + extent[2]) / 2 if extent else _MERIDIAN
