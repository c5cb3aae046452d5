"""Calls in the widget: a customer and an agent speak, see and show each other a screen, inside a ticket and nowhere else."""

needs = ()
