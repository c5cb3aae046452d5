"""The one way out for mail that belongs to no ticket's thread: notices, what the desk says first, the community, warnings.

Like mail of tickets it is signed as it leaves, goes out by the server of its mailbox, bounces to an address of ours, and is not sent to
a mailbox that does not want it. To a customer it carries what tells it from an imitation.
"""

from farol.channels.email import address
from farol.channels.email.reading.plain import Stamp
from farol.core.customers import store as customers
from farol.core.customers.model import mask_email
from farol.core.genuine import actions as genuine
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.i18n import tongue_of

from . import letterheads, returned_store, servers, transport, word


async def stamp(kit: Kit, customer_id: int | None, recipient: str, title: str = "") -> Stamp:
    """What a customer knows our mail by: the brand they know us under, their word, and the link that proves this message.

    The word goes to the account's own address alone. For who is no customer, nothing.
    """
    async with transaction(kit.db) as tx:
        customer = await customers.customer(tx, customer_id) if customer_id is not None else None
        if customer is None:
            return Stamp()
        _, head = await letterheads.of(tx, kit.settings, customer.id)
        own = bool(customer.uid) and customer.email.casefold() == recipient.casefold()
        return Stamp(
            head.brand, await word.of(tx, kit.settings, customer.id) if own else "",
            await genuine.link(tx, kit.settings, "email", recipient=mask_email(recipient), title=title, customer_id=customer.id),
            head.foot(tongue_of(customer.language)))


async def hand_over(kit: Kit, recipient: str, raw: bytes) -> None:
    """Hands it over once. Raises ``transport.Refused`` and ``transport.Away``."""
    if stopped := await returned_store.suppressed(kit.db, address.mailbox(recipient)):
        raise transport.Refused(stopped.said or stopped.reason, recipient=True)
    await transport.hand_over(kit, address.plain(kit.settings), recipient, raw, await servers.of(kit, raw))
