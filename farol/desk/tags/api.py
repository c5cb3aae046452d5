"""Routes of tags: suggestions and a ticket's own for everybody who writes notes, words for all tickets for leads."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import actions, store
from .model import LONGEST, MOST, Tag

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST * 2)]
Words = Annotated[list[Word], msgspec.Meta(max_length=MOST)]


class TagsBody(Body, frozen=True):
    """Words to put on and to take off; the rest stays, whoever changes it meanwhile."""

    add: Words = []
    remove: Words = []


class RenameBody(Body, frozen=True):
    """merge: yes, the word may be one in use, and both become one."""

    word: Word
    merge: bool = False


class Tags(msgspec.Struct, frozen=True):
    """Words in use."""

    tags: list[Tag]


class TicketTags(msgspec.Struct, frozen=True):
    """A ticket's words now."""

    tags: list[str]
    seq: int


class WordLine(msgspec.Struct, frozen=True):
    """A word as leads see it. became: what it was renamed to."""

    id: int
    word: str
    used: int
    became: str | None
    retired: bool


class WordList(msgspec.Struct, frozen=True):
    """Every word there is or was."""

    tags: list[WordLine]


@get("/tags", can=Can.TICKET_SEE)
async def suggest(kit: Kit, q: Annotated[str, msgspec.Meta(max_length=LONGEST)] = "", most: int = 50) -> Tags:
    """Words that hold ``q``, the likeliest first."""
    return Tags(await store.used(kit.db, q.strip().lower(), min(max(most, 1), 200)))


@post("/tickets/{ticket_id:int}/tags", can=Can.TICKET_NOTE)
async def change(kit: Kit, actor: Actor, ticket_id: int, data: TagsBody) -> TicketTags:
    """Adds and takes away words."""
    limit("tag", actor.ref, rate_per_s=5, burst=30)
    if not data.add and not data.remove:
        raise Invalid(errors=[{"field": "add", "why": "nothing to put on or take off"}])
    tags, seq = await actions.change(kit, actor, possible(ticket_id), data.add, data.remove)
    return TicketTags(tags, seq)


@get("/tags/all", can=Can.TAG_MANAGE)
async def everything(kit: Kit) -> WordList:
    """All words, retired ones last."""
    return WordList([WordLine(**dict(row)) for row in await store.everything(kit.db)])


@put("/tags/{tag_id:int}", can=Can.TAG_MANAGE)
async def rename(kit: Kit, actor: Actor, tag_id: int, data: RenameBody) -> Tag:
    """Calls a word another on all tickets."""
    return await actions.rename(kit, actor, possible(tag_id), data.word, merge=data.merge)


@put("/tags/{tag_id:int}/retirement", can=Can.TAG_MANAGE)
async def retire(kit: Kit, actor: Actor, tag_id: int) -> None:
    """No longer offered nor added."""
    await actions.retire(kit, actor, possible(tag_id))


@delete("/tags/{tag_id:int}/retirement", can=Can.TAG_MANAGE)
async def restore(kit: Kit, actor: Actor, tag_id: int) -> None:
    """Offered and added again."""
    await actions.restore(kit, actor, possible(tag_id))


routes = [suggest, change, everything, rename, retire, restore]
