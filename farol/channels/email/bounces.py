"""Mail that says a mail of ours did not arrive."""

import re

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM

from .events import MailDelivery
from .letters import out_store, outside
from .model import Mail
from .reading.charset import one_line
from .store import Target

FAILED = re.compile(rb"(?im)^Action:[ \t]*failed")
_OURS = re.compile(rb"<[A-Za-z0-9._-]{1,100}@[A-Za-z0-9.-]{1,190}>")


async def bounced(kit: Kit, target: Target, mail: Mail, raw: bytes) -> None:
    """Marks the mail of ours that it is about."""
    if target.reader_id is not None:
        return
    named = [found.decode() for found in _OURS.findall(raw[:500_000])][:200]
    said = one_line(mail.text)[:300]
    if target.ticket_id is None:
        await outside.bounced(kit, target, said, named)
        return
    async with transaction(kit.db) as tx:
        mail_id = await out_store.bounced(tx, target.ticket_id, target.recipient, said, named)
        if mail_id is None:
            return
        stream = f"mail_out:{target.ticket_id}"
        seq = await emit(tx, stream, SYSTEM, MailDelivery(mail_id, "bounced", said))
    await wake(kit.bus, stream, seq)
