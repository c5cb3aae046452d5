"""Messengers: what every channel of short messages shares. Taking updates in once and in order, one ticket over all of them, answers going out."""

needs = ("connections",)
