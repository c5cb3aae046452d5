"""What the use of a connection costs, and the month's limit."""

from farol.channels.connections import store, use_store
from farol.channels.connections.events import ConnectionPriced
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from .connecting import kind_of
from .failing import tell

SHARES = (80, 100)
"""Percents of the limit at which admins are told, once a month each."""


async def price(kit: Kit, actor: Actor, id_: int, prices: dict[str, int], currency: str, month_limit: int | None) -> None:
    """What a unit costs in millionths, and what a month may cost. Raises NotFound and Invalid for a unit the kind does not have."""
    async with transaction(kit.db) as tx:
        row = await store.by_id(tx, id_, lock=True)
        if row is None or row.state == "removed":
            raise NotFound
        units = {cost.unit for cost in kind_of(row.channel).kind.costs}
        if wrong := [{"field": f"prices.{unit}", "why": "not a unit of this channel"} for unit in prices if unit not in units]:
            raise Invalid(errors=wrong)
        await store.price(tx, id_, prices, currency, month_limit)
        seq = await emit(tx, f"connection:{id_}", actor, ConnectionPriced(prices, currency, month_limit))
    await wake(kit.bus, f"connection:{id_}", seq)


async def spend(tx: Tx, id_: int, unit: str, count: int = 1) -> None:
    """Counts use inside the caller's transaction, and tells admins at 80 % and at the whole of the month's limit."""
    if not unit or count < 1:
        return
    await use_store.spend(tx, id_, unit, count)
    now = await use_store.month(tx, id_)
    if not now.month_limit:
        return
    for share in SHARES:
        if now.micro * 100 >= now.month_limit * share and await use_store.told(tx, id_, share):
            title = {"zh": f"渠道“{now.name}”本月费用已达限额的 {share}%", "en": f"Channel “{now.name}” has used {share} % of this month's limit"}
            await tell(tx, title, "", f"connection.spent:{id_}:{share}:{clock.now():%Y-%m}")


async def may_spend(db: Reads, id_: int) -> bool:
    """Whether what costs money may be used: the month's limit is not reached."""
    now = await use_store.month(db, id_)
    return not now.month_limit or now.micro < now.month_limit
