"""Keeping what somebody writes. Nothing has happened yet, so nothing is told to the log."""

from farol.core.shield import scrub
from farol.core.tickets import store as tickets
from farol.core.tickets.model import LONGEST
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound

from . import store
from .model import Mode, Saved
from .problems import DraftTooLong


async def save(kit: Kit, actor: Actor, ticket_id: int, mode: Mode, *, body: str, rev: int, tab: str) -> Saved:
    """Keeps the actor's words in a ticket; no words forget them. rev: the last saving this tab knows of, 0 for none.

    Newer words win, whichever tab they come from; what they overwrote unseen comes back as ``older``.
    Raises NotFound, NotAllowed, DraftTooLong.
    """
    if not actor.may(Can.TICKET_REPLY if mode == "reply" else Can.TICKET_NOTE):
        raise NotAllowed
    if len(body) > LONGEST:
        raise DraftTooLong(most=LONGEST)
    if "\0" in body + tab:
        raise Invalid(errors=[{"field": "body", "why": "holds a NUL character"}])
    if not body.strip():
        if not await tickets.existing(kit.db, [ticket_id]):
            raise NotFound
        await store.drop_known(kit.db, actor.id, ticket_id, mode, rev, tab)
        return Saved(0, clock.now(), None, [])
    found = scrub(body)
    row = await store.save(kit.db, actor.id, ticket_id, mode, found.text, tab, rev)
    if row is None:
        raise NotFound
    return Saved(row["rev"], row["saved_at"], store.older(row), list(found.removed))
