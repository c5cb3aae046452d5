"""Macros: a reply with what is done besides, in the customer's language, filled for the ticket and carried out when it is sent."""

needs = ("effects", "conditions", "guard", "sla")
