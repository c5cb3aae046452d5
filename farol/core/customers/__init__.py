"""Customers: people at the exchange and visitors not yet known, and the sessions that prove who writes."""
