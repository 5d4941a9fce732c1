"""An order says what is to lie under its maps, and how often it was something else."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("paper", "0002_second_wall"),
    ]

    operations = [
        migrations.AddField(
            model_name="printorder",
            name="elsewise",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="printorder",
            name="ground",
            field=models.CharField(blank=True, db_collation="C", max_length=40),
        ),
    ]
