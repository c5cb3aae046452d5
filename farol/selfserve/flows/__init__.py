"""Guided flows: for every reason the steps a customer takes, one at a time, with what the exchange says of their own things."""

needs = ("evidence", "fields", "identity", "plays", "tools", "triage")
