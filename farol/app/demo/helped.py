"""The assistant in the demo: customers who write in the widget meet it at once."""

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.selfserve.assistant import actions, store
from farol.selfserve.assistant.model import DEFAULT, Case

CHANNELS = ["webchat"]
THEIRS = Case("quiet", "person")
"""A ticket that people have from its first word on."""


async def let_it_answer(kit: Kit) -> None:
    """Switches it on where nobody has set it yet: whoever switches it off finds it off after the next start."""
    if (await store.rules(kit.db)).version == DEFAULT.version:
        await actions.set_rules(kit, SYSTEM, msgspec.structs.replace(DEFAULT, active=True, channels=CHANNELS))


async def keep_to_people(kit: Kit, ticket_id: int) -> None:
    """Stays out of one of the tickets the demo begins with."""
    await store.keep_case(kit.db, ticket_id, THEIRS)
