"""The language a customer wants to be answered in."""

from typing import Annotated

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, put

from . import actions, store


class LanguageBody(Body, frozen=True):
    """language: a BCP 47 code such as ``ru`` or ``zh-Hant``; empty for whichever they write."""

    language: Annotated[str, msgspec.Meta(max_length=35, pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$")]


class Chosen(msgspec.Struct, frozen=True):
    """language: the code that is kept, empty for no choice."""

    language: str


@get("/language", can=Can.OWN_TICKETS)
async def mine(kit: Kit, actor: Actor) -> Chosen:
    """What I chose."""
    return Chosen(await store.chosen(kit.db, actor.id))


@put("/language", can=Can.OWN_TICKETS)
async def choose(kit: Kit, actor: Actor, data: LanguageBody) -> Chosen:
    """Answers me in this language, in what is going on too."""
    limit("language", actor.ref, rate_per_s=1, burst=10)
    return Chosen(await actions.choose(kit, actor, data.language))


routes = [mine, choose]
