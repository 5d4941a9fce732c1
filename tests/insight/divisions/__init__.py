"""Divisions: reading a village, scenarios and their proposals, drafts."""
