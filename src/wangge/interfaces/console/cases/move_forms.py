"""From what a move needs to the fields of its form: one mapping for every move and every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from django import forms
from django.conf import settings

from wangge.interfaces.console.cases import candidates
from wangge.interfaces.console.cases.candidates import Candidates, Question
from wangge.interfaces.console.floor.photos import PhotosField, adopted
from wangge.interfaces.console.floor.places import places_near
from wangge.interfaces.web.components.shapes import Option, Words
from wangge.interfaces.web.forms import DayField, ask, wrong
from wangge.lib import case_number
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.calendars.queries import county_day
from wangge.work.cases.models import Case
from wangge.work.cases.queries.provided import LONGEST_TEXT
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.states import Card, Channel, Rating, Scale, State
from wangge.work.terms.rules.terms import span

ANSWER_WORK_DAYS: Final = 3
"""What a supervisor is proposed as time for an answer: as long as a coordination gives."""

_LONGEST_RECEIPT: Final = 80

Asked = dict[str, Any]  # the words every field takes: label, hint, required


class MoveForm(forms.Form):
    """The form of one move. Fields are named like the needs of the law."""

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        lawful = question.lawful
        kwargs.setdefault("auto_id", f"{lawful.move.value}-{lawful.stage.value}-%s")
        super().__init__(*args, **kwargs)
        self.question = question
        for need in dict.fromkeys((*lawful.needs, *lawful.offers)):
            self.fields[need.value] = field_for(need, question, required=need in lawful.needs)

    def said(self) -> dict[str, Any]:
        """The clean values as `queries.provided` reads them; photos get their keys here."""
        question = self.question
        return {
            name: adopted(value, by=question.actor, at=question.at)
            if isinstance(self.fields[name], PhotosField)
            else value
            for name, value in self.cleaned_data.items()
        }


class MainCaseField(forms.CharField):
    """The number of another open case that the actor sees; its clean value is the key."""

    def __init__(self, question: Question, **asked: Any) -> None:
        super().__init__(max_length=60, **asked)
        self.question = question

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        main = self._case(typed)
        if not main.is_open or main.state == State.MERGED.value:
            raise wrong(Message("console.main_case_over"))
        return main.pk

    def _case(self, typed: str) -> Case:
        try:
            return case_by_number(case_number.normalise(typed), self.question.actor)
        except Invalid as error:
            raise wrong(error.message) from error
        except Refusal as refusal:
            raise wrong(refusal.message) from refusal


def field_for(need: Need, question: Question, *, required: bool) -> forms.Field:
    """The form field in which a need is answered."""
    return FIELDS[need](question, {"label": need.label, "required": required})


def _text(rows: int) -> Callable[[Question, Asked], forms.Field]:
    def field(question: Question, asked: Asked) -> forms.Field:
        widget = forms.Textarea(attrs={"rows": rows})
        return forms.CharField(max_length=LONGEST_TEXT, widget=widget, **asked)

    return field


def _line(question: Question, asked: Asked) -> forms.Field:
    return forms.CharField(max_length=_LONGEST_RECEIPT, **asked)


def _day(question: Question, asked: Asked) -> forms.Field:
    return DayField(**asked)


def _answer_due(question: Question, asked: Asked) -> forms.Field:
    """A day, which means the end of its office hours."""
    due = question.law.calendar.due(question.at, ANSWER_WORK_DAYS, "work_day").at
    return _day(question, asked | {"initial": county_day(due)})


def _yes(question: Question, asked: Asked) -> forms.Field:
    return forms.BooleanField(**asked)


def _yes_or_no(question: Question, asked: Asked) -> forms.Field:
    choices = [("true", ask("console.yes")), ("false", ask("console.no"))]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **asked)


def _one_of(*options: Any, preset: str | None = None) -> Callable[[Question, Asked], forms.Field]:
    """Members of a small vocabulary, all shown."""

    def field(question: Question, asked: Asked) -> forms.Field:
        choices = [(each.value, each.words) for each in options]
        return forms.ChoiceField(choices=choices, initial=preset, widget=forms.RadioSelect, **asked)

    return field


def _cards(found: Callable[[Question], Candidates]) -> Callable[[Question, Asked], forms.Field]:
    """A few candidates, all shown."""

    def field(question: Question, asked: Asked) -> forms.Field:
        offered = found(question)
        return forms.ChoiceField(
            choices=_choices(offered.options),
            initial=next(iter(offered.preset), None),
            widget=forms.RadioSelect,
            **asked | _hint(offered.reason),
        )

    return field


def _select(found: Callable[[Question], Candidates]) -> Callable[[Question, Asked], forms.Field]:
    """Many candidates; a proposed one is preselected."""

    def field(question: Question, asked: Asked) -> forms.Field:
        offered = found(question)
        blank = [] if offered.preset and asked["required"] else [_BLANK]
        return forms.ChoiceField(
            choices=_choices((*blank, *offered.options)),
            initial=next(iter(offered.preset), ""),
            **asked | _hint(offered.reason),
        )

    return field


def _several(found: Callable[[Question], Candidates]) -> Callable[[Question, Asked], forms.Field]:
    def field(question: Question, asked: Asked) -> forms.Field:
        offered = found(question)
        return forms.MultipleChoiceField(
            choices=_in_groups(offered.options),
            initial=list(offered.preset),
            widget=forms.CheckboxSelectMultiple,
            **asked | _hint(offered.reason),
        )

    return field


_BLANK: Final = Option("", Message("console.choose"))


def _choices(options: tuple[Option, ...]) -> list[tuple[str, Any]]:
    return [(option.value, option.label) for option in options]


def _in_groups(options: tuple[Option, ...]) -> list[tuple[Any, Any]]:
    """Choices in Django's form: those without a group first, then each group."""
    parts = groupby(options, key=lambda option: option.group)
    return [
        choice
        for group, part in parts
        for choice in ([(group, _choices(tuple(part)))] if group else _choices(tuple(part)))
    ]


def _hint(reason: Words) -> dict[str, Any]:
    return {"help_text": reason} if reason else {}


def _amount(question: Question, asked: Asked) -> forms.Field:
    """In the units of the running term, and no more than the time limits allow at once."""
    rule = question.facts.term_rule
    most = rule.extend_amount if rule else 0
    hint = Message("console.amount_at_most", span=span(most, rule.unit)) if rule else ""
    return forms.IntegerField(min_value=1, max_value=most, **asked | _hint(hint))


def _photos(question: Question, asked: Asked) -> forms.Field:
    megabytes = settings.UPLOAD_LIMIT_BYTES // 2**20
    hint = Message("console.photo_hint", megabytes=megabytes)
    return PhotosField(actor=question.actor, at=question.at, **asked | _hint(hint))


def _main_case(question: Question, asked: Asked) -> forms.Field:
    return MainCaseField(question, **asked | _hint(Message("console.main_case_hint")))


def _places(question: Question) -> Candidates:
    return Candidates(places_near(question.facts.area_code))


FIELDS: Final[Mapping[Need, Callable[[Question, Asked], forms.Field]]] = MappingProxyType(
    {
        Need.WORDS: _text(4),
        Need.REASON: _text(3),
        Need.TRIED: _text(3),
        Need.AREA: _select(_places),
        Need.CONTACT: _yes_or_no,
        Need.CATEGORY: _select(candidates.all_categories),
        Need.LEVEL: _cards(candidates.levels),
        Need.SCALE: _one_of(*Scale, preset=Scale.INDIVIDUAL.value),
        Need.URGENT: _yes,
        Need.UNIT: _select(candidates.lead_units),
        Need.ASSISTING: _several(candidates.assisting_units),
        Need.DEPARTMENTS: _several(candidates.departments),
        Need.POST: _cards(candidates.posts),
        Need.PHOTO: _photos,
        Need.AFTER_PHOTO: _photos,
        Need.FOR_REPORTER: _yes_or_no,
        Need.AMOUNT: _amount,
        Need.CONSENT_ON: _day,
        Need.REVIEW_ON: _day,
        Need.CHANNEL: _one_of(*Channel),
        Need.RECEIPT: _line,
        Need.RECEIPT_ON: _day,
        Need.CLOSING: _cards(candidates.closings),
        Need.RATING: _one_of(*Rating),
        Need.MAIN_CASE: _main_case,
        Need.CARD: _one_of(*Card),
        Need.ANSWER_DUE: _answer_due,
    }
)
