"""Urgency: words that cannot wait for a queue, theft in progress and somebody in danger, and the silence of machines where a person is in danger."""

from .hear import Urgency, denies, hear

__all__ = ["Urgency", "denies", "hear"]
