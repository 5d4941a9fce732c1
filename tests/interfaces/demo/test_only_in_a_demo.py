"""A county's platform knows no demo: not its addresses, not its apps, not one of its modules."""

import os
import subprocess
import sys

from tests.conftest import ROOT

ADDRESSES = ("/demo/sign-in", "/demo/gallery", "/demo/gallery/listing/0")
ASKED = f"""
import sys
import django; django.setup()
from django.urls import Resolver404, resolve
for address in {ADDRESSES}:
    try:
        print("there", resolve(address).view_name)
    except Resolver404:
        print("none", address)
import wangge.config.schedule
print(*(name for name in sys.modules if name.startswith(("wangge.insight.demo", "wangge.interfaces.demo"))))
"""


def answered(demo: str) -> list[str]:
    """What a fresh process finds at the demo's addresses; last the modules of the demo it loaded."""
    told = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", ASKED],
        cwd=ROOT,
        env=os.environ | {"WANGGE_DEMO": demo, "DJANGO_SETTINGS_MODULE": "wangge.config.settings"},
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout.splitlines()


def test_a_county_has_no_demo() -> None:
    *found, loaded = answered("")
    assert found == [f"none {address}" for address in ADDRESSES]
    assert loaded == ""


def test_a_demo_has_its_pages() -> None:
    *found, _ = answered("1")
    assert found == ["there demo-sign-in", "there gallery", "there gallery-example"]
