"""Answers given once, and tries that failed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FailedTries",
            fields=[
                (
                    "key",
                    models.CharField(
                        db_collation="C", max_length=64, primary_key=True, serialize=False
                    ),
                ),
                ("failures", models.PositiveIntegerField()),
                ("not_before", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="IdempotentAnswer",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("subject", models.CharField(db_collation="C", max_length=80)),
                ("key", models.CharField(db_collation="C", max_length=64)),
                ("request_digest", models.CharField(db_collation="C", max_length=64)),
                ("answer", models.JSONField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="idempotent_answer_at")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subject", "key"), name="idempotent_answer_once"
                    )
                ],
            },
        ),
    ]
