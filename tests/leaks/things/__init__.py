"""The things of the leak table: a module each, found by being here."""
