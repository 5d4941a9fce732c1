"""A private cluster: made, found again, mended when it may be, stopped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.bin.conftest import Script

_BEGIN = """
import json, sys, steps
from steps.cluster import TEST
def ask(url):
    import subprocess
    psql = TEST.postgres.program("psql")
    asked = [psql, "-XAtc", "SHOW fsync", url]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
"""


def test_the_life_of_a_cluster(checkout: Path, script: Script) -> None:
    done = script(
        _BEGIN
        + """
from wangge.config.database.provision import Plan
home = str(TEST.home)
try:
    began = [TEST.start(), TEST.start()]
    fsync = ask(TEST.admin_url)
    TEST.provision(Plan())
    TEST.provision(Plan())
    TEST.stop()
    stopped = not TEST.running()
    (TEST.data / "global" / "pg_control").write_bytes(b"damaged")
    mended = TEST.start()
    again = ask(TEST.admin_url)
finally:
    TEST.stop()
print(json.dumps([home, began, fsync, stopped, mended, again]))
"""
    )
    assert done.stderr == ""
    home, began, fsync, stopped, mended, again = json.loads(done.stdout)
    shutil.rmtree(home)
    if not Path(home).is_relative_to(checkout):
        Path(home).parent.rmdir()
    assert (began, fsync, stopped, mended, again) == ([True, False], "off", True, True, "off")
