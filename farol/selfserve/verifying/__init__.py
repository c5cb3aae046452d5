"""Verifying: the page on which anybody, signed in or not, learns whether a message, an account, a number or an address is ours."""

needs = ("portal", "help_centre", "community")
