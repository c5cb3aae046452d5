"""The routes of surges: topics against their usual, surge mode, and how much everybody carries."""

from typing import Annotated

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can
from farol.kit.web import Body, delete, get, post, put

from . import actions, store
from .model import Dial, Mode, Topic
from .names import name_of

Slots = Annotated[int, msgspec.Meta(ge=1, le=20)]


class StartBody(Body, frozen=True):
    """slots: what everybody carries at once; None for one more than usual. It ends by itself after so many hours."""

    reason: Annotated[str, msgspec.Meta(min_length=2, max_length=300)]
    hours: Annotated[float, msgspec.Meta(ge=0.25, le=24)] = 2
    slots: Slots | None = None
    p4_later: bool = True
    surveys_off: bool = True
    callback_first: bool = True


class DialBody(Body, frozen=True):
    """Conversations at once for everybody; None: as each team has it."""

    slots: Slots | None


class Rising(msgspec.Struct, frozen=True):
    """A topic with its name."""

    topic: Topic
    zh: str
    en: str


class Surge(msgspec.Struct, frozen=True):
    """How the desk works now, and what is above its usual."""

    mode: Mode | None
    dial: int | None
    rising: list[Rising]


async def standing(db: Reads) -> Surge:
    """Mode, dial and rising topics: two statements."""
    now = clock.now()
    held, found = await store.load(db, now), await store.rising(db, now)
    return Surge(held.mode, held.dial, [Rising(t, **name_of(t.topic)) for t in found])


@get("/surge", can=Can.QUEUE_SEE)
async def show(kit: Kit) -> Surge:
    """Surge mode, the dial, and rising topics."""
    return await standing(kit.db)


@get("/surge/topics", can=Can.SURGE_MANAGE)
async def topics(kit: Kit) -> list[Rising]:
    """Every topic that came up in the last twenty minutes."""
    return [Rising(t, **name_of(t.topic)) for t in await store.topics(kit.db, clock.now())]


@post("/surge/mode", can=Can.SURGE_MANAGE)
async def start(kit: Kit, actor: Actor, data: StartBody) -> Mode:
    """Turns surge mode on."""
    return await actions.start(kit, actor, reason=data.reason, hours=data.hours, slots=data.slots, p4_later=data.p4_later,
                               surveys_off=data.surveys_off, callback_first=data.callback_first)


@delete("/surge/mode", can=Can.SURGE_MANAGE)
async def end(kit: Kit, actor: Actor) -> None:
    """Turns it off."""
    await actions.end(kit, actor)


@put("/surge/dial", can=Can.SURGE_MANAGE)
async def turn(kit: Kit, actor: Actor, data: DialBody) -> Dial | None:
    """Sets what everybody carries at once."""
    await actions.turn(kit, actor, data.slots)
    return await store.dial(kit.db)


routes = [show, topics, start, end, turn]
