"""The forms about a file of geodata: what it holds, then how to read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from wangge.insight.geodata.models import GeodataImport
from wangge.insight.geodata.queries.imports import chosen_of, longitude_of_county
from wangge.insight.geodata.queries.known_names import recognised
from wangge.insight.geodata.rules.choosing import Chosen, needed_of, roles_of
from wangge.insight.geodata.rules.holdings import BarrierSort, Holding
from wangge.insight.geodata.rules.layers import Form, Layer
from wangge.insight.geodata.rules.limits import MOST_BYTES
from wangge.insight.geodata.rules.systems import Guess, choices, recognise
from wangge.interfaces.web.forms import ask, offer, wrong
from wangge.lib.message import Message

_NONE = ("", ask("geodata.column.none"))


class BringForm(forms.Form):
    """A file, and what it holds."""

    holding = forms.ChoiceField(
        label=ask("geodata.holding"),
        choices=[(each.value, each.words) for each in Holding],
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=ask("geodata.file"),
        help_text=ask("geodata.file_hint"),
        widget=forms.FileInput(attrs={"accept": ".zip,.gpkg,.geojson,.json,.xlsx,.xls"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise wrong(Message("file.too_large", megabytes=MOST_BYTES // 2**20))
        return file


class LayerForm(forms.Form):
    """Which of several layers."""

    layer = forms.ChoiceField(label=ask("geodata.layer"))

    def __init__(self, layers: Sequence[Layer], *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        shown = [
            (each.name, Message("geodata.layer_words", name=each.name, count=each.count))
            for each in layers
        ]
        offer(self, "layer", shown)


class ChooseForm(forms.Form):
    """The coordinate system and the columns of one layer; preset with what was recognised."""

    system = forms.ChoiceField(label=ask("geodata.system"))
    swapped = forms.BooleanField(
        label=ask("geodata.swapped"), help_text=ask("geodata.swapped_hint"), required=False
    )

    def __init__(self, found: GeodataImport, layer: Layer, *said: Any, **more: Any) -> None:
        self.layer = layer
        self.guess: Guess
        form, holding = Form(found.form), Holding(found.holding)
        self.roles = roles_of(holding, form)
        before = chosen_of(found)
        super().__init__(*said, **more)
        self._ask_system(before)
        known = dict(before.columns) or recognised(self.roles, layer.fields)
        columns = [_NONE, *((name, name) for name in layer.fields)]
        for role in self.roles:
            self.fields[role] = forms.ChoiceField(
                label=ask(f"geodata.role.{role}"),
                choices=columns,
                initial=known.get(role, ""),
                required=role in needed_of(holding, form),
            )
        if holding is Holding.BARRIERS:
            self.fields["usual"] = forms.ChoiceField(
                label=ask("geodata.usual_sort"),
                choices=[(each.value, each.words) for each in BarrierSort],
                initial=before.sort,
            )
        if holding is Holding.HOUSEHOLDS:
            self.fields["enters"] = forms.BooleanField(
                label=ask("geodata.enters"),
                help_text=ask("geodata.enters_hint"),
                initial=before.enters,
                required=False,
            )

    def _ask_system(self, before: Chosen) -> None:
        near = longitude_of_county()
        self.guess = recognise(self.layer.declared, self.layer.bounds, near)
        offer(
            self,
            "system",
            [
                ("", ask("geodata.system_none")),
                *choices(self.layer.declared, near, self.guess.system),
            ],
        )
        self.fields["system"].help_text = ask("geodata.system_hint", why=self.guess.why)
        self.fields["system"].initial = before.system or self.guess.system
        self.fields["swapped"].initial = before.swapped or self.guess.swapped

    @property
    def chosen(self) -> Chosen:
        """The choices, once the form is valid."""
        said = self.cleaned_data
        return Chosen(
            layer=self.layer.name,
            system=said["system"],
            swapped=said["swapped"],
            columns={role: said[role] for role in self.roles if said[role]},
            sort=said.get("usual", BarrierSort.RIVER.value),
            enters=said.get("enters", False),
        )
