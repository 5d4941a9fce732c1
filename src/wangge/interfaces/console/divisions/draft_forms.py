"""The form of a move of a draft: a reason and, for an approval, the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms

from wangge.insight.divisions.operations import Decision
from wangge.insight.divisions.rules.states import DraftMove
from wangge.interfaces.web.forms import DayField, ask

LONGEST: Final = 1000


class DraftMoveForm(forms.Form):
    """The fields of one move; the law, not the form, says whether a reason is needed."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    in_force_on = DayField(label=ask("draft.in_force_on"), help_text=ask("draft.in_force_on_hint"))
    words = forms.CharField(
        label=ask("draft.words"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, move: DraftMove, said: Mapping[str, Any] | None = None, *, today: date | None = None
    ) -> None:
        self.move = move
        initial = {"in_force_on": today}
        super().__init__(said, initial=initial, auto_id=f"draft-{move.value}-%s")
        if move is not DraftMove.APPROVE:
            del self.fields["in_force_on"]

    def ask_why(self) -> None:
        """Make the words a required reason."""
        words = self.fields["words"]
        words.required = True
        words.label = ask(f"draft.words.{self.move.value}")

    @property
    def revision_seen(self) -> int:
        """The revision the person looked at; a missing one counts as outdated."""
        return self.cleaned_data.get("revision") or 0

    @property
    def said(self) -> Decision:
        return Decision(self.cleaned_data["words"], self.cleaned_data.get("in_force_on"))
