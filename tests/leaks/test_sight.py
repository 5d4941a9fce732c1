"""The leak table: every address × every role × every place × every thing, held against the oracle.

Every answer is searched for the marks of all things. endpoints.toml says which things an address may
show, and the oracle of a thing says to whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import pytest
from django.http import HttpResponse

from tests.leaks.asking import body, text_of
from tests.leaks.endpoints import Endpoint, endpoints
from tests.leaks.oracle import holds
from tests.leaks.plan import Cell, asker_at, cells
from tests.leaks.scene import VISITOR, Found, Scene, taken_back
from tests.leaks.thing import One, Oracle, Thing, all_things

# What differs between two answers that say the same: ids, and the token against forged forms.
_PASSING = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b[0-9a-f]{10}\b"
    r'|(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}'
)


@pytest.fixture(scope="package")
def plan(played: Scene, everything: bool) -> Mapping[int, Sequence[Cell]]:
    """What is asked of each line of the table."""
    return cells(played, everything=everything)


@pytest.mark.timeout(1800)  # an address asked by everybody about everything: with --all
@pytest.mark.parametrize("line", range(len(endpoints())), ids=lambda at: str(endpoints()[at]))
def test_an_answer_says_what_its_asker_may_know(
    scene: Scene, plan: Mapping[int, Sequence[Cell]], line: int
) -> None:
    endpoint = endpoints()[line]
    faults = [
        f"{role}{key and f' about {key}'}: {fault}"
        for _, role, key in plan[line]
        for fault in Question(scene, endpoint, role, key).faults()
    ]
    assert not faults, "\n".join(faults)


class Question:
    """One role at one address about one thing, and what is wrong with the answer."""

    def __init__(self, scene: Scene, endpoint: Endpoint, role: str, key: str) -> None:
        self.scene, self.endpoint, self.role = scene, endpoint, role
        self.asker = asker_at(endpoint, role)
        self.thing: Thing | None = all_things()[endpoint.one] if endpoint.one else None
        self.one: One | None = scene.things[endpoint.one][key] if endpoint.one else None

    def faults(self) -> Iterator[str]:
        """Everything that is wrong, in words. An address that is closed to a role shows it nothing."""
        if self.role == VISITOR and self.endpoint.face != "portal":
            if not shut_out(self.endpoint, self.answer):
                yield f"a visitor is answered {self.answer.status_code}"
            yield from self._betrayed(frozenset())
        elif self.endpoint.needs and not holds(self.asker.posts, self.endpoint.needs):
            if self.answer.status_code != 403:
                yield f"has not the right, but is answered {self.answer.status_code}"
            yield from self._betrayed(frozenset())
        elif not self._lets_in():
            yield from self._faults_of_hidden()
        else:
            yield from self._faults_of_shown()

    @cached_property
    def answer(self) -> HttpResponse:
        return self._ask(self.one.ids if self.one else {})

    def _ask(self, ids: Mapping[str, object]) -> HttpResponse:
        """The answer; what the request did is undone."""
        address, scene = self.endpoint.address(**ids), self.scene
        is_program = self.endpoint.face == "api"
        asking = scene.program(self.role) if is_program else scene.browser(self.role)
        with taken_back():
            if self.endpoint.method == "GET":
                return asking.get(address)
            if self.endpoint.json:
                return asking.send(address, self.endpoint.json)
            return asking.post(address, self.endpoint.form)

    def _lets_in(self) -> bool:
        return self._sees() and not self._is_kept_from_hearing()

    def _sees(self) -> bool:
        if self.thing is None or self.one is None:
            return True
        return self.thing.scope(self.endpoint.to)(self.asker, self.one.key)

    def _is_kept_from_hearing(self) -> bool:
        """Whether the address is for readers of the case, and the asker may only see that it exists."""
        if not self.endpoint.parties or self.thing is None or self.one is None:
            return False
        return not self.thing.tells(self.asker, self.one.key, "words")

    def _faults_of_hidden(self) -> Iterator[str]:
        assert self.thing is not None
        assert self.one is not None
        if self.answer.status_code != self.endpoint.hidden:
            yield f"hidden, but {self.answer.status_code}"
        nobodys = {name: self.thing.nobodys(name) for name in self.one.ids}
        if self._sees() and "number" in nobodys:  # a case in sight that has no such file
            nobodys["number"] = self.one.ids["number"]
        if shape(self.answer, self.one.ids) != shape(self._ask(nobodys), nobodys):
            yield "hidden, but not answered like one that does not exist"
        yield from self._betrayed(frozenset())

    def _faults_of_shown(self) -> Iterator[str]:
        if self.answer.status_code not in self.endpoint.statuses:
            yield f"in sight, but {self.answer.status_code}"
        yield from self._betrayed(self.endpoint.shows)
        for name, circle in self.endpoint.complete.items():
            yield from self._missing(name, all_things()[name].scope(circle))
        if self.thing and self.one and (fault := self.thing.also(self.asker, self.one, self._text)):
            yield fault

    def _missing(self, name: str, sees: Oracle) -> Iterator[str]:
        """What a list leaves out or has too much; of the thing that was asked for, whether it shows."""
        of_one = self.one is not None and self.endpoint.one == name
        keys = [self.one.key] if of_one and self.one else self.scene.things[name]
        due = {key for key in keys if sees(self.asker, key)}
        shown = {found.key for found in self._found if found.thing == name}
        if due - shown:
            yield f"shows nothing of {name} {sorted(due - shown)}"
        if shown - due and not of_one:
            yield f"shows {name} {sorted(shown - due)} besides"

    @cached_property
    def _address(self) -> str:
        return self.endpoint.address(**(self.one.ids if self.one else {}))

    @cached_property
    def _text(self) -> str:
        return text_of(self.answer, self._address)

    @cached_property
    def _found(self) -> set[Found]:
        """The marks in the answer, without those of the address: an answer may repeat the question."""
        return self.scene.found(self._text) - self.scene.found(self._address)

    def _betrayed(self, shows: frozenset[str]) -> Iterator[str]:
        """Marks that may not stand there."""
        for found in sorted(self._found, key=str):
            if not self._may_stand(found, shows):
                yield f"tells the {found.sort} of {found.thing} {found.key}"

    def _may_stand(self, found: Found, shows: frozenset[str]) -> bool:
        if found.thing not in all_things():
            return False
        asked_for = self.one is not None and (self.endpoint.one, self.one.key) == (
            found.thing,
            found.key,
        )
        in_place = found.thing in shows or (asked_for and self._lets_in())
        return in_place and all_things()[found.thing].tells(self.asker, found.key, found.sort)


def shape(answer: HttpResponse, ids: Mapping[Any, object]) -> tuple[int, str, str]:
    """What an answer says, without what may differ between a hidden thing and an invented one."""
    said = body(answer) + answer.get("Location", "")
    for each in ids.values():
        said = said.replace(str(each), "")
    return answer.status_code, answer.get("Content-Type", ""), _PASSING.sub("", said)


def shut_out(endpoint: Endpoint, answer: HttpResponse) -> bool:
    """Whether a visitor is answered as one."""
    if endpoint.face == "api":
        return answer.status_code == 401
    return answer.status_code == 302 and answer["Location"].startswith("/sign-in?")
