"""Every verb: hear an event, say a message, answer it, stop being told, set a play."""

from .answering import answer, joined, seen
from .hearing import hear, spread
from .saying import say
from .setting import overview, preview, set_play
from .stopping import choose, prune, stop_by_mail, topic_of

__all__ = ["answer", "choose", "hear", "joined", "overview", "preview", "prune", "say", "seen", "set_play", "spread", "stop_by_mail", "topic_of"]
