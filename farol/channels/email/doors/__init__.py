"""The ways by which mail reaches us."""
