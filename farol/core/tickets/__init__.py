"""Tickets: one problem of one customer, its messages, its events in one gap-free order."""

needs = ("customers", "shield", "urgency")
