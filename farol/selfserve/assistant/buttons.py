"""The assistant's choices as buttons, where a messenger has them: a press says the label, as if it had been typed."""

from farol.channels.messengers.choices import Offered, offers
from farol.channels.messengers.rendering import escaped
from farol.kit.db import Reads

from . import store


@offers
async def offered(db: Reads, ticket_id: int, seq: int) -> Offered | None:
    """The choices of its message, with where they come from as links."""
    parts = await store.parts_at(db, ticket_id, seq)
    if parts is None or not parts.choices:
        return None
    links = [(one.title, one.url) for one in parts.sources if one.url]
    return Offered(escaped(parts.lead), [one.label for one in parts.choices], links)
