"""One drawn county for all tests of the demo: drawing takes two seconds."""

import pytest

from tests.insight.demo.small_demo import SmallDemo, make_small_demo
from wangge.insight.demo.operations.establishing import SEED
from wangge.insight.demo.rules.geography.outlines import CountyOutlines, draw_county


@pytest.fixture(scope="session")
def county() -> CountyOutlines:
    return draw_county(SEED)


@pytest.fixture(scope="session")
def small_demo(county: CountyOutlines) -> SmallDemo:
    return make_small_demo(county, SEED)
