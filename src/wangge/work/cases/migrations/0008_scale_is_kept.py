from django.db import migrations, models

# What was said on acceptance stands in the step of it; the case itself never took it over. An undo
# leads to the case before its last step, so it is written there too where that was accepted.
TAKE_OVER = """
    SELECT set_config('wangge.kind', 'clock', true);
    UPDATE cases_case SET scale = '';
    UPDATE cases_case c SET scale = s.scale, facts = jsonb_set(c.facts, '{scale}', to_jsonb(s.scale))
      FROM (SELECT DISTINCT ON (case_id) case_id, data->>'scale' AS scale FROM cases_casestep
             WHERE move = 'accept' AND data ? 'scale' ORDER BY case_id, ordinal DESC) s
     WHERE s.case_id = c.id AND c.state <> 'submitted';
    UPDATE cases_case SET facts = jsonb_set(facts, '{last_step,before,scale}', to_jsonb(scale))
     WHERE scale <> '' AND facts #>> '{last_step,before,state}' <> 'submitted';
    SELECT set_config('wangge.kind', '', true);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_spans_of_terms")]

    operations = [
        # the step of the acceptance says when, and that of the report what the device said
        migrations.RemoveField(model_name="case", name="accepted_at"),
        migrations.RemoveField(model_name="case", name="occurred_at"),
        migrations.AlterField(
            model_name="case", name="scale", field=models.CharField(blank=True, max_length=2)
        ),
        migrations.RunSQL(TAKE_OVER, migrations.RunSQL.noop),
    ]
