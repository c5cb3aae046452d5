"""Preferences: how a member of staff's own console behaves."""

needs = ("people",)
