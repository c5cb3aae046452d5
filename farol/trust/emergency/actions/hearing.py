"""Hearing: the words of every channel pass here as they are said."""

from uuid import NAMESPACE_OID, uuid5

from farol.core.tickets import frames, posting
from farol.core.tickets.model import Draft
from farol.core.urgency import denies, hear
from farol.core.urgency.silence import silent
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE
from farol.kit.permission import SYSTEM
from farol.kit.reactions import Said
from farol.trust.emergency import store, words
from farol.trust.emergency.model import AFTER_EVENT, SECURITY_EVENTS, Cause, Kind

from .raising import raise_in


async def hear_words(kit: Kit, tx: Tx, ticket_id: int, seq: int) -> list[Said]:
    """A message of a customer. Danger to a person is handed to people and nothing is said; theft is answered with Freeze now, at once."""
    body = await tx.fetchval(store.SAID, ticket_id, seq)
    if not body:
        return []
    heard = await _kind(tx, ticket_id, body)
    if heard is None:
        return []
    kind, cause = heard
    after = After()
    raised = await raise_in(tx, ticket_id, kind, cause, after)
    said = await _offer(kit, tx, ticket_id, seq, body) if kind == "stolen" and raised and raised[1] else []
    return [*said, *after.said()]


async def _kind(tx: Tx, ticket_id: int, body: str) -> tuple[Kind, Cause] | None:
    urgency = hear(body)
    if urgency:
        return urgency, "words"
    uid = await tx.fetchval(store.UID_OF, ticket_id) if denies(body) else None
    if uid and await tx.fetchval(store.EVENT_LATELY, uid, sorted(SECURITY_EVENTS), clock.now() - AFTER_EVENT):
        return "stolen", "denial"
    return None


async def _offer(kit: Kit, tx: Tx, ticket_id: int, seq: int, body: str) -> list[Said]:
    case = await store.case(tx, store.BY_TICKET, ticket_id)
    if case is None or await silent(tx, ticket_id) or (case.uid and await store.standing(tx, case.uid)):
        return []
    text = words.offer(words.speaks(body, case.language), f"{kit.settings.public_url}/stolen")
    draft = Draft(ticket_id, uuid5(NAMESPACE_OID, f"farol:emergency:{ticket_id}:{seq}"), "system", 0, text, False, "webchat", (), (), None)
    outcome = (await posting.post(tx, [draft]))[0]
    if outcome.outcome != "new" or outcome.seq is None:
        return []
    shown = frames.posted(draft, outcome, SYSTEM)
    return [(WAKE, b"\n".join((f"ticket:{ticket_id} {outcome.seq}".encode(), *shown)))]
