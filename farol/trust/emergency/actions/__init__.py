"""Every verb of an emergency."""

from .freezing import (
    TOKEN_MOST,
    Control,
    Seat,
    by_code,
    by_session,
    by_token,
    client_id,
    freeze,
    go,
    look,
    look_in,
)
from .hearing import hear_words
from .lifting import lifted_in
from .raising import raise_in, take, tick
from .rings import set_groups
from .sealing import classify, seal
from .talking import answer, customer, say, step

__all__ = [
    "TOKEN_MOST", "Control", "Seat", "answer", "by_code", "by_session", "by_token", "classify", "client_id", "customer", "freeze", "go", "hear_words", "lifted_in", "look", "look_in", "raise_in",
    "say", "seal", "set_groups", "step", "take", "tick",
]
