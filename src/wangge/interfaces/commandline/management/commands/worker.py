"""`wangge worker`: runs the jobs, as the worker role of the database."""

from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app


class Command(BaseCommand):
    """Procrastinate's worker with the platform's tasks and schedule loaded."""

    help = "Run queued and periodic jobs until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
            worker.run_worker(concurrency=1, shutdown_graceful_timeout=10, delete_jobs="successful")
