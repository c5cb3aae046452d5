"""What a web process does beside serving: on the first start of all, puts the shipped topics and glossary in."""

from farol.kit.core import Kit

from . import topic_store
from .seeding import glossary


async def start(kit: Kit) -> None:
    """Does nothing where there has ever been a topic and a term."""
    await topic_store.start(kit.db)
    await topic_store.start_terms(kit.db, glossary())
