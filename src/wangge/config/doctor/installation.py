"""Looks at this installation: its settings, keys, front end and tables."""

import os
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from wangge.config.doctor import finding
from wangge.config.doctor.finding import Finding


def findings() -> Iterator[Finding]:
    """Findings that need settings to be readable; the tables only if the database answers."""
    yield _key_file(Path(settings.SEALING_KEY_FILE))
    yield _files(Path(settings.FILES_ROOT))
    yield _front_end(Path(str(settings.DJANGO_VITE["default"]["manifest_path"])))


def table_findings() -> Iterator[Finding]:
    """Whether the tables are those of this code; nothing when the database does not answer."""
    django.setup()
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return
    yield finding.migrations(len(plan))


def _key_file(path: Path) -> Finding:
    return finding.key_file(str(path), path.stat().st_mode if path.exists() else None)


def _files(folder: Path) -> Finding:
    nearest = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    if os.access(nearest, os.W_OK | os.X_OK):
        return finding.good("files.good", path=str(folder))
    return finding.bad("files.closed", path=str(folder))


def _front_end(manifest: Path) -> Finding:
    if manifest.exists():
        return finding.good("frontend.good")
    return finding.bad("frontend.missing")
