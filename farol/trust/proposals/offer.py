"""What may be proposed on a ticket: by this person, for this customer, at this moment, and why not."""

import msgspec

from farol.core.customers.model import mask_uid
from farol.core.exchange import CoreLink
from farol.core.exchange.shapes import Text
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.trust.identity.actions import level_of
from farol.trust.identity.model import Level

from . import limits, store, words
from .model import TYPES, ActionType
from .params import Param
from .view import viewer


class Offered(msgspec.Struct, frozen=True):
    """One action. needs: the level it asks for. seats: roles of each approval, of class D from the smallest amount on.

    single: the most USD of one piece, None where nothing is paid. hinders: why it cannot be proposed now, None when it can.
    customer: what the owner of the account reads when it is done.
    """

    type: str
    cls: str
    label: Text
    at_once: bool
    params: list[Param]
    needs: Text
    seats: list[list[str]]
    other_team: bool
    consent: bool
    legal: bool
    single: str | None
    customer: Text | None
    hinders: Text | None


class Bar(msgspec.Struct, frozen=True):
    """The actions of a ticket. level: what the customer has proven; uid: whose account, masked, empty for a visitor."""

    level: Text
    uid: str
    actions: list[Offered]
    reasons: dict[str, Text]


async def bar(kit: Kit, actor: Actor, ticket_id: int) -> Bar:
    """Every action that the actor's role may propose here, in the table's order. Raises NotFound, NotAllowed."""
    found = await store.contact(kit.db, ticket_id)
    if found is None:
        raise NotFound
    who, have = await viewer(kit.db, actor), await level_of(kit, kit.db, found.customer_id, ticket_id)
    teams = {row["key"] for row in await kit.db.fetch(store.TEAM_KEYS, actor.id)}
    kinds = [k for k in TYPES.values() if actor.may(Can.ACTION_PROPOSE) and who.role in k.propose and (not k.team or k.team in teams)]
    link = kit.get(CoreLink)
    offered = [_offered(kind, who.role, have, bool(found.uid), await link.expects(kind.type)) for kind in kinds]
    return Bar(words.LEVELS[have], mask_uid(found.uid) if found.uid else "", offered, words.REASONS)


def _offered(kind: ActionType, role: str, have: Level, known: bool, expected: bool) -> Offered:
    hinders = None
    if not known and not kind.others:
        hinders = Text("访客没有账户", "A visitor has no account")
    elif not expected:
        hinders = words.WHY["unsupported"]
    elif kind.purse and not limits.limit_of(kind.purse, role).single:
        hinders = Text("您的岗位没有额度", "Your role has no limit for this")
    elif have < kind.level:
        need = words.LEVELS[kind.level]
        hinders = Text(f"客户要先做到：{need.zh}", f"The customer has to get to: {need.en}")
    seats = limits.seats(kind.purse, limits.SECOND_FROM[kind.purse]) if kind.purse else kind.seats
    return Offered(
        kind.type, str(kind.cls), kind.label, kind.at_once, list(kind.params), words.LEVELS[kind.level] if kind.level else words.NO_PROOF, [sorted(seat) for seat in seats],
        kind.other_team, kind.consent, kind.sealed, str(limits.limit_of(kind.purse, role).single) if kind.purse else None, kind.said, hinders)
