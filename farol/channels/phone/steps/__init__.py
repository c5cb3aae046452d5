"""What is said to a caller at each point of a call, and what their keys do."""

from . import back, bridge, mailbox, menu, proof, waiting

__all__ = ["back", "bridge", "mailbox", "menu", "proof", "waiting"]
