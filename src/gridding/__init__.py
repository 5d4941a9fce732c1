"""The grid-division engine: pure, without platform; see ``docs/gridding.md``."""
