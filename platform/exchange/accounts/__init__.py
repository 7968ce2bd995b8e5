"""People: log-in, profile, roles."""
