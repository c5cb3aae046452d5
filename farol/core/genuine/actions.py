"""Issuing the link of a message, and asking whether a link is ours."""

from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.settings import Settings

from . import model, store
from .model import Genuine


async def link(
    tx: Tx, settings: Settings, kind: str, *, recipient: str, title: str = "", customer_id: int | None = None, ticket_id: int | None = None,
) -> str:
    """The address at which anybody learns that this message is ours; written in the transaction that writes the message.

    kind: a channel's key. recipient: masked already (``customers.model.mask_email``). title: the subject; it is masked here.
    """
    id_ = await store.add(tx, kind, recipient, model.mask(title), customer_id, ticket_id)
    return f"{settings.public_url}{model.PATH}?m={model.code(settings.secret_key, id_)}"


async def find(kit: Kit, code: str) -> Genuine | None:
    """What the code stands for; None when we never issued it."""
    id_ = model.number(kit.settings.secret_key, code)
    return await store.find(kit.db, id_) if id_ is not None else None
