"""`wangge worker`: runs the jobs, as the worker role of the database.

`wangge worker --queue computing` takes only the jobs that divide villages: extra workers for a whole county.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app


class Command(BaseCommand):
    """Procrastinate's worker with the platform's tasks and schedule loaded."""

    help = "Run queued and periodic jobs until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queue", help="take the jobs of this queue only (computing)")

    def handle(self, *args: Any, **options: Any) -> None:
        queue = options["queue"]
        with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
            worker.run_worker(
                queues=[queue] if queue else None,
                concurrency=1,
                shutdown_graceful_timeout=10,
                delete_jobs="successful",
            )
