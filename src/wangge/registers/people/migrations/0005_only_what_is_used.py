"""Nobody asked for a birth year or looked for the end of a number: what is not used is not kept."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0004_placements_behind_the_wall")]

    operations = [
        migrations.RemoveField("person", "birth_year"),
        migrations.RemoveField("person", "phone_tail_digest"),
    ]
