"""Invented people of the demo county: residents, and who staffs which post."""
