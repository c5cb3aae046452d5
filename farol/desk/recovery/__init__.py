"""Wrong deposits: whether they can be brought back, at what price, with which evidence, and how far each is."""

needs = ("guard", "help_centre", "identity", "portal", "proposals", "threads")
