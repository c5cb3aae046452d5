"""Everything that must hold before an action is proposed, or shown as it would be."""

import re
from decimal import Decimal

import msgspec

from farol.core.exchange import CoreLink
from farol.core.exchange.problems import NotOffered
from farol.core.shield import scrub
from farol.core.tickets import visibility
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound
from farol.trust.identity.actions import require
from farol.trust.proposals import consents, limits, params, store
from farol.trust.proposals.model import TYPES, ActionType
from farol.trust.proposals.nouns import BASIS, WORDS, Asked
from farol.trust.proposals.problems import (
    ActionNotYours,
    BasisNeeded,
    ConsentNeeded,
    ContactNeeded,
    OverLimit,
    UnknownAction,
    WorthUnknown,
)
from farol.trust.proposals.rules import Person

REASON = re.compile(r"[a-z][a-z0-9_.]{1,63}")
UID = re.compile(r"[\x21-\x7e]{1,64}")
VERSION = re.compile(r"[\x21-\x7e]{0,100}")


class Ready(msgspec.Struct, frozen=True):
    """An action that may be proposed. asked: with its fields as the exchange gets them and its words through the shield.

    number: of the ticket, ``self`` for what a customer does without one. level: what stands. usd: worth of class D.
    """

    kind: ActionType
    asked: Asked
    maker: Person
    customer_id: int
    number: str
    level: int
    usd: Decimal | None


async def offered(kit: Kit, type_: str) -> None:
    """Raises NotOffered where the exchange has no such action. What protects is not asked about first: it is sent, and the answer tells."""
    kind = TYPES.get(type_)
    if kind is not None and not kind.at_once and not await kit.get(CoreLink).expects(type_):
        raise NotOffered


async def prepare(kit: Kit, reads: Reads, actor: Actor, asked: Asked, ip: str) -> Ready:
    """Raises UnknownAction, ParamsWrong, ActionNotYours, NotAllowed, NotFound, ContactNeeded, IdentityTooLow, ConsentNeeded,
    BasisNeeded, WorthUnknown, OverLimit (of one piece), Invalid.
    """
    kind = TYPES.get(asked.type)
    if kind is None:
        raise UnknownAction
    asked = _clean(kind, asked)
    maker = await person(reads, actor, ip, kind)
    customer_id, number = await _contact(reads, actor, kind, asked)
    if kind.sealed and not asked.legal_basis:
        raise BasisNeeded
    if kind.consent and asked.consent is None:
        raise ConsentNeeded
    level = await consents.agreed_at(reads, asked, customer_id)
    if level < kind.level:
        level = await require(kit, reads, customer_id, asked.ticket_id, kind.level)
    return Ready(kind, asked, maker, customer_id, number, int(level), _usd(kind, asked, maker))


async def person(reads: Reads, actor: Actor, ip: str, kind: ActionType) -> Person:
    """Who proposes, with their role and teams of this moment. Raises NotAllowed, ActionNotYours."""
    if actor.kind == "customer":
        if not kind.customer:
            raise ActionNotYours
        return Person("customer", actor.id, "customer", frozenset(), actor.session, frozenset({ip} - {""}))
    if actor.kind != "staff" or not actor.may(Can.ACTION_PROPOSE):
        raise NotAllowed
    now = await store.standing(reads, actor.id, actor.session, kind.team)
    if now is None:
        raise NotAllowed
    if now.role not in kind.propose or (kind.team and not now.inside):
        raise ActionNotYours
    return Person("staff", actor.id, now.role, frozenset(now.teams), actor.session, frozenset({ip, now.ip} - {""}))


def _clean(kind: ActionType, asked: Asked) -> Asked:
    wrong = [field for field, good in (
        ("reason_code", REASON.fullmatch(asked.reason_code)), ("expected_version", VERSION.fullmatch(asked.expected_version)),
        ("words", len(asked.words) <= WORDS), ("legal_basis", len(asked.legal_basis) <= BASIS)) if not good]
    wrong += [field for field in ("words", "legal_basis") if "\0" in getattr(asked, field)]
    if wrong:
        raise Invalid(errors=[{"field": field, "why": "cannot be right"} for field in wrong])
    return msgspec.structs.replace(
        asked, params=params.checked(kind.params, asked.params), words=scrub(asked.words.strip()).text,
        legal_basis=scrub(asked.legal_basis.strip()).text)


async def _contact(reads: Reads, actor: Actor, kind: ActionType, asked: Asked) -> tuple[int, str]:
    """The customer who asks, and the ticket's number. The account is theirs, unless the action is about somebody else's by its nature."""
    if asked.ticket_id is None:
        if actor.kind != "customer":
            raise ContactNeeded
        customer_id, number, uid = actor.id, "self", await store.owner(reads, actor.id)
    else:
        found = await store.contact(reads, asked.ticket_id)
        if found is None or not (
                found.customer_id == actor.id if actor.kind == "customer" else await visibility.may_see(reads, actor, asked.ticket_id)):
            raise NotFound
        customer_id, number, uid = found.customer_id, found.number, found.uid
    if not kind.others and (not uid or uid != asked.uid):
        raise ContactNeeded
    if not UID.fullmatch(asked.uid):
        raise Invalid(errors=[{"field": "uid", "why": "names no account"}])
    return customer_id, number


def _usd(kind: ActionType, asked: Asked, maker: Person) -> Decimal | None:
    if not kind.purse:
        return None
    usd = limits.worth(asked.params["coin"], asked.params["amount"])
    if usd is None and kind.purse != "own":
        raise WorthUnknown
    single = limits.limit_of(kind.purse, maker.role).single
    if (usd or Decimal(0)) > single or not single:
        raise OverLimit(limit=str(single), of="single")
    return usd
