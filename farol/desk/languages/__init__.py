"""The languages of the desk: when people who speak one are there, how long a ticket waits for them, and what happens without them."""

from .model import ANY, Route
from .store import routes

needs = ("sla",)

__all__ = ["ANY", "Route", "needs", "routes"]
