"""Bulk: one change of up to five hundred tickets, ticket by ticket, with what became of each and a way back."""

needs = ("queue", "snooze", "tags", "transfer")
