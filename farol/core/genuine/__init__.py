"""Genuine: whatever we say outside our own pages carries a link that says, to anybody, whether it was us."""

needs = ("customers",)
