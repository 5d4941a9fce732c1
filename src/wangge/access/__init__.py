"""WHO MAY DO WHAT, as plain frozen values: permissions, roles, posts held, actors. No database."""
