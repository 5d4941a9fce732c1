"""The command line: one more door, for operators (`wangge …`)."""
