"""My tickets: a customer follows and answers their own tickets in a page that needs no script."""

needs = ("escalation", "help_centre", "languages", "queue", "satisfaction", "sla", "translating", "webchat")
