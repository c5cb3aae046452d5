"""Ending a mail's way: its state, its reason, and the event that says so."""

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM
from farol.kit.secretbox import SecretBox

from . import store
from .events import MailSettled
from .store import Waiting


def box(kit: Kit) -> SecretBox:
    """Seals mail at rest."""
    return SecretBox(kit.settings.secret_key, "mail")


async def settle(
    kit: Kit, waiting: Waiting, state: str, reason: str, ticket_id: int | None = None, seq: int | None = None, *,
    outsider_id: int | None = None, reader_id: int | None = None, wipe: bool = False,
) -> None:
    """Ends it, unless somebody else did. wipe: its bytes held a secret and are forgotten."""
    async with transaction(kit.db) as tx:
        if not await store.settle(tx, waiting.id, state, reason, ticket_id, seq, outsider_id, reader_id):
            return
        if wipe:
            await store.wipe(tx, waiting.id)
        stream = f"mail_in:{waiting.id}"
        at = await emit(tx, stream, SYSTEM, MailSettled(state, reason, ticket_id))
    await wake(kit.bus, stream, at)
