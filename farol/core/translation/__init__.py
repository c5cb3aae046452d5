"""Translates words of customers and agents by a service, a model or, between the two Chinese scripts, alone.

What must not change goes as placeholders and is compared after; a translation that changed anything is not used, and that is said.
"""

from .glossary import Glossary
from .keep import differing
from .model import Translation, Why, folded
from .port import LONGEST, Translator
from .words import said

needs = ("chains", "shield", "grounding", "language")

__all__ = ["LONGEST", "Glossary", "Translation", "Translator", "Why", "differing", "folded", "needs", "said"]
