"""Reading and writing an import are orders: their stage, and the columns that every order has."""

from django.db import migrations, models

OPEN = models.Q(state__in=["waiting", "running"])
ENDS_WHEN_OVER = (OPEN & models.Q(ended_at=None)) | (~OPEN & models.Q(ended_at__isnull=False))

WHAT_IS_THERE = """
    SELECT set_config('wangge.kind', 'clock', true);
    UPDATE geodata_geodataimport SET
        stage = CASE WHEN state IN ('opened', 'dropped') THEN state
                     WHEN state IN ('writing', 'done') THEN 'writing'
                     ELSE 'reading' END,
        ended_at = CASE WHEN state IN ('reading', 'writing') THEN NULL ELSE moved_at END,
        state = CASE WHEN state IN ('reading', 'writing') THEN 'waiting'
                     WHEN state = 'failed' THEN 'failed'
                     WHEN state = 'dropped' THEN 'cancelled'
                     ELSE 'done' END;
    SELECT set_config('wangge.kind', '', true);
"""


class Migration(migrations.Migration):
    dependencies = [("geodata", "0003_village_index")]

    operations = [
        migrations.AddField(
            "geodataimport",
            "stage",
            models.CharField(db_collation="C", default="opened", max_length=40),
            preserve_default=False,
        ),
        migrations.AddField("geodataimport", "ended_at", models.DateTimeField(null=True)),
        migrations.RemoveIndex("geodataimport", "geodata_import_of_person"),
        migrations.RenameField("geodataimport", "brought_at", "asked_at"),
        migrations.AddIndex(
            "geodataimport",
            models.Index(fields=["person_id", "-asked_at"], name="geodata_import_of_person"),
        ),
        migrations.RunSQL(WHAT_IS_THERE, migrations.RunSQL.noop),
        migrations.AddIndex(
            "geodataimport",
            models.Index(fields=["moved_at"], condition=OPEN, name="geodata_import_open"),
        ),
        migrations.AddConstraint(
            "geodataimport",
            models.CheckConstraint(condition=ENDS_WHEN_OVER, name="geodata_import_ends_when_over"),
        ),
    ]
