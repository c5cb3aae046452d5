"""Routes of translating in a ticket."""

from typing import Annotated
from uuid import UUID

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import Number, Text, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, review_api, store, term_api
from .model import MOST_READ, Draft, Reading, Said, Settled

Code = Annotated[str, msgspec.Meta(max_length=35, pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$")]


class ReadBody(Body, frozen=True):
    """Messages to be read in a language."""

    seqs: Annotated[list[Number], msgspec.Meta(min_length=1, max_length=MOST_READ)]
    into: Code


class DraftBody(Body, frozen=True):
    """What I wrote, and in which language. target: empty for the customer's."""

    text: Text
    source: Code
    target: Code = ""


class WordsBody(Body, frozen=True):
    """What is to go out."""

    words: Text


class Readings(msgspec.Struct, frozen=True):
    """Those that are in another language."""

    readings: list[Reading]


class Translations(msgspec.Struct, frozen=True):
    """Translated replies, the newest first."""

    translations: list[Said]


class OwnSaid(msgspec.Struct, frozen=True):
    """An answer that a machine translated: what its author wrote, and in which language."""

    seq: int
    source: str
    original: str
    edited: bool


class OwnTranslations(msgspec.Struct, frozen=True):
    """Answers that a machine translated, the newest first."""

    translations: list[OwnSaid]


@post("/tickets/{ticket_id:int}/translations/readings", can=Can.TICKET_SEE)
async def read(kit: Kit, actor: Actor, ticket_id: int, data: ReadBody) -> Readings:
    """These messages in a language I know. Nothing is kept."""
    limit("translate", actor.ref, rate_per_s=2, burst=40)
    return Readings(await actions.read(kit, possible(ticket_id), data.seqs, data.into))


@put("/tickets/{ticket_id:int}/translations/{reply_id:uuid}", can=Can.TICKET_REPLY)
async def draft(kit: Kit, actor: Actor, ticket_id: int, reply_id: UUID, data: DraftBody) -> Draft:
    """My reply in the customer's language, beside its way back."""
    limit("translate", actor.ref, rate_per_s=2, burst=40)
    return await actions.draft(kit, actor, possible(ticket_id), reply_id, data.text, data.source, data.target)


@put("/tickets/{ticket_id:int}/translations/{reply_id:uuid}/words", can=Can.TICKET_REPLY)
async def settle(kit: Kit, actor: Actor, ticket_id: int, reply_id: UUID, data: WordsBody) -> Settled:
    """I have seen it: this is what goes out with the reply of this id."""
    limit("translate", actor.ref, rate_per_s=2, burst=40)
    return await actions.settle(kit, actor, possible(ticket_id), reply_id, data.words)


@get("/tickets/{ticket_id:int}/translations", can=Can.TICKET_SEE)
async def said(kit: Kit, ticket_id: int) -> Translations:
    """Replies of this ticket that went out translated, as their authors wrote them."""
    if not await tickets.existing(kit.db, [possible(ticket_id)]):
        raise NotFound
    return Translations(await store.said(kit.db, ticket_id))


@get("/tickets/{ticket_id:int}/translations", can=Can.OWN_TICKETS)
async def own_said(kit: Kit, actor: Actor, ticket_id: int) -> OwnTranslations:
    """Answers in my ticket that a machine translated, with the originals."""
    limit("translations", actor.ref, rate_per_s=2, burst=30)
    if not await tickets.owned(kit.db, [possible(ticket_id)], actor.id):
        raise NotFound
    return OwnTranslations([OwnSaid(one.seq, one.source, one.original, one.edited) for one in await store.said(kit.db, ticket_id)])


routes = [read, draft, settle, said, *term_api.routes, *review_api.routes]
for_customer = [own_said]
