"""Contacts: who answered a customer, when, and with what promise, over all their tickets."""
