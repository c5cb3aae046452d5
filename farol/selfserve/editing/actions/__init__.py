"""Verbs of the editors' desk: the only code that changes it."""

from .asking import add_question, ask_all, remove_question
from .deciding import decide, reopen
from .drafting import make_draft

__all__ = ["add_question", "ask_all", "decide", "make_draft", "remove_question", "reopen"]
