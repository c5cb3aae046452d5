"""The guard, asked while somebody writes; words that wait for release; and the list of what may stand in words to customers."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import FileIds, Number, Text, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post

from . import actions, held_store, holding, listed_store, listing
from .held_store import Held
from .listed_store import Listing
from .model import Finding

Why = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class LookBody(Body, frozen=True):
    """A reply that is being written."""

    body: Text


class Findings(msgspec.Struct, frozen=True):
    """Empty when it is good to go."""

    findings: list[Finding]


class HeldBody(Body, frozen=True):
    """Words that were stopped for where they lead. seen: the last public seq on screen. why: what the second person has to know."""

    client_id: UUID
    body: Text
    why: Why
    files: FileIds = []
    seen: Number | None = None


class RulingBody(Body, frozen=True):
    """The second person's word."""

    release: bool
    why: Annotated[str, msgspec.Meta(max_length=500)] = ""


class HeldList(msgspec.Struct, frozen=True):
    """Replies that wait for a second person, or what became of them."""

    held: Annotated[list[Held], msgspec.Meta(max_length=100)]


class Became(msgspec.Struct, frozen=True):
    """What became of it: released, refused, or stale, when the customer had said more."""

    became: str


class AllowBody(Body, frozen=True):
    """What may stand in words to customers, and why."""

    kind: Literal["host", "number", "mail", "handle", "address"]
    written: Annotated[str, msgspec.Meta(min_length=3, max_length=200)]
    why: Why


class Listings(msgspec.Struct, frozen=True):
    """The list, what holds first."""

    allowed: Annotated[list[Listing], msgspec.Meta(max_length=500)]


class Made(msgspec.Struct, frozen=True):
    """What was made."""

    id: int


@post("/tickets/{ticket_id:int}/guard", can=Can.TICKET_NOTE)
async def look(kit: Kit, actor: Actor, ticket_id: int, data: LookBody) -> Findings:
    """What should be changed before this goes out. Nothing is kept."""
    limit("guard", actor.ref, rate_per_s=5, burst=30)
    return Findings((await actions.look(kit.db, possible(ticket_id), data.body))[:50])


@post("/tickets/{ticket_id:int}/held", can=Can.TICKET_REPLY)
async def hold(kit: Kit, actor: Actor, ticket_id: int, data: HeldBody) -> Held:
    """Asks a second person to let these words out."""
    limit("held", actor.ref, rate_per_s=0.5, burst=10)
    return await holding.hold(kit, actor, possible(ticket_id), data.client_id, data.body, data.files, data.seen, data.why.strip() or "-")


@get("/tickets/{ticket_id:int}/held", can=Can.TICKET_SEE)
async def of_ticket(kit: Kit, ticket_id: int) -> HeldList:
    """A ticket's, the newest first."""
    return HeldList(await held_store.of_ticket(kit.db, possible(ticket_id)))


@get("/held", can=Can.REPLY_RELEASE)
async def waiting(kit: Kit, actor: Actor, which: Literal["waiting", "over"] = "waiting") -> HeldList:
    """What waits for me or a colleague, oldest first; or what became of those of ninety days."""
    return HeldList(await held_store.listed(kit.db, visibility.viewer(actor), waiting=which == "waiting"))


@post("/held/{held_id:int}/ruling", can=Can.REPLY_RELEASE)
async def rule(kit: Kit, actor: Actor, held_id: int, data: RulingBody) -> Became:
    """Lets a colleague's words out exactly as they stand, or does not."""
    limit("held_rule", actor.ref, rate_per_s=2, burst=20)
    return Became(await holding.rule(kit, actor, possible(held_id), data.release, data.why.strip()))


@delete("/held/{held_id:int}", can=Can.TICKET_REPLY)
async def take_back(kit: Kit, actor: Actor, held_id: int) -> None:
    """My words do not wait any more, and are not sent."""
    await holding.take_back(kit, actor, possible(held_id))


@get("/guard/allowed", can=Can.REPLY_ALLOW)
async def allowed(kit: Kit) -> Listings:
    """What may stand in words to customers beside what is ours by settings and connections, with what no longer may."""
    return Listings(await listed_store.listings(kit.db))


@post("/guard/allowed", can=Can.REPLY_ALLOW)
async def allow(kit: Kit, actor: Actor, data: AllowBody) -> Made:
    """Puts something on the list."""
    limit("guard_allow", actor.ref, rate_per_s=1, burst=30)
    return Made(await listing.allow(kit, actor, data.kind, data.written, data.why.strip() or "-"))


@delete("/guard/allowed/{allowed_id:int}", can=Can.REPLY_ALLOW)
async def bar(kit: Kit, actor: Actor, allowed_id: int) -> None:
    """Takes it off."""
    await listing.bar(kit, actor, possible(allowed_id))


routes = [look, hold, of_ticket, waiting, rule, take_back, allowed, allow, bar]
