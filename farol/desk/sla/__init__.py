"""Service levels: how long a customer may wait, what an agent promised, and why something is due when it is."""
