"""Every verb of an emergency."""

from .drilling import start_drill
from .ending import end, raise_by_hand
from .freezing import Seat, freeze
from .hearing import hear_words
from .lifting import lifted_in
from .looking import look, look_in
from .packing import make_pack
from .protecting import go
from .proving import TOKEN_MOST, Control, by_code, by_session, by_token
from .raising import raise_in, take, tick
from .rings import set_groups
from .sealing import classify, seal
from .talking import answer, customer, say, step
from .thawing import ask_in, stop
from .wishing import keep_wish

__all__ = [
    "TOKEN_MOST",
    "Control",
    "Seat",
    "answer",
    "ask_in",
    "by_code",
    "by_session",
    "by_token",
    "classify",
    "customer",
    "end",
    "freeze",
    "go",
    "hear_words",
    "keep_wish",
    "lifted_in",
    "look",
    "look_in",
    "make_pack",
    "raise_by_hand",
    "raise_in",
    "say",
    "seal",
    "set_groups",
    "start_drill",
    "step",
    "stop",
    "take",
    "tick",
]
