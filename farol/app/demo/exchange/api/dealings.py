"""Reads about dealings: orders, fills, positions, liquidations, funding, transfers, P2P, bank, keys, rewards, earnings."""

from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from .. import campaigns
from ..answers import Asked, Refused, answer
from ..scenarios import PEOPLE
from ..world import World
from .reading import USER, known, page

LISTS = {
    "orders": "order", "fills": "fill", "positions": "position", "liquidations": "liquidation", "funding": "funding",
    "transfers": "transfer", "api-keys": "api_key", "fiat": "fiat", "rewards": "reward", "earn": "earn",
}  # fmt: skip
"""Last part of the address to the kind in the books."""
_HIDDEN = ("id", "account", "counterparty_uid", "mirror_of")
_NAMELESS = ("api_key",)
_UNTOLD = {"liquidation": ("created_at", "updated_at", "mark_series"), "fill": ("updated_at",), "funding": ("updated_at",)}
"""What the books hold of a kind and its list does not tell."""


def shown(kind: str, thing: dict[str, Any]) -> dict[str, Any]:
    """A thing under the core link's name for its id, without what concerns somebody else."""
    fields = {name: value for name, value in thing.items() if name not in _HIDDEN}
    return fields if kind in _NAMELESS else {f"{kind}_id": thing["id"], **fields}


@get([f"{USER}/{name}" for name in LISTS])
async def listed(uid: FromPath[str], world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """Newest first, filtered and paged."""
    known(uid)
    kind = LISTS[request.url.path.rsplit("/", 1)[1]]
    told = page([shown(kind, thing) for thing in world.things(kind, uid)], request)
    told["items"] = [{name: value for name, value in row.items() if name not in _UNTOLD.get(kind, ())} for row in told["items"]]
    return answer(told)


@get("/liquidations/{liquidation_id:str}/statement")
async def statement(liquidation_id: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """All inputs, the mark prices, and the arithmetic line by line."""
    for uid in PEOPLE:
        for thing in world.things("liquidation", uid):
            if thing["id"] == liquidation_id:
                told = {name: value for name, value in shown("liquidation", thing).items() if name not in ("created_at", "updated_at")}
                return answer({**told, "arithmetic": campaigns.liquidation_lines(thing)})
    raise Refused("not_found")


@get(USER + "/p2p-orders")
async def p2p_orders(uid: FromPath[str], world: NamedDependency[World], request: Asked) -> Response[bytes]:
    """Orders of the customer, on whichever side."""
    known(uid)
    return answer(page([shown("p2p_order", one) for one in world.p2p_orders(uid)], request))


@get("/p2p-orders/{order_id:str}")
async def p2p_order(order_id: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """One order as whoever placed it sees it."""
    for uid in PEOPLE:
        for order in world.things("p2p_order", uid):
            if order["id"] == order_id:
                return answer(shown("p2p_order", order))
    raise Refused("not_found")


@get("/campaigns/{campaign_id:str}/eligibility")
async def eligibility(campaign_id: FromPath[str], request: Asked, world: NamedDependency[World]) -> Response[bytes]:
    """The campaign's rules one by one, for one customer."""
    uid = request.query_params.get("uid", "")
    known(uid)
    return answer(campaigns.eligibility(world, campaign_id, uid))


routes = [listed, statement, p2p_orders, p2p_order, eligibility]
