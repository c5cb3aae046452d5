"""The editors' desk: what is missing, what is not well, drafts from answers that were given, and what search would say."""

needs = ("forms", "help_centre", "knowledge", "retrieval")
