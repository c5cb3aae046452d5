"""A read-only server of the Model Context Protocol: other people's assistants ask it what the help centre says and where a ticket stands."""

needs = ("community", "help_centre", "incidents", "knowledge", "retrieval", "verifying", "webchat")
