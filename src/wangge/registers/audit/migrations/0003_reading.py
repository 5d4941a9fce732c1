"""Indexes in the order in which the log is read: by time, and by kind, person or thing and time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_second_wall")]

    operations = [
        migrations.RemoveIndex(model_name="auditevent", name="audit_event_at"),
        migrations.RemoveIndex(model_name="auditevent", name="audit_event_object"),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["at", "id"], name="audit_event_time"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["kind", "at", "id"], name="audit_event_kind"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["person_id", "at", "id"], name="audit_event_person"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["object_id", "at", "id"], name="audit_event_thing"),
        ),
    ]
