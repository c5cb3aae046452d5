"""What the console sees and sets of mail that goes out, and the customer's own word."""

from typing import Annotated, Any

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.i18n import Tongue
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import (
    key_store,
    keys,
    letterheads,
    letters_store,
    published,
    restraint,
    restraint_store,
    returned,
    returned_store,
    word,
)
from .key_store import Key
from .letterhead import Kept, Letterhead
from .letterhead_store import all_, versions
from .letters_store import Mailed
from .published import Checked, Record
from .restraint_store import Halt
from .returned_store import Suppressed
from .word import Shown

Version = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Before = Annotated[int, msgspec.Meta(ge=1, lt=2**53)] | None


class Domain(msgspec.Struct, frozen=True):
    """A domain we write from. signed: whether a key of it signs."""

    domain: str
    signed: bool
    keys: list[Key]
    records: list[Record]


class Flow(msgspec.Struct, frozen=True):
    """How much goes out by itself. halt: since when it stands still, None while it runs."""

    in_hour: int
    ceiling: int
    halt: Halt | None


class Why(Body, frozen=True):
    """How somebody knows that the mailbox works."""

    why: Annotated[str, msgspec.Meta(min_length=3, max_length=300)]


class HeadBody(Body, frozen=True):
    """version: the one on screen, 0 for a new one."""

    content: Letterhead
    version: Version = 0


class UndoBody(Body, frozen=True):
    """to: the version that is put back. version: the one on screen."""

    to: Version
    version: Version


class PreviewBody(Body, frozen=True):
    """Nothing of it is kept."""

    content: Letterhead
    language: Tongue = "en"


class WordBody(Body, frozen=True):
    """The word."""

    word: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


@get("/mail/domains", can=Can.CHANNEL_SEE)
async def domains(kit: Kit) -> list[Domain]:
    """Domains we write from, their keys, and what to publish for them."""
    known = await key_store.keys(kit.db)
    found = []
    for name in keys.domains(kit, known):
        mine = [key for key in known if key.domain == name]
        found.append(Domain(name, any(key.state == "signing" for key in mine), mine, published.wanted(kit.settings, name, mine)))
    return found


@post("/mail/domains/{domain:str}/keys", can=Can.CHANNEL_MANAGE)
async def make_key(kit: Kit, actor: Actor, domain: str) -> Key:
    """A new key; it signs once its record is published and it is put to use."""
    limit("mail_key", actor.ref, rate_per_s=0.1, burst=5)
    return await keys.make(kit, actor, domain[:254])


@post("/mail/domains/{domain:str}/check", can=Can.CHANNEL_SEE)
async def check(kit: Kit, actor: Actor, domain: str) -> list[Checked]:
    """Asks the name system now."""
    limit("mail_check", actor.ref, rate_per_s=0.5, burst=10)
    return await keys.check(kit, domain[:254])


@post("/mail/keys/{key_id:int}/use", can=Can.CHANNEL_MANAGE)
async def use_key(kit: Kit, actor: Actor, key_id: int) -> Key:
    """It signs from now on, beside the one before it."""
    return await keys.use(kit, actor, possible(key_id))


@post("/mail/keys/{key_id:int}/retirement", can=Can.CHANNEL_MANAGE)
async def retire_key(kit: Kit, actor: Actor, key_id: int) -> Key:
    """It never signs again."""
    return await keys.retire(kit, actor, possible(key_id))


@get("/mail/letterheads", can=Can.CHANNEL_SEE)
async def heads(kit: Kit) -> list[Kept]:
    """How mail looks, by brand."""
    return await all_(kit.db)


@get("/mail/letterheads/{head_key:str}/versions", can=Can.CHANNEL_SEE)
async def head_versions(kit: Kit, head_key: str) -> list[Kept]:
    """All it ever was, the newest first."""
    return await versions(kit.db, (await letterheads.one(kit, head_key[:60])).key)


@put("/mail/letterheads/{head_key:str}", can=Can.CHANNEL_MANAGE, max_body=128 * 1024)
async def put_head(kit: Kit, actor: Actor, head_key: str, data: HeadBody) -> Kept:
    """Mail looks like this from now on."""
    return await letterheads.put(kit, actor, head_key, data.content, data.version)


@post("/mail/letterheads/{head_key:str}/undo", can=Can.CHANNEL_MANAGE)
async def undo_head(kit: Kit, actor: Actor, head_key: str, data: UndoBody) -> Kept:
    """As it was before."""
    return await letterheads.undo(kit, actor, head_key[:60], data.to, data.version)


@post("/mail/letterhead-preview", can=Can.CHANNEL_MANAGE, max_body=128 * 1024)
async def preview(kit: Kit, actor: Actor, data: PreviewBody) -> dict[str, str]:
    """A mail as it would be; nothing is kept."""
    limit("mail_preview", actor.ref, rate_per_s=2, burst=20)
    return await letterheads.preview(kit, data.content, data.language)


@get("/mail/flow", can=Can.CHANNEL_SEE)
async def flow(kit: Kit) -> Flow:
    """How much goes out by itself."""
    return await _flow(kit)


@post("/mail/flow/resumption", can=Can.CHANNEL_PAUSE)
async def resume(kit: Kit, actor: Actor) -> Flow:
    """Automatic mail runs again."""
    await restraint.resume(kit, actor)
    return await _flow(kit)


@get("/mail/suppressed", can=Can.CHANNEL_SEE)
async def suppressed(kit: Kit, lifted: bool = False, before: Before = None) -> list[Suppressed]:
    """Mailboxes that are not written to, the newest first. lifted: with those that may be written to again."""
    return [one.masked() for one in await returned_store.listed(kit.db, lifted, before, 100)]


@post("/mail/suppressed/{suppressed_id:int}/lifting", can=Can.TICKET_REPLY)
async def lift(kit: Kit, actor: Actor, suppressed_id: int, data: Why) -> Suppressed:
    """It may be written to again."""
    limit("mail_lift", actor.ref, rate_per_s=0.2, burst=10)
    return (await returned.lift(kit, actor, possible(suppressed_id), data.why)).masked()


@get("/tickets/{ticket_id:int}/letters", can=Can.TICKET_SEE)
async def letters(kit: Kit, ticket_id: int) -> dict[str, Any]:
    """What became of the ticket's mails, the newest first, and which of its mailboxes are not written to."""
    mails: list[Mailed] = await letters_store.mails(kit.db, possible(ticket_id))
    return {"mails": mails, "suppressed": await letters_store.stopped(kit.db, possible(ticket_id))}


@get("/mail-word", can=Can.OWN_TICKETS)
async def my_word(kit: Kit, actor: Actor) -> Shown:
    """Whether the customer has a word."""
    return await word.shown(kit, actor)


@put("/mail-word", can=Can.OWN_TICKETS)
async def put_word(kit: Kit, actor: Actor, data: WordBody) -> Shown:
    """It stands in every mail to them from now on; a mail tells of the change."""
    limit("mail_word", actor.ref, rate_per_s=1 / 60, burst=5)
    return await word.put(kit, actor, data.word)


@delete("/mail-word", can=Can.OWN_TICKETS)
async def remove_word(kit: Kit, actor: Actor) -> None:
    """It stands in no mail any more; a mail tells of the change."""
    limit("mail_word", actor.ref, rate_per_s=1 / 60, burst=5)
    await word.remove(kit, actor)


async def _flow(kit: Kit) -> Flow:
    return Flow(await restraint_store.hour(kit.db), kit.settings.mail_automatic_an_hour, await restraint_store.halted(kit.db))


routes = [
    domains, make_key, check, use_key, retire_key, heads, head_versions, put_head, undo_head, preview, flow, resume, suppressed, lift, letters,
]  # fmt: skip
for_customer = [my_word, put_word, remove_word]
