"""The settings under which tests run: a demo of its own, with keys and files of its own.

Read by pytest-django before any conftest, so the environment is set here and nowhere later.
"""

import os
import tempfile

os.environ["WANGGE_STATE"] = tempfile.mkdtemp(prefix="wangge-test-")
os.environ["WANGGE_DEMO"] = "1"
for name in ("DATABASE_URL", "WANGGE_DATABASE_ROLE", "WANGGE_SECRET_FILE", "WANGGE_KEY_FILE"):
    os.environ.pop(name, None)

from wangge.config.settings import *  # noqa: E402, F403
