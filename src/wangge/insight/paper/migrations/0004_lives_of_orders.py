"""Print orders have the life of every order: a reason, and an end exactly when they are over."""

from django.db import migrations, models

OPEN = models.Q(state__in=["waiting", "running"])
ENDS_WHEN_OVER = (OPEN & models.Q(ended_at=None)) | (~OPEN & models.Q(ended_at__isnull=False))


class Migration(migrations.Migration):
    dependencies = [("paper", "0003_grounds")]

    operations = [
        migrations.AddField("printorder", "reason", models.JSONField(null=True)),
        migrations.AddIndex(
            "printorder",
            models.Index(fields=["moved_at"], condition=OPEN, name="print_order_open"),
        ),
        migrations.AddConstraint(
            "printorder",
            models.CheckConstraint(condition=ENDS_WHEN_OVER, name="print_order_ends_when_over"),
        ),
    ]
