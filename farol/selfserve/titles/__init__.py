"""Titles of an article tried against each other in lists: shown, counted once a visitor and day, judged at any moment, adopted or stopped."""

needs = ("knowledge",)
