"""Uploads. Downloads belong to what refers to the file and knows who may see it (see ``serve.open_file``)."""

from typing import Any

from farol.kit.core import Kit
from farol.kit.files.intake import receive
from farol.kit.files.model import LARGEST, File, shape
from farol.kit.files.names import from_header
from farol.kit.permission import Actor, Can
from farol.kit.web import Request, post

_ROOM = 2 * LARGEST
"""The framework stops a body here without reading it; between the limit and this, our own answer is given."""


@post("/files", can=Can.TICKET_REPLY, max_body=_ROOM)
async def staff_upload(request: Request[Any, Any, Any], kit: Kit, actor: Actor) -> File:
    """A file from a member of staff: raw body, ``content-type``, ``x-file-name`` in percent-encoded UTF-8."""
    return await _take(request, kit, actor)


@post("/files", can=Can.OWN_TICKETS, max_body=_ROOM)
async def customer_upload(request: Request[Any, Any, Any], kit: Kit, actor: Actor) -> File:
    """A file from a customer, in the same form."""
    return await _take(request, kit, actor)


async def _take(request: Request[Any, Any, Any], kit: Kit, actor: Actor) -> File:
    name, declared = from_header(request.headers.get("x-file-name", "")), request.headers.get("content-type", "")
    return shape(await receive(kit, actor, name, declared, request.stream()))


routes_console = [staff_upload]
routes_customer = [customer_upload]
