"""Whoever sees by unit or post has an index for every way into sight, closed cases included."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_at_any_size"), ("organisations", "0003_unit_phone")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("parties_shown_to__isnull", False)),
                fields=["responsible_post"],
                name="case_hidden_on_post",
            ),
        ),
    ]
