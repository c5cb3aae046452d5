"""Announcements: what everybody is told at once (maintenance, listings, security, product), in both languages, with its time."""

needs = ("knowledge",)
