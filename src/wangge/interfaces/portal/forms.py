"""What residents fill in: plain forms whose labels and errors are messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms

from wangge.interfaces.portal.proposals import left_to_staff
from wangge.interfaces.web.forms import (
    Choices,
    NameField,
    PhoneField,
    QueryCodeField,
    ask,
    normalised,
    offer,
)
from wangge.lib import case_number
from wangge.lib.typed_text import compact
from wangge.registers.areas.models import VillagerGroup
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.units import unit_words
from wangge.work.cases.operations.reporting import LONGEST_WORDS
from wangge.work.cases.rules.categories import Category, categories, category

LEFT_TO_STAFF = "staff"
_ALL_CATEGORIES = (("", ""), *((code, each.words) for code, each in categories().items()))


class WhatHappened(forms.Form):
    """The first page: what happened, and where exactly."""

    words = forms.CharField(
        label=ask("portal.report.words"),
        help_text=ask("portal.report.words_hint"),
        max_length=LONGEST_WORDS,
        error_messages={"required": ask("case.report.words_missing")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    group = forms.TypedChoiceField(
        label=ask("portal.report.group"), required=False, coerce=int, empty_value=None
    )
    place_words = forms.CharField(
        label=ask("portal.report.place_words"),
        help_text=ask("portal.report.place_words_hint"),
        max_length=200,
        required=False,
    )
    query_code = QueryCodeField(widget=forms.HiddenInput)
    grid = forms.CharField(widget=forms.HiddenInput, required=False, max_length=15)

    def __init__(self, *args: Any, groups: Sequence[VillagerGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = {group.number: group for group in groups}
        if groups:
            known = [(str(group.number), _group_words(group)) for group in groups]
            offer(self, "group", [("", ask("portal.report.group_unknown")), *known])
        else:
            del self.fields["group"]

    @property
    def chosen_group(self) -> VillagerGroup | None:
        """The villager group that was chosen, if any."""
        number = self.cleaned_data.get("group")
        return None if number is None else self.groups.get(number)


class Report(WhatHappened):
    """The second page: the first, and what kind of matter it is, and who reports it."""

    category = forms.ChoiceField(
        label=ask("portal.report.category"),
        error_messages={"required": ask("case.report.category_missing")},
        widget=forms.RadioSelect,
    )
    other_category = forms.ChoiceField(
        label=ask("portal.report.other_category"),
        choices=lambda: _ALL_CATEGORIES,  # a function: forms copy their fields, and this is long
        required=False,
    )
    name = NameField(
        label=ask("portal.report.name"),
        help_text=ask("portal.report.name_hint"),
        required=False,
        autocomplete="name",
    )
    phone = PhoneField(label=ask("portal.report.phone"), required=False, autocomplete="tel")
    contact = forms.ChoiceField(
        label=ask("portal.report.contact"),
        help_text=ask("portal.report.contact_hint"),
        choices=[
            ("preset", ask("portal.report.contact_preset")),
            ("yes", ask("portal.report.contact_yes")),
            ("no", ask("portal.report.contact_no")),
        ],
        initial="preset",
        widget=forms.RadioSelect,
    )
    complained_of = forms.ChoiceField(
        label=ask("portal.report.whom"),
        help_text=ask("portal.report.whom_hint"),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        proposed: Iterable[Category],
        units: Callable[[], Iterable[Unit]] = tuple,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = list(proposed)
        offer(self, "complained_of", lambda: _with_unknown(units()))
        cards = [(each.code, each.words) for each in self.proposed]
        offer(self, "category", [*cards, (LEFT_TO_STAFF, ask("portal.report.left_to_staff"))])

    @property
    def chosen(self) -> Category:
        """The category of the valid form: chosen by the person, or for them."""
        said = self.cleaned_data
        if said["category"] != LEFT_TO_STAFF:
            return category(said["category"])
        return left_to_staff(self.proposed, anonymous=not (said["name"] and said["phone"]))

    @property
    def lacks_whom(self) -> bool:
        """Whether it is a complaint and the form has not yet asked about whom."""
        return self.chosen.is_restricted and "complained_of" not in self.data

    def clean(self) -> dict[str, Any]:
        """A choice from the whole list overrides one of the cards: a card cannot be unchosen."""
        if self.cleaned_data.get("other_category"):
            self.errors.pop("category", None)
            self.cleaned_data["category"] = self.cleaned_data["other_category"]
        return self.cleaned_data


class Track(forms.Form):
    """Number and query code from the receipt, in whatever way they are typed."""

    number = forms.CharField(
        label=ask("portal.track.number"),
        help_text=ask("portal.track.number_hint"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    code = QueryCodeField(
        label=ask("portal.track.code"),
        help_text=ask("portal.track.code_hint"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_number(self) -> str:
        typed = compact(self.cleaned_data["number"])
        return normalised(case_number.normalise, f"SJ{typed}" if typed.isdecimal() else typed)


def _group_words(group: VillagerGroup) -> Any:
    return group.name or ask("portal.group", number=group.number)


def _with_unknown(units: Iterable[Unit]) -> Choices:
    unknown = ("", ask("portal.report.whom_unknown"))
    return [unknown, *((unit.kind, unit_words(unit)) for unit in units)]
