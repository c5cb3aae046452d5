"""Acknowledgement: a new ticket's customer hears at once that it arrived, its number and by when somebody answers. Never twice, never to a machine."""

needs = ("guard", "queue", "sla")
