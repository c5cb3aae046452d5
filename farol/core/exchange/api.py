"""What whoever runs the link sees of it."""

from farol.kit.core import Kit
from farol.kit.permission import Can
from farol.kit.web import get

from .client import CoreLink
from .standing import Standing
from .standing import standing as look


@get("/core-link", can=Can.SYSTEM_SEE)
async def core_link(kit: Kit) -> Standing:
    """Whether the exchange answers, how fast, since when not, and which reads, actions and events it offers."""
    return await look(kit.get(CoreLink))


routes = [core_link]
