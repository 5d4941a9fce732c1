"""`wangge demo load --size small`: the demo county, built once and played through operations.

`wangge demo redivide` has the engine divide its villages again, after a change in how they are drawn.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.insight.demo.adapters.relief import KEY as RELIEF
from wangge.insight.demo.adapters.relief import draw_relief
from wangge.insight.demo.adapters.village_grids import redivide
from wangge.insight.demo.operations.dividing import ask_for_divisions
from wangge.insight.demo.operations.establishing import SEED, Ground, establish
from wangge.insight.demo.operations.playing import play
from wangge.insight.demo.rules.geography.outlines import draw_county
from wangge.insight.maps.adapters.imagery.sets import imagery_set
from wangge.registers.areas.models import Area


class Command(BaseCommand):
    """Load the demo county into an empty database; does nothing if it is loaded already."""

    help = "Load the demo county."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["load", "redivide"])
        parser.add_argument("--size", choices=["small", "county"], default="small")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] == "redivide":
            redivide(draw_county(SEED), SEED)
            return
        if not settings.DEMO:
            raise CommandError("The demo is loaded only with WANGGE_DEMO=1.")
        if options["size"] == "county":
            raise CommandError("The county-sized demo comes later; use --size small.")
        started = time.monotonic()
        if imagery_set(RELIEF) is None:
            draw_relief(SEED)
            self._say("relief drawn", started)
        if Area.objects.exists():
            self.stdout.write("The demo is loaded already.")
            return
        now = timezone.now()
        clock = Actor.clock(settings.COUNTY_CODE)
        ground: Ground = door(clock, lambda: establish(by=clock, at=now))
        self._say("county established", started)
        count = play(ground, now, lambda _: None)
        self._say(f"{count} cases played", started)
        ask_for_divisions(now)

    def _say(self, done: str, started: float) -> None:
        self.stdout.write(f"  {done} ({time.monotonic() - started:.1f} s)")
