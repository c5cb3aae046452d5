"""Reads about dealings: orders and their trades, positions, P2P, bank, campaigns, and what the exchange itself moved."""

from datetime import datetime

from .asking import Asking, part
from .model import (
    Earning,
    Eligibility,
    Fiat,
    Fill,
    Funding,
    Liquidation,
    Order,
    P2POrder,
    Position,
    Reward,
    Transfer,
    Why,
)


class Dealings(Asking):
    """Lists are newest first and at most 50 long. ``match`` narrows them: coin, network, txid, state."""

    async def orders(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Order]:
        """Orders since then."""
        return await self._list(why, Order, "orders", f"/v1/users/{part(uid)}/orders", since, match)

    async def fills(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Fill]:
        """The trades of orders since then."""
        return await self._list(why, Fill, "fills", f"/v1/users/{part(uid)}/fills", since, match)

    async def positions(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Position]:
        """What is open, with the prices it is judged by now."""
        return await self._list(why, Position, "positions", f"/v1/users/{part(uid)}/positions", since, match)

    async def liquidations(self, why: Why, uid: str, since: datetime | None = None) -> list[Liquidation]:
        """Positions that were closed by force since then."""
        return await self._list(why, Liquidation, "liquidations", f"/v1/users/{part(uid)}/liquidations", since)

    async def funding(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Funding]:
        """Funding payments since then."""
        return await self._list(why, Funding, "funding", f"/v1/users/{part(uid)}/funding", since, match)

    async def transfers(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Transfer]:
        """Movements within the exchange since then."""
        return await self._list(why, Transfer, "transfers", f"/v1/users/{part(uid)}/transfers", since, match)

    async def p2p_orders(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[P2POrder]:
        """Trades with other customers since then."""
        return await self._list(why, P2POrder, "p2pOrders", f"/v1/users/{part(uid)}/p2p-orders", since, match)

    async def fiat(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Fiat]:
        """Bank and card payments since then."""
        return await self._list(why, Fiat, "fiat", f"/v1/users/{part(uid)}/fiat", since, match)

    async def rewards(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Reward]:
        """What campaigns and referrals pay."""
        return await self._list(why, Reward, "rewards", f"/v1/users/{part(uid)}/rewards", since, match)

    async def earn(self, why: Why, uid: str, since: datetime | None = None, **match: str) -> list[Earning]:
        """Coins in products that earn."""
        return await self._list(why, Earning, "earn", f"/v1/users/{part(uid)}/earn", since, match)

    async def liquidation_statement(self, why: Why, liquidation_id: str) -> Liquidation:
        """One liquidation with the prices around it."""
        path = f"/v1/liquidations/{part(liquidation_id)}/statement"
        return await self._get(why, Liquidation, "liquidationStatement", path)

    async def p2p_order(self, why: Why, order_id: str) -> P2POrder:
        """One trade between customers."""
        return await self._get(why, P2POrder, "p2pOrder", f"/v1/p2p-orders/{part(order_id)}")

    async def eligibility(self, why: Why, campaign_id: str, uid: str) -> Eligibility:
        """A campaign's rules, one by one, for that customer."""
        path = f"/v1/campaigns/{part(campaign_id)}/eligibility"
        return await self._get(why, Eligibility, "eligibility", path, {"uid": uid})
