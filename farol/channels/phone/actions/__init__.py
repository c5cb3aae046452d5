"""Every verb on the phone: what the provider tells, what colleagues do with calls, and the codes by which both sides know each other."""

from farol.channels.phone.hearing import hear

from .coding import read_out, show_code, shown
from .desk import answer, give_back, hang_up, hold, note, transfer
from .offering import tick
from .own_phone import remove_own, set_own, verify_own

__all__ = [
    "answer", "give_back", "hang_up", "hear", "hold", "note", "read_out", "remove_own", "set_own", "show_code", "shown", "tick", "transfer", "verify_own",
]
