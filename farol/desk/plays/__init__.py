"""Plays: what the desk says first when something happens at the exchange, kept outside every queue until the customer answers."""

needs = ("email", "guard", "help_centre", "portal")
