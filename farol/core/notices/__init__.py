"""Notices: what a member of staff is told, by the ways and at the hours they chose."""

needs = ("live", "people", "preferences", "tickets")
