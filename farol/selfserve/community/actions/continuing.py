"""A topic that goes on in private: its author's ticket, with what they wrote."""

from uuid import NAMESPACE_URL, uuid5

from farol.core.tickets import actions as tickets
from farol.core.tickets import store as ticket_store
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .. import store
from ..events import TopicContinued
from .joining import account

CHANNEL = "portal"
LONGEST = 9_000
"""Characters of the topic that go into the ticket; a message takes 10,000."""


async def continue_privately(kit: Kit, actor: Actor, topic_id: int) -> str:
    """Opens a ticket with the author's own words in the topic and returns its number; a second time returns the same.

    Their words go as they wrote them, with what was masked in public. Raises NotFound for whoever is not the author.
    """
    who = await account(kit.db, actor)
    async with transaction(kit.db) as tx:
        topic = await store.locked(tx, topic_id)
        if topic is None or topic.customer_id != actor.id or topic.state in ("hidden", "removed"):
            raise NotFound
        said = [row["said"] for row in await tx.fetch(store.OWN_WORDS, topic_id, actor.id)]
    if topic.ticket_id and (own := await ticket_store.own_ticket(kit.db, topic.ticket_id, actor.id)):
        return own.number
    link = f"{kit.settings.public_url}/community/{'zh' if topic.language == 'zh' else 'en'}/t/{topic_id}"
    opened = await tickets.open_ticket(
        kit, actor, client_id=uuid5(NAMESPACE_URL, f"farol-topic:{topic_id}"), body="\n\n".join([topic.title, *said])[:LONGEST] + f"\n\n{link}",
        channel=CHANNEL, language=who.language, subject=topic.title)
    stream = f"forum:{topic_id}"
    async with transaction(kit.db) as tx:
        again = await store.locked(tx, topic_id)
        if again is None or again.ticket_id:
            return opened.number
        await tx.execute(store.CONTINUE, topic_id, opened.id)
        seq = await emit(tx, stream, actor, TopicContinued(opened.id))
    await wake(kit.bus, stream, seq)
    return opened.number
