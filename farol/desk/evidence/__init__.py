"""Evidence: every file of a ticket with its hash and who had it, the words in pictures, and the case card made of it all."""

needs = ("checklists", "fields", "macros", "triage")
