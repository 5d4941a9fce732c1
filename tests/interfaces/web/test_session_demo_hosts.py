"""A demo that could be reached from elsewhere does not start: its page of names has no password."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "import wangge.config.settings"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("hosts", ["*", "127.0.0.1,wangge.example", "192.0.2.7"])
def test_a_demo_for_others_is_refused(hosts: str) -> None:
    ended = start(WANGGE_DEMO="1", WANGGE_HOSTS=hosts)
    assert ended.returncode != 0
    assert "A demo is reached from its own computer only" in ended.stderr


def test_a_demo_at_home_starts() -> None:
    assert start(WANGGE_DEMO="1", WANGGE_HOSTS="localhost").returncode == 0


def test_a_county_has_its_own_hosts() -> None:
    assert start(WANGGE_DEMO="", WANGGE_HOSTS="wangge.example").returncode == 0
