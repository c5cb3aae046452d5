"""The full record, to take away."""

from farol.kit.core import Kit
from farol.kit.files.serve import disposition
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Streamed, get

from . import record
from .entrance import AnyRequest, who_reads
from .showing import own_ticket


@get("/my/tickets/{number:str}/record", can=Can.OWN_TICKETS)
async def download(kit: Kit, actor: Actor, request: AnyRequest, number: str) -> Streamed:
    limit("record", actor.ref, rate_per_s=1 / 30, burst=6)
    reader, customer = await who_reads(kit, actor, request)
    found = await own_ticket(kit, actor, number)
    if found is None or customer is None:
        raise NotFound
    headers = {"content-disposition": disposition(f"{found.number}.zip", inline=False), "cache-control": "private, no-store"}
    return Streamed(record.package(kit, actor, found, customer, reader), "application/zip", headers)


routes = [download]
