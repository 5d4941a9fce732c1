"""The division engine before its first use."""

from steps import shell
from steps.console import step
from steps.places import PYTHON, ROOT


def load_loops() -> None:
    """Compile the engine's inner loops once: processes that start together would each do it."""
    with step("Loops of the engine"):
        shell.run(
            [PYTHON, "-c", "from gridding.search import load_loops; load_loops()"],
            what="compile the loops of the engine",
            cwd=ROOT,
        )
