"""What an exchange's engineers run against their own core link: clauses with stable ids, each checked, with evidence."""
