"""Messages are said, and mailed, beside the event that led to them."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s, job

from . import actions, mailing
from .model import Joined, Say, Spread


@job("plays.say", Say)
async def say(kit: Kit, given: Say) -> None:
    """Says a message that is due."""
    await actions.say(kit, given.message_id)


@job("plays.spread", Spread)
async def spread(kit: Kit, given: Spread) -> None:
    """A message for each of many."""
    await actions.spread(kit, given)


@job("plays.mail", Say)
async def mail(kit: Kit, given: Say) -> None:
    """Mails a message to a customer whose address is known."""
    await mailing.send(kit, given)


@job("plays.joined", Joined)
async def joined(kit: Kit, given: Joined) -> None:
    """Ties a ticket to the message it is about."""
    await actions.joined(kit, given.ticket_id)


@every_s(3600, "plays.prune")
async def prune(kit: Kit) -> None:
    """Forgets old messages."""
    await actions.prune(kit)
