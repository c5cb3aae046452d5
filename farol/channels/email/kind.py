"""Mailboxes among the kinds of channel that can be connected."""

from farol.channels.connections import kinds

from .doors.mailbox import KIND
from .doors.probe import probe

kinds.register(KIND, probe)
