"""Phone: numbers of ours that people call, with a menu, a line in which nobody is forgotten, and proof in both directions that a caller ID never is."""

needs = ("connections", "emergency", "identity", "queue", "sla", "threads")
