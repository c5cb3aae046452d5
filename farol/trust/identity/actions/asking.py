"""Asking a customer to prove who they are: a link in the ticket that works once, for its customer, for fifteen minutes."""

from datetime import datetime
from uuid import UUID

from farol.core.tickets.actions import UNIQUE, say
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.events import wake
from farol.kit.i18n import lang_of, moment
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.trust.identity import challenge_store, store
from farol.trust.identity.challenge_store import Link
from farol.trust.identity.events import ProofAsked
from farol.trust.identity.model import LINK_LASTS, Party
from farol.trust.identity.problems import LinkSpent
from farol.trust.identity.words import Words

from . import secret
from .counting import refuse_locked, told
from .told import tell, wake_all


async def ask(kit: Kit, actor: Actor, ticket_id: int, client_id: UUID) -> datetime:
    """Sends the link into the ticket, in its language; earlier ones are over. Until when it works.

    Raises NotFound, StepUpLocked, and what words of staff raise.
    """

    async def run() -> tuple[datetime, tuple[bytes, ...], int, list[tuple[str, int]]]:
        async with db.transaction(kit.db) as tx:
            party = await store.party(tx, ticket_id)
            if party is None:
                raise NotFound
            if party.uid:
                await refuse_locked(tx, party.uid, None)
            now, nonce = clock.now(), secret.new()
            until = now + LINK_LASTS
            body = _words(kit, party, secret.link_token(kit, nonce, ticket_id, party.customer_id), until)
            outcome, frames = await say(tx, actor, ticket_id, client_id=client_id, body=body, channel="console", takes=True)
            if outcome.outcome == "again":
                return until, (), 0, []
            await challenge_store.ask(tx, ticket_id, party.customer_id, secret.digest(nonce), actor.id, now, until)
            grown = await tell(tx, actor, ticket_id, party.customer_id, ProofAsked("link", told(until)))
            return until, frames, outcome.seq or 0, [grown]

    until, frames, seq, grown = await db.again(run, *UNIQUE)
    if seq:
        await wake(kit.bus, f"ticket:{ticket_id}", seq, *frames)
    await wake_all(kit, grown)
    return until


def _words(kit: Kit, party: Party, token: str, until: datetime) -> str:
    lang = lang_of(party.language)
    words = Words(lang)
    return words.ask.format(
        brand=kit.settings.brand, link=f"{kit.settings.public_url}/verify-me/ask/{token}", until=moment(until, clock.now(), lang))


async def link(kit: Kit, token: str) -> tuple[Link, Party]:
    """The link of an address, and whose ticket it is for. Raises LinkSpent for what is none, is over, or was changed."""
    nonce = secret.link_nonce(token)
    found = await challenge_store.link(kit.db, secret.digest(nonce)) if nonce else None
    if found is None or found.expires_at <= clock.now():
        raise LinkSpent
    if not secret.same(token, secret.link_token(kit, nonce, found.ticket_id, found.customer_id)):
        raise LinkSpent
    party = await store.party(kit.db, found.ticket_id)
    # Merged or handed to another customer since: the link was for somebody else.
    if party is None or party.customer_id != found.customer_id:
        raise LinkSpent
    return found, party


async def began(kit: Kit, link_id: int, held: str) -> bool:
    """Whether the browser of that secret is the one that used the link."""
    return bool(held) and await challenge_store.began(kit.db, link_id, secret.digest(held))
