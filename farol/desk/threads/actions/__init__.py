"""Verbs of side threads and raised hands."""

from .hands import lower, raise_hand, whisper
from .outside import add_outsider, remove_outsider, say_from_outside, settle_letter
from .people import invite, invite_in
from .talk import close, mark_read, open_in, open_thread, reopen, say, say_in

__all__ = [
    "add_outsider", "close", "invite", "invite_in", "lower", "mark_read", "open_in", "open_thread", "raise_hand", "remove_outsider", "reopen", "say",
    "say_from_outside", "say_in", "settle_letter", "whisper"]
