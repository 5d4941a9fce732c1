"""The settings under which tests run: a demo with files of its own.

Read by pytest-django before any conftest, so the environment is set here and nowhere later. The keys
outlive a run, because the template database does and holds what was sealed with them.
"""

import os
import tempfile
from pathlib import Path

_KEPT = Path(__file__).resolve().parents[1] / ".wangge" / "test"

_KEPT.mkdir(parents=True, exist_ok=True)
_FILES = tempfile.TemporaryDirectory(prefix="wangge-test-")  # gone with the process
os.environ["WANGGE_STATE"] = _FILES.name
os.environ["WANGGE_DEMO"] = "1"
os.environ["WANGGE_SECRET_FILE"] = str(_KEPT / "secret")
os.environ["WANGGE_KEY_FILE"] = str(_KEPT / "keys.json")
for name in ("DATABASE_URL", "WANGGE_DATABASE_ROLE"):
    os.environ.pop(name, None)

from wangge.config.settings import *  # noqa: E402, F403
