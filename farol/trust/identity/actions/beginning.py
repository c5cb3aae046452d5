"""Beginning a proof: a challenge that the exchange poses to an account, or to a contact of somebody who cannot sign in."""

from datetime import datetime, timedelta

import msgspec

from farol.core.customers.model import mask_email, mask_phone
from farol.core.exchange import CoreLink
from farol.core.exchange.model import Challenge as Posed
from farol.core.exchange.model import Method as CoreMethod
from farol.core.exchange.model import Why
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.trust.identity import challenge_store, store
from farol.trust.identity.challenge_store import Link
from farol.trust.identity.model import AT_THE_EXCHANGE, Party, Ways, ways
from farol.trust.identity.problems import LinkSpent, WayNotOffered

from . import secret
from .counting import refuse_locked

PURPOSE = "identity"
AN_HOUR = 3600
MOST_BEGUN = 6
"""Challenges of one account an hour: each may send a code to somebody's phone."""
MOST_PROTECTING = 18
"""Codes to one contact an hour for the sake of its account, from all places together; from each ``MOST_BEGUN``. So nobody uses up the
owner's by knowing their address, and so many guesses of six digits, three at a code, stay under one chance in 18,000."""
MOST_OPEN = timedelta(hours=1)


class Origin(msgspec.Struct, frozen=True):
    """Where a proof is begun from. party: whose ticket it is for; link: the one it came by; held: the secret that the browser
    carries from an earlier beginning; ip: of the browser, to count by."""

    party: Party | None = None
    link: Link | None = None
    held: str = ""
    ip: str = ""


def why(actor: Actor, party: Party | None) -> Why:
    """What justifies asking the exchange."""
    return Why(party.number if party else "self", PURPOSE, actor.ref)


async def offered(kit: Kit, actor: Actor, uid: str, party: Party | None) -> Ways:
    """The methods that are open for an account now. Raises ExchangeDown, ExchangeRefused."""
    return ways(await kit.get(CoreLink).security(why(actor, party), uid), clock.now())


async def begin(kit: Kit, actor: Actor, uid: str, method: str, origin: Origin) -> str:
    """The exchange poses a challenge to the account; the secret that its answer has to come with.

    A code is sent by the exchange, to what it has on file. Raises WayNotOffered, StepUpLocked, LinkSpent, TooMany, ExchangeDown,
    ExchangeRefused.
    """
    if method not in AT_THE_EXCHANGE:
        raise WayNotOffered
    limit("identity_begin", uid, rate_per_s=MOST_BEGUN / AN_HOUR, burst=MOST_BEGUN)
    await refuse_locked(kit.db, uid, None)
    open_now = await offered(kit, actor, uid, origin.party)
    if method not in open_now.methods:
        raise WayNotOffered
    posed = await kit.get(CoreLink).challenge(why(actor, origin.party), uid, CoreMethod(method), PURPOSE)
    return await _keep(kit, actor, posed, origin, uid=uid, method=method, sent_to=posed.sent_to_masked)


async def begin_by_contact(kit: Kit, actor: Actor, typed: str, number: str, origin: Origin, *, protects: bool = False) -> str:
    """A code to a contact, if an account has it: nothing here depends on whether one does. number: a ticket it is about, or empty.

    protects: what it is for only protects the account, so that nobody can keep its owner from it by failing before.
    What is not an address or a number at all is refused. Raises Invalid, StepUpLocked (of this contact, by whoever typed it),
    LinkSpent, TooMany, ExchangeDown, ExchangeRefused.
    """
    plain = secret.contact(typed)
    if not plain:
        raise Invalid(errors=[{"field": "contact", "why": "neither an e-mail address nor a phone number"}])
    key = secret.contact_key(kit, plain)
    limit("identity_contact_from", origin.ip, rate_per_s=20 / AN_HOUR, burst=20)
    limit("identity_contact", f"{key.hex()} {origin.ip}" if protects else key.hex(), rate_per_s=MOST_BEGUN / AN_HOUR, burst=MOST_BEGUN)
    if protects:
        limit("identity_protecting", key.hex(), rate_per_s=MOST_PROTECTING / AN_HOUR, burst=MOST_PROTECTING)
    else:
        await refuse_locked(kit.db, None, key)
    claimed = await store.by_number(kit.db, number)
    posed = await kit.get(CoreLink).challenge_by_contact(why(actor, origin.party), plain, PURPOSE)
    shown = mask_email(plain) if "@" in plain else mask_phone(plain)
    return await _keep(
        kit, actor, posed, origin, uid=None, method="contact_code", sent_to=shown, contact=key, typed=plain,
        claimed_id=claimed.ticket_id if claimed and not origin.party else None)


async def _keep(
    kit: Kit, actor: Actor, posed: Posed, origin: Origin, *, uid: str | None, method: str, sent_to: str, contact: bytes | None = None,
    typed: str = "", claimed_id: int | None = None,
) -> str:  # fmt: skip
    now, made, party = clock.now(), secret.new(), origin.party
    signed_in = actor.kind == "customer" and uid is not None and await store.signed_in_uid(kit.db, actor.session) == uid
    async with db.transaction(kit.db) as tx:
        # The code is sent already: a link that was spent in the meantime costs its sender one code, not its owner the proof.
        if origin.link and not await challenge_store.spend(tx, origin.link.id, now, secret.digest(origin.held)):
            raise LinkSpent
        await challenge_store.add(
            tx, core_id=posed.challenge_id, digest=secret.digest(made), request_id=origin.link.id if origin.link else None,
            customer_id=party.customer_id if party else actor.id if signed_in else None, ticket_id=party.ticket_id if party else None,
            uid=uid, session=actor.session if signed_in else None, contact=contact, method=method,
            channel=_channel(origin, signed_in=signed_in), sent_to=sent_to[:100], at=now, expires_at=_until(posed, now),
            options=posed.options or None, claimed_id=claimed_id, typed=typed)
    return made


def _channel(origin: Origin, *, signed_in: bool) -> str:
    """Where the customer came from: by a link, the channel of the ticket it was sent in; else the portal; else the open web."""
    return origin.party.channel if origin.link and origin.party else "portal" if signed_in else "web"


def _until(posed: Posed, now: datetime) -> datetime:
    """The exchange's own end, at most an hour away."""
    return min(posed.expires_at, now + MOST_OPEN)

