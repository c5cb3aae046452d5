"""Asking the exchange for all that protects. What was asked for once is sent again under the same keys, whoever died in between."""

import asyncio
from typing import Literal

import msgspec
import structlog

from farol.core.customers import actions as customers
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.jobs import job
from farol.kit.permission import Actor
from farol.kit.problem import Problem
from farol.trust.emergency import store
from farol.trust.emergency.model import FREEZE, MAILBOX_HOURS, STEPS, name_now
from farol.trust.identity.model import Level
from farol.trust.proposals import consents
from farol.trust.proposals.actions import propose
from farol.trust.proposals.nouns import Asked, Consent

from .looking import look
from .sealing import seal_now

log = structlog.get_logger()


async def go(kit: Kit, emergency_id: int, *, ip: str = "") -> None:
    """Asks the exchange for everything that protects, at the same moment, while what stands there is read and sealed.

    The sessions end last, after the freeze was told: at an exchange that believes a freeze because its customer is signed in, their end
    would take that away.
    """
    case, found = await store.case(kit.db, store.BY_ID, emergency_id), await store.freeze(kit.db, emergency_id)
    if case is None or found is None or case.drill or found.lifted_at or found.state == "refused":
        return
    names = [name_now(found, type_) for type_ in STEPS]
    if found.state == "frozen" and not found.until and len(await store.asked(kit.db, case.customer_id, names)) == len(names):
        return
    kit.background(seal_now(kit, emergency_id))
    who = Actor("customer", case.customer_id, customers.RIGHTS, found.session)
    method: Literal["signed_link", "step_up"] = "signed_link" if found.proof == "mail_link" else "step_up"
    consent = None if found.proof == "session" else Consent(method, f"emergency:{found.id}", found.confirmed_at or found.asked_at)
    hours = {"hours": MAILBOX_HOURS} if found.by_mailbox else {}
    asked = [Asked(type_, found.uid, hours if type_ == FREEZE else {}, "ato_reported", case.ticket_id, consent, client_id=name)
             for type_, name in zip(STEPS, names, strict=True)]
    await _ask(kit, who, emergency_id, asked[:-1], ip)
    await _ask(kit, who, emergency_id, asked[-1:], ip)


async def _ask(kit: Kit, who: Actor, emergency_id: int, asked: list[Asked], ip: str) -> None:
    """All of them at once; what became of the freeze is told when they are through."""
    not_asked = ""
    results = await asyncio.gather(*(propose(kit, who, each, ip=ip) for each in asked), return_exceptions=True)
    for each, result in zip(asked, results, strict=True):
        if isinstance(result, Problem):
            log.warning("emergency.not_asked", emergency=emergency_id, type=each.type, code=result.code)
            not_asked = result.code if each.type == FREEZE else not_asked
        elif isinstance(result, BaseException):
            raise result
    await look(kit, emergency_id, not_asked=not_asked)


async def agreed(reads: Reads, asked: Asked, customer_id: int, freeze_id: int) -> Level:
    """Control of this account was proven for exactly this freeze. What ends other proofs, such as a contact that the thief changes at the
    same moment, does not end this one."""
    stands = asked.type in STEPS and await reads.fetchval(store.CONTROLLED, freeze_id, asked.uid, customer_id)
    return Level.CONTACT if stands else Level.ANONYMOUS


consents.KEEPERS["emergency"] = agreed


class Going(msgspec.Struct, frozen=True):
    emergency_id: int


@job("emergency.go", Going)
async def going(kit: Kit, due: Going) -> None:
    """Goes on with a freeze whose process died."""
    await go(kit, due.emergency_id)
