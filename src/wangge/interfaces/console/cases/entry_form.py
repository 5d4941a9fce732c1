"""What an official fills in to enter a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django import forms
from django.conf import settings

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.photos import PhotosField
from wangge.interfaces.console.floor.places import places_within
from wangge.interfaces.web.forms import (
    Choices,
    NameField,
    PhoneField,
    QueryCodeField,
    ask,
    offer,
    wrong,
)
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.models import VillagerGroup
from wangge.registers.areas.queries import grid_of_group
from wangge.registers.organisations.queries.units import unit_words, units_over
from wangge.work.cases.operations.reporting import LONGEST_WORDS
from wangge.work.cases.rules.categories import Category, categories, category, groups
from wangge.work.cases.rules.search import search

MOST_PROPOSED: Final = 6

SEEN: Final = "seen"  # by the official; all other sources mean a resident reported it
_SOURCES: Final = (SEEN, "behalf", "hotline")


def proposed_for(words: str) -> tuple[Category, ...]:
    """The categories that fit what was typed, the best first."""
    return search(words, MOST_PROPOSED)


class EntryForm(forms.Form):
    """Place, words, kind, who reported it. The query code identifies the form when it is sent twice."""

    place = forms.ChoiceField(label=ask("console.entry.place"))
    group = forms.IntegerField(
        label=ask("console.entry.group"), min_value=1, max_value=99, required=False
    )
    place_words = forms.CharField(
        label=ask("console.entry.place_words"),
        help_text=ask("console.entry.place_words_hint"),
        max_length=200,
        required=False,
    )
    words = forms.CharField(
        label=ask("console.entry.words"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    category = forms.ChoiceField(
        label=ask("console.entry.category"), widget=forms.RadioSelect, required=False
    )
    other_category = forms.ChoiceField(label=ask("console.entry.other_category"), required=False)
    complained_of = forms.ChoiceField(
        label=ask("console.entry.whom"), help_text=ask("console.entry.whom_hint"), required=False
    )
    source = forms.ChoiceField(
        label=ask("console.entry.source"),
        choices=[(each, ask(f"console.entry.source_{each}")) for each in _SOURCES],
        widget=forms.RadioSelect,
    )
    name = NameField(label=ask("console.entry.name"), required=False)
    phone = PhoneField(label=ask("console.entry.phone"), required=False)
    contact = forms.ChoiceField(
        label=ask("console.entry.contact"),
        choices=[(each, ask(f"console.entry.contact_{each}")) for each in ("preset", "yes", "no")],
        widget=forms.RadioSelect,
    )
    query_code = QueryCodeField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        at: datetime,
        proposed: Sequence[Category],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"auto_id": "%s", **kwargs})
        self.proposed = proposed
        own = actor.areas(Permission.CASE_REPORT)
        places = [(each.value, each.label) for each in places_within(own)]
        only = len(places) == 1  # a village of their own is no choice
        offer(self, "place", places if only else [("", ask("console.choose")), *places])
        offer(self, "category", [(each.code, each.words) for each in proposed])
        offer(self, "other_category", [("", ask("console.choose")), *_all_categories()])
        offer(self, "complained_of", self._units)
        self.fields["photo"] = PhotosField(
            actor=actor,
            at=at,
            label=ask("case.need.photo"),
            help_text=ask("console.photo_hint", megabytes=settings.UPLOAD_LIMIT_BYTES // 2**20),
            required=False,
        )

    def _units(self) -> Choices:
        """The units that answer for the place; asked for only in a complaint."""
        place = self.cleaned_data.get("place", "") if self.is_bound else ""
        units = units_over(place) if place else []
        return [
            ("", ask("console.entry.whom_unknown")),
            *((unit.kind, unit_words(unit)) for unit in units),
        ]

    @property
    def chosen(self) -> Category:
        """The category: a choice from the whole list overrides a card, which cannot be unchosen."""
        return category(self._chosen_code)

    @property
    def _chosen_code(self) -> str:
        """Empty until an existing category is chosen."""
        said = self.cleaned_data if self.is_bound else {}
        return said.get("other_category") or said.get("category") or ""

    @property
    def asks_whom(self) -> bool:
        """Whether a complaint was chosen, so that the form asks about whom."""
        return bool(self._chosen_code) and self.chosen.is_restricted

    @property
    def lacks_whom(self) -> bool:
        """Whether the form has not asked that yet."""
        return self.asks_whom and "complained_of" not in self.data

    @property
    def lacks_category(self) -> bool:
        """Whether the kind of the matter is still to be chosen."""
        return not self._chosen_code

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("source") not in {SEEN, None} and not said.get("name") and "name" in said:
            self.add_error("name", wrong(Message("console.entry.name_missing")))
        if said.get("group") and "place" in said and not self._group_exists():
            self.add_error("group", wrong(Message("console.entry.group_unknown")))
        return said

    def _group_exists(self) -> bool:
        said = self.cleaned_data
        return VillagerGroup.objects.filter(village=said["place"], number=said["group"]).exists()

    @property
    def area_code(self) -> str:
        """The smallest place known: the grid of the group, so that its worker gets the case at once."""
        place: str = self.cleaned_data["place"]
        group = self.cleaned_data["group"]
        if group is None or len(place) < Level.VILLAGE:
            return place
        return grid_of_group(place, group) or place


def _all_categories() -> list[tuple[str, Any]]:
    return [
        (
            each.code,
            Message("console.category_of", group=groups()[each.group].words, category=each.words),
        )
        for each in categories().values()
    ]
