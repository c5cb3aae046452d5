"""Effects: what rules and macros do to a ticket, in one model and carried out in one place, by the verbs people use."""

needs = ("conditions", "escalation", "sla", "snooze", "tags")
