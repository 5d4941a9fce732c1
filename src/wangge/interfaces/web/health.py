"""What an operator's monitor asks: alive, ready, figures."""

import shutil
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.request import Request

HEARTBEAT_LIMIT = timedelta(seconds=60)
DISK_FLOOR_BYTES = 500 * 1024 * 1024


@outside_door
def alive(request: Request) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@outside_door
def ready(request: Request) -> JsonResponse:
    """200 if everything that work needs is there, else 503 and which part is missing."""
    parts = {name: _holds(check) for name, check in _CHECKS.items()}
    return JsonResponse(
        {"ready": all(parts.values()), **parts}, status=200 if all(parts.values()) else 503
    )


@outside_door
def metrics(request: Request) -> HttpResponse:
    """Figures in Prometheus' format. Reached from loopback only unless the proxy says otherwise."""
    if request.META.get("REMOTE_ADDR") not in settings.LOOPBACK_HOSTS:
        return HttpResponse(status=404)
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, OSError):
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone())


def _migrations() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _worker() -> bool:
    return ProcrastinateWorker.objects.filter(
        last_heartbeat__gt=timezone.now() - HEARTBEAT_LIMIT
    ).exists()


def _disk() -> bool:
    return shutil.disk_usage(settings.STATE).free > DISK_FLOOR_BYTES


_CHECKS: dict[str, Callable[[], bool]] = {
    "database": _database,
    "migrations": _migrations,
    "worker": _worker,
    "disk": _disk,
}
