"""Alerts: who carries a ticket is told what they would otherwise have to look for."""

needs = ("sla",)
