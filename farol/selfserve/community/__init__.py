"""The community: customers answer each other in public, under names of their own, and staff in their own right."""

needs = ("email", "help_centre")
