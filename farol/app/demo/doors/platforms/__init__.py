"""Platforms on loopback, each held to its documentation: one implementation, used by the demo and by tests."""
