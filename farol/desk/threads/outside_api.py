"""Routes of those who take part in a side thread from outside."""

from typing import Annotated
from uuid import UUID

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.files.serve import open_file
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Streamed, delete, get, post

from . import actions, outside_store, sight


class OutsiderBody(Body, frozen=True):
    """Whom to write to. name: what they are called here; their letters do not carry it."""

    address: Annotated[str, msgspec.Meta(min_length=3, max_length=320)]
    name: Annotated[str, msgspec.Meta(max_length=200)] = ""


class Added(msgspec.Struct, frozen=True):
    id: int


class Domains(msgspec.Struct, frozen=True):
    """Mail domains that may be written to, as the setting has them; empty: none."""

    domains: list[str]


def limit_mail(actor: Actor) -> None:
    """How often somebody may write to people outside."""
    limit("thread_mail", actor.ref, rate_per_s=0.2, burst=20)


@get("/threads/domains", can=Can.THREAD_MAIL)
async def domains(kit: Kit) -> Domains:
    return Domains(list(kit.settings.thread_domains))


@post("/threads/{thread_id:int}/outsiders", can=Can.THREAD_MAIL)
async def add(kit: Kit, actor: Actor, thread_id: int, data: OutsiderBody) -> Added:
    limit_mail(actor)
    return Added(await actions.add_outsider(kit, actor, possible(thread_id), data.address, data.name))


@delete("/threads/{thread_id:int}/outsiders/{outsider_id:int}", can=Can.THREAD_MAIL)
async def remove(kit: Kit, actor: Actor, thread_id: int, outsider_id: int) -> None:
    await actions.remove_outsider(kit, actor, possible(thread_id), possible(outsider_id))


@get("/threads/{thread_id:int}/files/{file_id:uuid}", can=Can.THREAD_WORK)
async def file(kit: Kit, actor: Actor, thread_id: int, file_id: UUID, preview: bool = False) -> Streamed:
    await sight.readable(kit.db, actor, possible(thread_id))
    if not await outside_store.holds_file(kit.db, thread_id, file_id):
        raise NotFound
    served = await open_file(kit, file_id, preview=preview)
    return Streamed(served.parts, served.media_type, served.headers)


routes = [domains, add, remove, file]
