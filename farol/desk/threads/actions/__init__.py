"""Verbs of side threads and raised hands."""

from .hands import lower, raise_hand, whisper
from .people import invite, invite_in
from .talk import close, mark_read, open_in, open_thread, reopen, say, say_in

__all__ = ["close", "invite", "invite_in", "lower", "mark_read", "open_in", "open_thread", "raise_hand", "reopen", "say", "say_in", "whisper"]
