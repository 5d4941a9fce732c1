"""Villages to be computed have the life of every order: when they were asked for and last moved."""

from django.db import migrations, models

OPEN = models.Q(state__in=["waiting", "running"])
ENDS_WHEN_OVER = (OPEN & models.Q(ended_at=None)) | (~OPEN & models.Q(ended_at__isnull=False))

# Runs are seen by area; the owner of the table sets its rows right past the policies.
WHAT_IS_THERE = """
    ALTER TABLE divisions_villagerun NO FORCE ROW LEVEL SECURITY;
    UPDATE divisions_villagerun SET moved_at = coalesce(ended_at, started_at, asked_at);
    ALTER TABLE divisions_villagerun FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("divisions", "0004_sight_of_divisions")]

    operations = [
        migrations.RemoveIndex("villagerun", "village_run_newest"),
        migrations.RenameField("villagerun", "made_at", "asked_at"),
        migrations.AddIndex(
            "villagerun",
            models.Index(fields=["village_code", "-asked_at"], name="village_run_newest"),
        ),
        migrations.AddField("villagerun", "moved_at", models.DateTimeField(null=True)),
        migrations.RunSQL(WHAT_IS_THERE, migrations.RunSQL.noop),
        migrations.AlterField("villagerun", "moved_at", models.DateTimeField()),
        migrations.RemoveField("villagerun", "started_at"),
        migrations.AddIndex(
            "villagerun",
            models.Index(fields=["moved_at"], condition=OPEN, name="village_run_open"),
        ),
        migrations.AddConstraint(
            "villagerun",
            models.CheckConstraint(condition=ENDS_WHEN_OVER, name="village_run_ends_when_over"),
        ),
    ]
