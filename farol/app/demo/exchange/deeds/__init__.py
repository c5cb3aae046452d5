"""What each action does to the books, one file a subject. A deed is checked first and done after."""

from . import identity, money, papers, peers, protecting
from .deed import DEEDS, Deed, Denied

__all__ = ["DEEDS", "Deed", "Denied", "identity", "money", "papers", "peers", "protecting"]
