import random
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.lib.uuid7 import instant_of, uuid7

INSTANTS = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001
    max_value=datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=st.timezones(),
)


@given(INSTANTS, st.randoms(use_true_random=False))
def test_a_key_tells_its_millisecond(at: datetime, rng: random.Random) -> None:
    key = uuid7(at, rng)
    assert (key.version, key.variant) == (7, RFC_4122)
    assert timedelta() <= at - instant_of(key) < timedelta(milliseconds=1)


@given(INSTANTS, INSTANTS)
def test_keys_sort_by_their_instants(a: datetime, b: datetime) -> None:
    earlier, later = uuid7(min(a, b)), uuid7(max(a, b))
    assert earlier < later or instant_of(earlier) == instant_of(later)


def test_the_example_of_the_standard() -> None:
    """RFC 9562, appendix A.6."""

    class Fixed(random.Random):
        def getrandbits(self, k: int, /) -> int:
            return (0xCC3 << 62 | 0x18C4DC0C0C07398F) & ((1 << k) - 1)

    at = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
    assert uuid7(at, Fixed()) == UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")


def test_one_seed_one_key() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert uuid7(at, random.Random(3)) == uuid7(at, random.Random(3))
    assert uuid7(at) != uuid7(at)


def test_what_cannot_be_a_key() -> None:
    with pytest.raises(ValueError, match="time zone"):
        uuid7(datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="1970"):
        uuid7(datetime(1969, 12, 31, tzinfo=UTC))
    with pytest.raises(ValueError, match="version 7"):
        instant_of(uuid4())
