"""Settings: base is shared; local, test and production say only what differs."""
