"""Checklists: the procedure of a ticket's reason as steps, who did which when, and what to do next."""
