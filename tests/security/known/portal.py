"""The page of one's own ticket."""

PLAIN = {"rated": "a switch"}
