"""The one thing the tools write: a certificate of a withdrawal."""

from datetime import timedelta

from farol.core.customers.model import Customer
from farol.core.exchange import CoreLink
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import certificate, store
from .asking import why
from .certificate import Statement
from .events import CertificateIssued
from .problems import NotCompleted
from .store import Certificate


async def certify(kit: Kit, actor: Actor, customer: Customer, withdrawal_id: str, back: timedelta) -> Certificate:
    """A certificate of the customer's own withdrawal, as the exchange records it now; the same facts are certified once.

    back: how old the withdrawal may be. Raises NotFound, NotCompleted, ExchangeDown, ExchangeRefused.
    """
    found = await kit.get(CoreLink).withdrawals(why(actor, "customer.withdrawal_certificate"), customer.uid, clock.now() - back) if customer.uid else []
    own = next((one for one in found if one.withdrawal_id == withdrawal_id), None)
    if own is None:
        raise NotFound
    facts = certificate.facts(own)
    if facts is None:
        raise NotCompleted
    digest = certificate.digest(facts)

    async def once() -> tuple[Certificate, int]:
        known = await store.same(kit.db, customer.id, withdrawal_id, digest)
        if known:
            return known, 0
        code, now = certificate.new_code(), clock.now()
        signed = certificate.sign(kit.settings.secret_key, Statement(certificate.FORM, code, kit.settings.brand, now, facts))
        async with transaction(kit.db) as tx:
            await store.add(tx, code, customer.id, withdrawal_id, digest, signed, now)
            seq = await emit(tx, f"customer:{customer.id}", actor, CertificateIssued(withdrawal_id))
        return Certificate(code, withdrawal_id, signed, now), seq

    made, seq = await again(once, "withdrawal_certificate_once")
    if seq:
        await wake(kit.bus, f"customer:{customer.id}", seq)
    return made
