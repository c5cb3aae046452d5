"""Ticket forms: one for each reason, which ask only what the exchange cannot tell, and the way to the channel that fits."""

needs = ("connections", "messengers", "phone", "fields", "help_centre", "incidents", "knowledge", "languages", "portal", "queue", "retrieval", "rules", "sla", "webchat")
