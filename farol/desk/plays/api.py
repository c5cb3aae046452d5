"""Routes: the console sets plays, the widget shows messages, and mail programs stop them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import Text, possible
from farol.core.tickets.model import Opened
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Request, get, post, put
from farol.kit.web.credentials import read as credentials

from . import actions, store
from .actions.setting import PlayView, Preview
from .model import LONGEST, SHOWN_FOR, Message

Own = Annotated[str, msgspec.Meta(max_length=LONGEST, pattern=r"\A[^\x00]*\Z")]


class WordsBody(Body, frozen=True):
    """The words in both languages."""

    zh: Own
    en: Own


class PlayBody(Body, frozen=True):
    """active: whether it is said at all."""

    active: bool
    zh: Own
    en: Own


class AnswerBody(Body, frozen=True):
    """A customer's words."""

    client_id: UUID
    body: Text
    language: Literal["zh", "en"] = "en"


class Plays(msgspec.Struct, frozen=True):
    """All of them, in the product's order."""

    plays: list[PlayView]


class OwnMessage(msgspec.Struct, frozen=True):
    """A message as its customer sees it, in both languages. ticket_id: of their answer. seen: it was on screen."""

    id: int
    topic: str
    title: dict[str, str]
    words: dict[str, str]
    at: datetime
    seen: bool
    ticket_id: int | None


class OwnMessages(msgspec.Struct, frozen=True):
    """Those of two weeks, newest first."""

    messages: list[OwnMessage]


@get("/plays", can=Can.RULE_MANAGE)
async def plays(kit: Kit) -> Plays:
    """What the desk says first, with its counts of thirty days."""
    return Plays(await actions.overview(kit))


@put("/plays/{play_key:str}", can=Can.RULE_MANAGE)
async def set_play(kit: Kit, actor: Actor, play_key: str, data: PlayBody) -> None:
    """On or off, and its words."""
    limit("plays", actor.ref, rate_per_s=1, burst=20)
    await actions.set_play(kit, actor, play_key[:60], active=data.active, zh=data.zh, en=data.en)


@post("/plays/{play_key:str}/preview", can=Can.RULE_MANAGE)
async def preview(actor: Actor, play_key: str, data: WordsBody) -> Preview:
    """What customers would read, and what is wrong with it. Nothing is kept."""
    limit("plays_preview", actor.ref, rate_per_s=5, burst=30)
    return actions.preview(play_key[:60], data.zh, data.en)


@get("/messages-from-us", can=Can.OWN_TICKETS)
async def own(kit: Kit, actor: Actor) -> OwnMessages:
    """What was said to the customer first."""
    rows = await store.own_list(kit.db, actor.id, clock.now() - SHOWN_FOR)
    return OwnMessages([_shown(one) for one in rows])


@put("/messages-from-us/{message_id:int}/seen", can=Can.OWN_TICKETS)
async def seen(kit: Kit, actor: Actor, message_id: int) -> None:
    """It is on screen."""
    await actions.seen(kit, actor, possible(message_id))


@post("/messages-from-us/{message_id:int}/answer", can=Can.OWN_TICKETS)
async def answer(kit: Kit, actor: Actor, message_id: int, data: AnswerBody) -> Opened:
    """The customer's words, in the ticket they open."""
    limit("message", actor.ref, rate_per_s=5, burst=30)
    return await actions.answer(kit, actor, possible(message_id), client_id=data.client_id, body=data.body, lang=data.language)


@post("/plays/stop", can=Can.ANYONE, status=204)
async def stop(request: Request, kit: Kit, t: str = "") -> None:  # type: ignore[type-arg]
    """One click in a mail program (RFC 8058): no more of that topic. The token in the address is the proof."""
    limit("plays_stop", credentials(request.scope).ip, rate_per_s=5, burst=50)
    await actions.stop_by_mail(kit, t[:80], everything=False)


def _shown(one: Message) -> OwnMessage:
    assert one.said_at
    return OwnMessage(
        one.id, one.topic, {"zh": one.title_zh, "en": one.title_en}, {"zh": one.words_zh, "en": one.words_en}, one.said_at,
        one.seen_at is not None, one.ticket_id)


routes = [plays, set_play, preview]
for_customer = [own, seen, answer]
for_hooks = [stop]
