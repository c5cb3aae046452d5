"""The page of one's own ticket."""

PLAIN = {"rated": "a switch", "did": "which sentence confirms what was done"}
