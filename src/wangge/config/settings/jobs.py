"""Jobs: looking for a task by its name loads the schedule."""

PROCRASTINATE_IMPORT_PATHS = ["wangge.config.schedule"]
