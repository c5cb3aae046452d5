"""The page of one's own ticket."""

PLAIN = {
    "rated": "a switch", "did": "which sentence confirms what was done",
    "to": "a page of ours to come back to after signing in; another is not gone to",
}
