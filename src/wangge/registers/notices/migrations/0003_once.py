from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0002_second_wall")]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="once",
            field=models.CharField(db_collation="C", max_length=64, null=True),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(fields=("once",), name="notice_once"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("person_id__isnull", False), ("read_at", None)),
                fields=["person_id"],
                name="notice_unread",
            ),
        ),
    ]
