"""Two people who have no language in common talk in a ticket, and nobody reads a machine's words without knowing it."""

needs = ("guard", "macros", "knowledge")
