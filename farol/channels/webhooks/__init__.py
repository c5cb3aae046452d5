"""Webhooks out: the exchange's own systems are told what happens to tickets, signed, until they say that they have it."""

needs = ("partner",)
