"""Proving who one is, on pages that need no script: choose a way, answer, see what it allows; and the codes of a phone call."""

from . import codes, proving

routes = [*proving.routes, *codes.routes]
