"""Drafts: what somebody is writing is on the server within seconds, theirs on every screen, and readable to colleagues."""
