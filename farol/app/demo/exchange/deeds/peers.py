"""Deeds of the P2P arbiter: give the coins to one side, give one side more time, hold what the other side received."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from ..policy import ActionRequest
from ..world import World
from .deed import Bench, Deed, Denied, deed, effect, text
from .protecting import start_hold

HOLDS_FOR = timedelta(minutes=15)
"""Ends by itself unless somebody makes it a lasting one (DOMAIN section 3.4)."""
MOST_MINUTES = 120


def _order(bench: Bench, request: ActionRequest) -> dict[str, Any]:
    wanted = text(request, "p2p_order_id")
    found = next((one for one in bench.world.p2p_orders(request.uid) if one["id"] == wanted), None)
    if found is None:
        raise Denied("no_such_order")
    if found.get("escrow") != "locked":
        raise Denied("not_in_escrow")
    return found


def write(world: World, order: dict[str, Any], uid: str, event: str, **fields: Any) -> None:
    """A change of an order stands with whoever placed it; the other side sees the same."""
    owner = order.get("mirror_of") or uid
    data: dict[str, Any] = {name: value for name, value in fields.items() if name in ("state", "escrow", "appeal")}
    world.ledger.write("p2p_order", order["id"], owner, event, data, updated_at=world.clock(), **fields)


def _sides(order: dict[str, Any], uid: str) -> tuple[str, str]:
    """Buyer and seller."""
    other = str(order.get("counterparty_uid", ""))
    return (uid, other) if order["side"] == "buy" else (other, uid)


def _settle(bench: Bench, request: ActionRequest, state: str, escrow: str, to_buyer: bool) -> Deed:
    order = _order(bench, request)
    buyer, seller = _sides(order, request.uid)
    to = buyer if to_buyer else seller

    def do() -> None:
        write(bench.world, order, request.uid, "p2p.resolved", state=state, escrow=escrow)
        if to:
            bench.world.ledger.move(bench.world.name(to), order["coin"], Decimal(order["amount"]), to)

    return Deed([effect(f"p2p.{state}", order["id"]), effect("escrow." + escrow, order["id"])], do)


@deed("p2p.release")
def release(bench: Bench, request: ActionRequest) -> Deed:
    """The coins go to the buyer."""
    return _settle(bench, request, "released", "released", True)


@deed("p2p.cancel")
def cancel(bench: Bench, request: ActionRequest) -> Deed:
    """The coins go back to the seller."""
    return _settle(bench, request, "cancelled", "returned", False)


@deed("p2p.extend")
def extend(bench: Bench, request: ActionRequest) -> Deed:
    """More time to pay and to release."""
    order, minutes = _order(bench, request), request.params.get("minutes")
    if not isinstance(minutes, int) or not 0 < minutes <= MOST_MINUTES:
        raise Denied("param:minutes")

    def do() -> None:
        later = {name: max(_at(at), bench.world.clock()) + timedelta(minutes=minutes) for name, at in order.get("timers", {}).items()}
        write(bench.world, order, request.uid, "", timers=later)

    return Deed([effect("p2p.extended", order["id"])], do)


@deed("counterparty.hold")
def hold(bench: Bench, request: ActionRequest) -> Deed:
    """For a quarter of an hour the other side cannot move anything; it is never told to Farol who that is."""
    wanted, world = text(request, "counterparty_ref"), bench.world
    order = next((one for one in world.p2p_orders(request.uid) if one.get("counterparty_ref") == wanted and one.get("counterparty_uid")), None)
    if order is None:
        raise Denied("no_such_counterparty")
    other = str(order["counterparty_uid"])
    id_ = world.id("HOLD", other, f"dispute:{len(world.ledger.told)}")

    def do() -> None:
        start_hold(world, other, id_, "p2p_dispute", ["withdraw_crypto", "withdraw_fiat", "p2p_sell"], "p2p_dispute", HOLDS_FOR)

    return Deed([effect("counterparty.held", wanted, "hold.15min")], do)


def _at(at: Any) -> datetime:
    return at if isinstance(at, datetime) else datetime.fromisoformat(at)
