"""Commands people give in private chats, and buttons they press."""

from .registry import COMMANDS, Given, command, pressed

__all__ = ["COMMANDS", "Given", "command", "pressed"]

from . import ours as ours
