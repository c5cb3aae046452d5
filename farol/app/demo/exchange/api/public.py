"""What the exchange can be asked, its published tables, its incidents, and what happened, in order."""

from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from .. import facts, incidents
from ..answers import Asked, Refused, answer
from ..history import catch_up
from ..ledger import Entry
from ..policy import RULES
from ..world import World
from .reading import moment, number, page

VERSION = "1.1.0"
"""Of the description that it was built after."""
READS = (
    "capabilities", "resolveUser", "user", "kyc", "tier", "security", "sessions", "deposits", "withdrawals", "orders",
    "fills", "positions", "liquidations", "funding", "transfers", "p2pOrders", "apiKeys", "fiat", "rewards", "earn", "balances",
    "reveal", "liquidationStatement", "p2pOrder", "eligibility", "traceDeposit", "classifyAddress", "networks", "facts", "incidents",
    "events", "challenge", "answerChallenge", "challengeByContact", "verifyProof",
)  # fmt: skip
EVENTS = (
    "deposit.detected", "deposit.credited", "deposit.available", "deposit.held", "deposit.unattributed", "deposit.returned",
    "withdrawal.created", "withdrawal.awaiting_user", "withdrawal.review", "withdrawal.rejected", "withdrawal.failed",
    "withdrawal.broadcast", "withdrawal.completed", "withdrawal.stuck", "withdrawal.cancelled", "security.login_new_device",
    "security.factor_reset", "security.contact_changed", "security.api_key_created", "security.freeze", "security.unfreeze",
    "security.hold_started", "security.hold_ended", "security.anti_phishing_set", "security.contact_change_vetoed",
    "security.password_changed", "security.whitelist_on", "kyc.pending", "kyc.approved", "kyc.retry", "position.liquidated",
    "p2p.appeal_opened", "p2p.resolved", "network.suspended", "network.resumed", "incident.opened", "incident.resolved",
    "account.restricted", "account.released", "action.executed", "action.failed",
)  # fmt: skip


@get("/capabilities")
async def capabilities(world: NamedDependency[World]) -> Response[bytes]:
    """What this core answers, does and tells."""
    return answer({
        "version": VERSION, "reads": READS, "actions": sorted(RULES), "events": EVENTS, "locales": ["zh", "en"], "clock": world.clock(),
        "id_forms": {"deposit": ["DEP-**********"], "withdrawal": ["WD-**********"], "order": ["ORD-**********"], "p2p": ["P2P-**********"]},
    })  # fmt: skip


@get("/facts/{name:str}")
async def published(name: FromPath[str]) -> Response[bytes]:
    """A table of rules, limits or times."""
    if name not in facts.tables():
        raise Refused("not_found")
    return answer(facts.tables()[name])


@get("/incidents")
async def all_incidents(request: Asked, world: NamedDependency[World]) -> Response[bytes]:
    """Newest first, those that are over included."""
    return answer(page(incidents.incidents(world), request))


@get("/events")
async def events(world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """What happened after the given event, oldest first; everything when the event is not known."""
    catch_up(world)
    told, most = world.ledger.told, number(request, "limit", 100)
    start = world.ledger.place.get(request.query_params.get("after", ""), -1) + 1
    since = moment(request.query_params.get("from"))
    if since and not start:
        start = next((place for place, row in enumerate(told) if row.at >= since), len(told))
    rows = told[start : start + most]
    return answer({"items": [event_of(row) for row in rows], "next_cursor": rows[-1].id if len(told) > start + most else None})


def event_of(entry: Entry) -> dict[str, Any]:
    """An entry as it is told outside."""
    return {
        "id": entry.id, "type": entry.event, "at": entry.at, "seq": entry.seq,
        "entity": {"kind": entry.kind, "id": entry.thing}, "uid": entry.uid, "data": {**entry.data},
    }  # fmt: skip


routes = [capabilities, published, all_incidents, events]
