"""Every verb on a ticket."""

from .changing import change_in, change_ticket
from .moving import Moved, move_in
from .opening import open_ticket
from .reading import mark_read
from .saying import post_message, say
from .words import UNIQUE, Poster, clean

__all__ = ["UNIQUE", "Moved", "Poster", "change_in", "change_ticket", "clean", "mark_read", "move_in", "open_ticket", "post_message", "say"]
