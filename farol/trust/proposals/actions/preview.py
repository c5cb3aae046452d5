"""What an action would do, as the exchange says, before anybody proposes it."""

from uuid import uuid4

import msgspec

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import Receipt, Why
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.trust.proposals import order
from farol.trust.proposals.nouns import Asked

from .prepare import Ready, offered, prepare


class Preview(msgspec.Struct, frozen=True):
    """receipt: the exchange's dry run; None when it did not answer (``down``) or refused (``refused``: its code)."""

    ready: Ready
    receipt: Receipt | None = None
    down: bool = False
    refused: str = ""


async def preview(kit: Kit, actor: Actor, asked: Asked, *, ip: str = "") -> Preview:
    """Nothing is written and nothing happens. Raises what ``prepare`` does."""
    await offered(kit, asked.type)
    ready = await prepare(kit, kit.db, actor, asked, ip)
    why = Why(ready.number, f"preview.{asked.type}", actor.ref)
    try:
        receipt = await kit.get(CoreLink).act(why, order.dry(ready.asked, ready.maker, ready.number), f"farol-preview-{uuid4()}")
    except ExchangeDown:
        return Preview(ready, down=True)
    except ExchangeRefused as refusal:
        return Preview(ready, refused=str(refusal.fields.get("core_code", "")))
    return Preview(ready, receipt)
