"""Warm transfer: a ticket goes to somebody with what they must know, and stays with the sender until they accept."""

needs = ("checklists", "fields", "queue", "sla", "threads")
