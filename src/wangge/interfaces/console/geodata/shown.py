"""An import in words and figures: facts, counts, the line of a feature."""

from __future__ import annotations

from collections.abc import Mapping

from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.queries.imports import Tally
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.states import Change, FeatureState
from wangge.interfaces.web.components.shapes import Column, Fact, Link, Row, Stat, Words
from wangge.interfaces.web.listing import with_parameter
from wangge.interfaces.web.request import Request
from wangge.interfaces.web.templatetags.reading import grouped
from wangge.lib.message import Message

WARNED = "warned"
_NAMES_SHOWN = 3

COLUMNS = (
    Column(Message("geodata.column.number")),
    Column(Message("geodata.column.place")),
    Column(Message("geodata.column.feature")),
    Column(Message("geodata.column.change")),
    Column(Message("geodata.column.remarks")),
)


def facts_of(found: GeodataImport, names: Mapping[str, str]) -> list[Fact]:
    """The file, its area, how far the import is."""
    facts = [
        Fact(Message("geodata.holding"), Holding(found.holding).words),
        Fact(Message("geodata.column.area"), names.get(found.area_code, found.area_code)),
        Fact(Message("geodata.column.state"), found.stands.words),
        Fact(Message("geodata.column.brought_at"), found.asked_at, kind="moment"),
    ]
    if found.villages:
        done = Message("geodata.villages_of", done=found.villages_done, all=len(found.villages))
        facts.append(Fact(Message("geodata.villages_done"), done))
    return facts


def stats_of(tally: Tally) -> list[Stat]:
    """The figures a person looks at before confirming."""
    if not tally.states:
        return []
    changes = [
        Stat(change.words, grouped(tally.changes[change]))
        for change in Change
        if tally.changes.get(change)
    ]
    states = [
        Stat(state.words, grouped(tally.of(state)))
        for state in FeatureState
        if tally.of(state) or state is FeatureState.REFUSED
    ]
    return states + changes


def notes_of(found: GeodataImport) -> list[Message]:
    """Remarks on the file as a whole."""
    return [Message.from_json(note) for note in found.notes]


def tabs_of(request: Request, tally: Tally, shown: str) -> list[Link]:
    """Tabs over the features, by what will happen to them."""
    whole = sum(tally.states.values())
    tabs = [("", Message("geodata.tab.all"), whole)]
    tabs += [(state.value, state.words, tally.of(state)) for state in FeatureState]
    tabs.append((WARNED, Message("geodata.tab.warned"), tally.warned))
    return [
        Link(words, with_parameter(request, "state", value), current=value == shown, count=count)
        for value, words, count in tabs
        if count or not value
    ]


def feature_rows(line: GeodataFeature, names: Mapping[str, str]) -> Row:
    """A feature in the list."""
    change: Words = Change(line.change).words if line.change else ""
    said = tuple(Message.from_json(each) for each in (*line.reasons, *line.warnings))
    remarks: Words = Message("geodata.remarks", said=said) if said else ""
    return Row(
        (str(line.number), _place(line, names), FeatureState(line.state).words, change, remarks)
    )


def _place(line: GeodataFeature, names: Mapping[str, str]) -> Words:
    if not line.villages:
        return "—"
    shown = tuple(names.get(code, code) for code in line.villages[:_NAMES_SHOWN])
    if len(line.villages) > _NAMES_SHOWN:
        return Message("geodata.place_many", names=shown, count=len(line.villages))
    if line.group_number:
        return Message("geodata.place_group", names=shown, number=line.group_number)
    return Message("geodata.place", names=shown)
