"""`wangge verify`: does the whole database hold together? Exit code 1 where it does not."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.insight.divisions.queries.batches import batches_in_words
from wangge.insight.verification.queries.verifying import verify
from wangge.lib.message import Message


class Command(BaseCommand):
    """Looks at everything, changes nothing, names broken rows by number; says how far the batches are."""

    help = "Check what must hold of the whole database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        languages = [code for code, _ in settings.LANGUAGES]
        parser.add_argument("--language", choices=languages, default=languages[0])

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        clock = Actor.clock(settings.COUNTY_CODE)
        found = door(clock, lambda: verify(at), read_only=True)
        told = door(clock, lambda: batches_in_words(at), read_only=True)
        for words in [*(each.words for each in found), *told]:
            self.stdout.write(settings.WORDS.say(words, options["language"]))
        broken = sum(not each.holds for each in found)
        if broken:
            summary = Message("verify.summary", broken=broken, count=len(found))
            raise CommandError(settings.WORDS.say(summary, options["language"]), returncode=1)
