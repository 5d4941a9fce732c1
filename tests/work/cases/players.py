"""Who plays in a random life of a case, and what they say: chosen by dice, never by keys of rows.

Keys differ from run to run; whatever is chosen among is ordered by name, so that the same dice
play the same life again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.db.models import QuerySet

from tests.work.cases.desk import Desk
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.interfaces.console.cases.candidates import Question
from wangge.interfaces.console.cases.move_forms import MoveForm
from wangge.registers.accounts.models import Account
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, PostCover
from wangge.registers.people.models import Person
from wangge.work.cases.models import Case
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.queries.seating import moves_open_to
from wangge.work.cases.rules.lawful import LawfulMove
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Need

T = TypeVar("T")

# Moves that leave the case where it is, end it or send it elsewhere: rarer in the play than those
# that bring it on.
_RARE = {
    MoveCode.UNDO,
    MoveCode.SUPERVISE,
    MoveCode.INSTRUCT,
    MoveCode.RELOCATE,
    MoveCode.RECLASSIFY,
    MoveCode.TRANSFER,
    MoveCode.WITHDRAW,
    MoveCode.MERGE,
    MoveCode.DECLINE,
    MoveCode.RATE,
}
_DECIDING = ("township_centre", "township_leader", "county_centre", "county_leader")
_ASKED = 6  # how many people are asked whether they would move the case, before the dice pass on


@dataclass(frozen=True, slots=True)
class Players:
    """The staff and the reporter around the case of a desk."""

    desk: Desk
    names: tuple[str, ...]
    photo: UUID
    main: UUID

    def as_(self, key: str, unit: Callable[[Actor], T]) -> T:
        """Something done by somebody through the door, at this very instant."""
        by = self.desk.actor(key)
        return door(by, lambda: unit(by))

    def anybody(self, rng: Random) -> str:
        """Anybody at all, but mostly people who answer for the case, decide on it or reported it."""
        near = self.desk.ask(lambda: who_answers(self.desk.case_row(), self.desk))
        crowds = (self.names, near, near, _DECIDING, ["reporter", *self.names])
        return rng.choice(rng.choice([each for each in crowds if each]))

    def open_to(self, key: str) -> tuple[LawfulMove, ...]:
        """What somebody may do with the case now; nothing if they do not see it."""

        def ask(by: Actor) -> tuple[LawfulMove, ...]:
            case = Case.objects.filter(pk=self.desk.case_id).first()
            return moves_open_to(by, case, self.desk.at) if case else ()

        return self.as_(key, ask)

    def sees(self, key: str) -> bool:
        """Whether the case is there for somebody at all."""
        return self.as_(key, lambda _: Case.objects.filter(pk=self.desk.case_id).exists())

    def of(self, unit_id: UUID) -> list[str]:
        """The person who holds a post of a unit today."""
        day = county_day(self.desk.at)
        held = Appointment.objects.current(day).filter(post__unit=unit_id)
        return self.desk.ask(lambda: names_of(held.values("person")))

    def choose(self, rng: Random) -> tuple[str, LawfulMove] | None:
        """Somebody who may move the case now, and a move; None if none of those asked may."""
        for _ in range(_ASKED):
            key = self.anybody(rng)
            often = rng.random() < 0.8
            if offered := [x for x in self.open_to(key) if not often or x.move not in _RARE]:
                return key, rng.choice(offered)
        return None

    def said(self, key: str, lawful: LawfulMove, rng: Random) -> dict[str, Any]:
        """Something to say to every need: among what the form of the page offers."""

        def fill(by: Actor) -> dict[str, Any]:
            case = self.desk.case_row()
            facts, law, at = facts_of(case), law_today(), self.desk.at
            form = MoveForm(Question(case, facts, lawful, by, law, at, case.category))
            left_out = {need for need in lawful.offers if rng.random() < 0.5} - {Need.REASON}
            return {
                name: self._answer(name, field, rng)
                for name, field in form.fields.items()
                if name not in left_out
            }

        return self.as_(key, fill)

    def _answer(self, name: str, field: forms.Field, rng: Random) -> Any:
        known = {
            Need.MAIN_CASE: str(self.main),
            Need.PHOTO: [str(self.photo)],
            Need.AFTER_PHOTO: [str(self.photo)],
        }
        return (
            known[Need(name)] if name in known else _filled_in(field, county_day(self.desk.at), rng)
        )


def _filled_in(field: forms.Field, today: date, rng: Random) -> Any:
    match field:
        case forms.MultipleChoiceField():
            values = _values(field)
            return rng.sample(values, min(len(values), 1 + rng.randrange(2)))
        case forms.ChoiceField():
            proposed = [str(field.initial)] * 3 if field.initial else []
            return rng.choice([*_values(field), *proposed] or [""])
        case forms.DateField():
            return (today + timedelta(days=1 + rng.randrange(30))).isoformat()
        case forms.IntegerField():
            return 1 + rng.randrange(field.max_value or 1)
        case forms.BooleanField():
            return rng.choice(["true", "false"])
        case _:
            return "随便说点什么"


def everybody() -> tuple[str, ...]:
    """The whole staff, by key."""
    return tuple(Account.objects.order_by("username").values_list("username", flat=True))


def who_answers(case: Case, desk: Desk) -> list[str]:
    """Keys of the people who answer for the case today: the holder, or the cover of a vacant post."""
    covers = PostCover.objects.filter(post=case.responsible_post_id, ends_on=None)
    day = county_day(desk.at)
    held = Appointment.objects.current(day).filter(post__in=covers.values("covered_by"))
    return names_of(held.values("person"))


def names_of(persons: QuerySet[Any]) -> list[str]:
    """Keys of staff in order."""
    people = Person.objects.filter(pk__in=persons, account__isnull=False)
    return list(people.order_by("account__username").values_list("account__username", flat=True))


def _values(field: forms.ChoiceField) -> list[str]:
    return [str(value) for value, _ in field.choices if value]
