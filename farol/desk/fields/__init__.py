"""Custom fields of tickets, the slots of their reasons among them, and named stages inside statuses."""
