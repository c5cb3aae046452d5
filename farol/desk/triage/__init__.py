"""Triage: what a new ticket is about. Words give a family, the exchange's state picks the reason, and an agent's word counts more than both."""
