"""What is asked to start a computation of divisions, and to set a number of grids by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from wangge.insight.divisions.operations import GivenNumber
from wangge.insight.divisions.rules.wishes import (
    HOUSEHOLDS,
    PERSONS,
    TOLERANCES,
    Counted,
    Rounding,
    Start,
    Wishes,
)
from wangge.interfaces.web.components.shapes import Option
from wangge.interfaces.web.forms import ask, offer

USUAL = Wishes()


def _number(label: str, span: range, initial: int, hint: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=ask(label),
        help_text=ask(hint, least=span[0], most=span[-1]),
        min_value=span[0],
        max_value=span[-1],
        initial=initial,
    )


def _choice(label: str, kinds: Any, initial: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=ask(label),
        choices=[(kind.value, kind.words) for kind in kinds],
        widget=forms.RadioSelect,
        initial=initial,
    )


class StartForm(forms.Form):
    """Which places, under which wishes. A tolerance is asked for in per cent."""

    places = forms.MultipleChoiceField(
        label=ask("division.form.places"), widget=forms.CheckboxSelectMultiple
    )
    households_per_grid = _number(
        "division.form.households", HOUSEHOLDS, USUAL.households_per_grid, "division.form.span"
    )
    persons_per_grid = _number(
        "division.form.persons", PERSONS, USUAL.persons_per_grid, "division.form.span"
    )
    tolerance = _number(
        "division.form.tolerance", TOLERANCES, round(USUAL.tolerance * 100), "division.form.span"
    )
    rounding = _choice("division.form.rounding", Rounding, USUAL.rounding)
    counted = _choice("division.form.counted", Counted, USUAL.counted)
    start = _choice("division.form.start", Start, USUAL.start)
    bound = forms.BooleanField(
        label=ask("division.form.bound"),
        help_text=ask("division.form.bound_hint"),
        required=False,
    )
    seed = forms.IntegerField(
        label=ask("division.form.seed"),
        help_text=ask("division.form.seed_hint"),
        min_value=0,
        max_value=2**31 - 1,
        initial=0,
    )

    def __init__(self, places: Sequence[Option], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "places", [(place.value, place.label) for place in places])
        self.fields["places"].initial = [place.value for place in places if place.chosen]

    @property
    def wishes(self) -> Wishes:
        """What was chosen."""
        said = self.cleaned_data
        return Wishes(
            tolerance=said["tolerance"] / 100,
            households_per_grid=said["households_per_grid"],
            persons_per_grid=said["persons_per_grid"],
            rounding=Rounding(said["rounding"]),
            counted=Counted(said["counted"]),
            start=Start(said["start"]),
            bound=said["bound"],
        )


class NumberForm(forms.Form):
    """A number of grids by hand, and why."""

    k = forms.IntegerField(label=ask("division.form.k"), min_value=1, max_value=99)
    reason = forms.CharField(
        label=ask("division.form.reason"),
        help_text=ask("division.form.reason_hint"),
        max_length=200,
    )

    @property
    def number(self) -> GivenNumber:
        """What was asked for."""
        return GivenNumber(self.cleaned_data["k"], self.cleaned_data["reason"])
