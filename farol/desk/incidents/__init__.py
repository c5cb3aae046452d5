"""Incidents: one cause, many tickets; attached by scope, answered with one voice, told when solved."""

needs = ()
