"""Which language somebody writes in: heard in their words, settled for a whole ticket, and theirs to choose."""

from .codes import Guess, settle
from .detect import detect

needs = ("tickets",)

__all__ = ["Guess", "detect", "needs", "settle"]
