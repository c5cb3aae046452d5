"""Verifying: the page on which anybody, signed in or not, learns whether a message came from us."""

needs = ("portal", "help_centre")
