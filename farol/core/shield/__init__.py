"""Keeps secrets out: seed phrases, keys, passwords, codes, card and identity numbers go before anything is stored."""

from .advice import advice
from .model import KINDS, Kind, Scrubbed
from .scrub import scrub

needs = ("chains",)

__all__ = ["KINDS", "Kind", "Scrubbed", "advice", "needs", "scrub"]
