import pickle

import pytest

from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


def test_a_refusal_carries_its_answer() -> None:
    refusal = Refusal(
        Message("case.closed", number="SJ1"),
        fields={"words": Message("field.required")},
        data={"state": "closed"},
    )
    assert refusal.code == "case.closed"
    assert refusal.status == 409
    assert refusal.fields == {"words": Message("field.required")}
    assert refusal.data == {"state": "closed"}


def test_what_was_handed_in_may_change_afterwards() -> None:
    fields = {"words": Message("field.required")}
    refusal = Refusal(Message("a"), fields=fields)
    fields.clear()
    assert refusal.fields


def test_named_refusals() -> None:
    assert Refusal.not_found(Message("case.noun")).status == 404
    assert Refusal.forbidden().status == 403
    assert Refusal.forbidden(Message("case.not_yours")).code == "case.not_yours"
    invalid = Refusal.invalid({"words": Message("field.required")})
    assert (invalid.status, invalid.message) == (422, Message("refusal.invalid", count=1))


def test_an_invalid_refusal_names_a_field() -> None:
    with pytest.raises(ValueError, match="field"):
        Refusal.invalid({})


@pytest.mark.parametrize("status", [200, 399, 500])
def test_only_statuses_of_refusals(status: int) -> None:
    with pytest.raises(ValueError, match="status"):
        Refusal(Message("a"), status=status)


def test_a_refusal_crosses_processes() -> None:
    refusal = Refusal(Message("a", n=1), status=404, data={"x": 1})
    again = pickle.loads(pickle.dumps(refusal))  # noqa: S301
    assert (again.message, again.status, again.data) == (Message("a", n=1), 404, {"x": 1})
