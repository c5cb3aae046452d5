"""Duplicate radar: the same customer with the same matter in two tickets is seen within seconds, whichever ways they came."""
