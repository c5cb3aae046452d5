"""What happened at the exchange, believed, kept once, put in each thing's order and said in the event log."""

needs = ("exchange",)
