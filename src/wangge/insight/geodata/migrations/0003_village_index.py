from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("geodata", "0002_second_wall")]

    operations = [
        migrations.AddIndex(
            model_name="geodatafeature",
            index=models.Index(
                fields=["geodata_import", "last_village"], name="geodata_feature_village"
            ),
        ),
    ]
