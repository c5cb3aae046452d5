"""The console's routes on the mails behind a ticket."""

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Bytes, get, post

from . import originals, pictures
from .originals import Of, Shown


class Mails(msgspec.Struct, frozen=True):
    """Newest first."""

    mails: list[Of]


@get("/tickets/{ticket_id:int}/mails", can=Can.TICKET_SEE)
async def mails(kit: Kit, ticket_id: int) -> Mails:
    """The mails that became words of the ticket."""
    return Mails(await originals.mails(kit, possible(ticket_id)))


@get("/tickets/{ticket_id:int}/mails/{received_id:int}/original", can=Can.CUSTOMER_SEE)
async def original(kit: Kit, actor: Actor, ticket_id: int, received_id: int) -> Shown:
    """All of one mail: headers, words with what was cut, HTML that loads nothing."""
    limit("mail_original", actor.ref, rate_per_s=1, burst=20)
    return await originals.original(kit, possible(ticket_id), possible(received_id))


@post("/tickets/{ticket_id:int}/mails/{received_id:int}/pictures/{picture:int}", can=Can.CUSTOMER_SEE)
async def picture(kit: Kit, actor: Actor, ticket_id: int, received_id: int, picture: int) -> Bytes:
    """A picture elsewhere (``data-remote``), fetched by us when somebody asked to see it: nothing of who looks goes there. Always WebP."""
    limit("mail_picture", actor.ref, rate_per_s=2, burst=40)
    address = await originals.remote(kit, possible(ticket_id), possible(received_id), picture)
    return Bytes(await pictures.fetch(kit, address), pictures.MEDIA_TYPE, {
        "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox", "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store"})


@post("/tickets/{ticket_id:int}/mails/{received_id:int}/raw", can=Can.MAIL_RAW)
async def raw(kit: Kit, actor: Actor, ticket_id: int, received_id: int) -> Bytes:
    """The bytes as they came, to be kept as a file; it is recorded who took them."""
    limit("mail_raw", actor.ref, rate_per_s=0.2, burst=10)
    return Bytes(
        await originals.raw(kit, actor, possible(ticket_id), possible(received_id)), "text/plain; charset=us-ascii",
        {"content-disposition": f'attachment; filename="mail-{received_id}.eml.txt"', "x-content-type-options": "nosniff",
         "content-security-policy": "default-src 'none'; sandbox", "cache-control": "no-store"})


routes = [mails, original, picture, raw]
