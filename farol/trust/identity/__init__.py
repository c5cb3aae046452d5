"""Identity: how sure we are who asks, as a ladder of levels, each proven at the exchange or decided by two people."""

needs = ("help_centre", "portal")
