"""Rules: when something happens to a ticket and conditions hold, then this is done; tried before, explained after, never in circles."""

needs = ("conditions", "effects", "macros", "sla", "tags")
