"""Opening a ticket."""

from uuid import UUID

from farol.core.shield import scrub
from farol.core.tickets import posting
from farol.core.tickets.checks import Heard, check_heard
from farol.core.tickets.model import Opened, Posted, headline
from farol.core.tickets.problems import ClientIdReused
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import wake
from farol.kit.i18n import canonical
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .warning import advised, warn
from .words import UNIQUE, clean


async def open_ticket(
    kit: Kit, actor: Actor, *, client_id: UUID, body: str, files: list[UUID] | None = None, channel: str = "webchat",
    language: str = "en", about: dict[str, str] | None = None, subject: str | None = None,
) -> Opened:
    """A new ticket of the acting customer, with its first message. The same client_id opens it only once.

    subject: the first words of the message when not given. Raises CustomerBlocked, and NotFound when a file is not the customer's own.
    """
    text, removed = clean(body, files or [])
    if actor.kind == "customer":
        await check_heard(kit, Heard(actor.id, None, client_id, text, channel, about))
    title = headline(scrub(subject).text if subject else text) or "—"
    found = await db.again(
        lambda: posting.open_ticket(
            kit.db, customer_id=actor.id, client_id=client_id, subject=title, channel=channel, body=text,
            files=tuple(files or ()), removed=removed, language=canonical(language), about=about),
        *UNIQUE)
    if found is None:
        raise NotFound
    ticket_id, number, outcome = found
    if outcome.outcome == "conflict":
        raise ClientIdReused
    assert outcome.seq is not None
    assert outcome.at is not None
    notice = advised(actor, removed)
    if outcome.outcome == "new":
        await wake(kit.bus, f"ticket:{ticket_id}", outcome.seq)
        if removed:
            notice = await warn(kit, ticket_id, client_id, actor, removed)
    return Opened(ticket_id, number, Posted(outcome.seq, outcome.at, outcome.outcome, list(removed), notice))
