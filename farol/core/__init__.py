"""Nouns everyone shares: people, customers, tickets, the exchange, chains and the shield."""
