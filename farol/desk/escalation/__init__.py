"""Escalation: ladders that give a ticket exactly one owner at every step, until somebody solves what was asked."""

needs = ("sla", "threads")
