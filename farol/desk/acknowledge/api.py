"""The console's routes on what customers are told by itself."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import Version
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, put

from . import actions, store
from .model import Text

Words = Annotated[str, msgspec.Meta(max_length=4_000)]


class TextBody(Body, frozen=True):
    """version: the one on screen. zh, en: with ``{{ticket.number}}`` and ``{{expected}}``."""

    active: bool
    zh: Words
    en: Words
    version: Version


@get("/acknowledgement", can=Can.RULE_MANAGE)
async def text(kit: Kit) -> Text:
    """Whether and how a new ticket is acknowledged."""
    return await store.text(kit.db)


@put("/acknowledgement", can=Can.RULE_MANAGE)
async def set_text(kit: Kit, actor: Actor, data: TextBody) -> Text:
    """From now on so."""
    limit("acknowledgement", actor.ref, rate_per_s=1, burst=10)
    return await actions.set_text(kit, actor, Text(data.active, data.zh.strip(), data.en.strip(), data.version))


routes = [text, set_text]
