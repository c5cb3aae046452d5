"""Connectors: public facts of a trading venue, read by a process of its own and served as a core link."""
