"""The live feed: one socket per screen, events in order from a cursor, presence, healing after any loss."""

needs = ("customers", "people", "tickets")
