"""Ways: a customer's own pages on messengers, codes for calls, who reads along in a ticket, and the word of their mail."""

needs = ("connections", "messengers", "email", "phone", "portal", "help_centre", "identity")
