"""Understanding: what a customer's words are about, by a small model of the product's own that needs no other machine."""

from .keeper import resident, understand
from .model import OUT, Card, Model, Row, Scored, Understood

needs = ("reasons", "urgency")

__all__ = ["OUT", "Card", "Model", "Row", "Scored", "Understood", "needs", "resident", "understand"]
