"""Jobs: whoever looks for a task by its name has the schedule loaded."""

PROCRASTINATE_IMPORT_PATHS = ["wangge.config.schedule"]
