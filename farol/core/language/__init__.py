"""Which language somebody writes in: heard in their words, settled for a whole ticket, and theirs to choose."""

from .codes import FIRST, SWITCH, Guess, settle
from .detect import detect

needs = ("tickets",)

__all__ = ["FIRST", "SWITCH", "Guess", "detect", "needs", "settle"]
