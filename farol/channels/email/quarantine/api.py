"""The console's routes on mail that was put aside."""

from typing import Annotated, Literal

import msgspec

from farol.core.tickets.api import MOST as GREATEST
from farol.core.tickets.api import cursor, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Bytes, delete, get, post

from . import actions, quarantine_store
from .model import MOST, Count, Detail, Entry


class ReleaseBody(Body, frozen=True):
    """way: into the ticket it was sent to, or as a new one."""

    way: Literal["ticket", "new"]


class ReplayBody(Body, frozen=True):
    """All that were put aside for one reason."""

    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class Mails(msgspec.Struct, frozen=True):
    """Newest first. more: there are older ones before the last."""

    mails: list[Entry]
    more: bool


class Counts(msgspec.Struct, frozen=True):
    """How many lie there, in all and by reason."""

    total: int
    reasons: list[Count]


class Outcome(msgspec.Struct, frozen=True):
    """released, or asked: a second person has to agree."""

    outcome: str


class Replayed(msgspec.Struct, frozen=True):
    count: int


@get("/mail/quarantine", can=Can.MAIL_RELEASE)
async def listed(kit: Kit, actor: Actor, reason: str = "", before: int = GREATEST) -> Mails:
    found = await actions.listed(kit, actor, reason[:60].replace("\0", ""), cursor(before), MOST + 1)
    return Mails(found[:MOST], len(found) > MOST)


@get("/mail/quarantine/counts", can=Can.MAIL_RELEASE)
async def counts(kit: Kit) -> Counts:
    found = await quarantine_store.counts(kit.db)
    return Counts(sum(one.count for one in found), found)


@get("/mail/quarantine/{mail_id:int}", can=Can.MAIL_RELEASE)
async def look(kit: Kit, actor: Actor, mail_id: int) -> Detail:
    return await actions.look(kit, actor, possible(mail_id))


@get("/mail/quarantine/{mail_id:int}/original", can=Can.MAIL_RELEASE)
async def original(kit: Kit, actor: Actor, mail_id: int) -> Bytes:
    """The bytes as they came, to be saved and never shown."""
    limit("mail_original", actor.ref, rate_per_s=0.5, burst=20)
    raw = await actions.original(kit, actor, possible(mail_id))
    headers = {"content-disposition": f'attachment; filename="mail-{mail_id}.eml"', "x-content-type-options": "nosniff", "cache-control": "no-store"}
    return Bytes(raw, "application/octet-stream", headers)


@post("/mail/quarantine/{mail_id:int}/release", can=Can.MAIL_RELEASE)
async def release(kit: Kit, actor: Actor, mail_id: int, data: ReleaseBody) -> Outcome:
    """Lets it out; where the sender is doubted, the first time asks and a second person lets it out."""
    limit("mail_release", actor.ref, rate_per_s=1, burst=30)
    return Outcome(await actions.release(kit, actor, possible(mail_id), data.way))


@delete("/mail/quarantine/{mail_id:int}/release", can=Can.MAIL_RELEASE)
async def refuse(kit: Kit, actor: Actor, mail_id: int) -> None:
    await actions.refuse(kit, actor, possible(mail_id))


@post("/mail/quarantine/{mail_id:int}/replay", can=Can.MAIL_RELEASE)
async def replay(kit: Kit, actor: Actor, mail_id: int) -> None:
    limit("mail_release", actor.ref, rate_per_s=1, burst=30)
    await actions.replay(kit, actor, possible(mail_id))


@post("/mail/quarantine/replay", can=Can.CHANNEL_MANAGE)
async def replay_all(kit: Kit, actor: Actor, data: ReplayBody) -> Replayed:
    """After something was mended: all of a reason, a thousand at a time."""
    limit("mail_replay_all", actor.ref, rate_per_s=0.05, burst=3)
    return Replayed(await actions.replay_all(kit, actor, data.reason))


@delete("/mail/quarantine/{mail_id:int}", can=Can.MAIL_RELEASE)
async def drop(kit: Kit, actor: Actor, mail_id: int) -> None:
    limit("mail_release", actor.ref, rate_per_s=1, burst=30)
    await actions.drop(kit, actor, possible(mail_id))


routes = [listed, counts, look, original, release, refuse, replay, replay_all, drop]
