"""The assistant: answers customers by quoting what is published and what the exchange knows, at any hour, and hands over to people."""

needs = ("fields", "flows", "forms", "guard", "knowledge", "languages", "messengers", "portal", "queue", "retrieval", "triage")
