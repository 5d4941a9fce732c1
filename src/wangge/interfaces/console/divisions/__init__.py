"""Divisions: what was asked of the engine, proposals, drafts, batches."""
