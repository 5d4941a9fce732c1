"""Lists have the life of every order: the same columns, an end exactly when they are over."""

from django.db import migrations, models

OPEN = models.Q(state__in=["waiting", "running"])
ENDS_WHEN_OVER = (OPEN & models.Q(ended_at=None)) | (~OPEN & models.Q(ended_at__isnull=False))

WHAT_IS_THERE = """
    SELECT set_config('wangge.kind', 'clock', true);
    UPDATE lists_listexport SET moved_at = coalesce(ended_at, asked_at);
    UPDATE lists_listimport SET ended_at = moved_at WHERE state = 'done';
    SELECT set_config('wangge.kind', '', true);
"""


class Migration(migrations.Migration):
    dependencies = [("lists", "0002_second_wall")]

    operations = [
        migrations.AddField("listexport", "filters", models.JSONField(default=dict)),
        migrations.AddField("listexport", "narrowed_to", models.UUIDField(null=True)),
        migrations.AddField("listexport", "moved_at", models.DateTimeField(null=True)),
        migrations.AlterField(
            "listexport",
            "area_code",
            models.CharField(blank=True, db_collation="C", max_length=15),
        ),
        migrations.RemoveIndex("listimport", "list_import_of_person"),
        migrations.RenameField("listimport", "brought_at", "asked_at"),
        migrations.AddIndex(
            "listimport",
            models.Index(fields=["person_id", "-asked_at"], name="list_import_of_person"),
        ),
        migrations.AddField("listimport", "ended_at", models.DateTimeField(null=True)),
        migrations.AddField("listimport", "reason", models.JSONField(null=True)),
        migrations.RunSQL(WHAT_IS_THERE, migrations.RunSQL.noop),
        migrations.AlterField("listexport", "moved_at", models.DateTimeField()),
        migrations.AddIndex(
            "listexport",
            models.Index(fields=["moved_at"], condition=OPEN, name="list_export_open"),
        ),
        migrations.AddIndex(
            "listimport",
            models.Index(fields=["moved_at"], condition=OPEN, name="list_import_open"),
        ),
        migrations.AddConstraint(
            "listexport",
            models.CheckConstraint(condition=ENDS_WHEN_OVER, name="list_export_ends_when_over"),
        ),
        migrations.AddConstraint(
            "listimport",
            models.CheckConstraint(condition=ENDS_WHEN_OVER, name="list_import_ends_when_over"),
        ),
    ]
