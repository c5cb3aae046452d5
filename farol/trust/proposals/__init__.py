"""Actions on accounts: proposed, approved by others where it matters, carried out by the exchange, kept with their receipts."""

needs = ("identity", "threads")
