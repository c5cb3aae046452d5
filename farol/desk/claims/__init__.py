"""Claims for an incident: one for an account, worked out from the exchange's logs by a published sheet, decided by two people, paid once."""

needs = ("guard", "help_centre", "identity", "incidents", "portal", "proposals", "threads")
