"""The inbox: what waits, one ticket with all that is known, and the agent's verbs on it."""

needs = ("sla",)
