"""Every verb of the community, one file for each kind of them."""

from farol.kit.events import Event

Said = tuple[str, int]
"""Stream and seq of what to wake readers for after the commit."""
__all__ = ["Event", "Said"]
