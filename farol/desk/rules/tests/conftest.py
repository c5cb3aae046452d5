"""A desk with rules."""

from typing import Any

import pytest

from farol.app.demo import cast
from tests.world import Client, World


class Desk:
    """The world, with Sol who sets the rules."""

    def __init__(self, world: World, sol: Client) -> None:
        self.world, self.kit, self.sol = world, world.kit, sol

    async def rule(self, *effects: dict[str, Any], when: tuple[str, ...] = ("opened",), given: Any = None, name: str = "R", **more: Any) -> int:
        """A rule that is on."""
        body = {"zh": name, "en": name, "active": True, "triggers": list(when), "conditions": given or {"all": []}, "effects": list(effects), **more}
        made: int = (await self.sol.ok("POST", "/rules", json=body))["id"]
        return made

    async def ticket(self, body: str = "USDT 还没到账", who: cast.CastCustomer = cast.MEI, **more: Any) -> int:
        """A new ticket, at which the rules have looked."""
        ticket: int = (await self.world.open(await self.world.customer(who), body, **{"language": "zh", **more}))["ticket"]["id"]
        await self.world.react()
        return ticket

    async def row(self, ticket: int) -> Any:
        """The ticket as it stands."""
        return await self.kit.db.fetchrow("select * from ticket where id = $1", ticket)

    async def change(self, ticket: int, **fields: Any) -> None:
        """Somebody sets fields."""
        version = (await self.row(ticket))["version"]
        await self.sol.ok("PATCH", f"/tickets/{ticket}", json={"version": version, **fields})
        await self.world.react()

    async def runs(self, ticket: int) -> list[dict[str, Any]]:
        """The trace, oldest first."""
        found: list[dict[str, Any]] = (await self.sol.ok("GET", f"/tickets/{ticket}/rules"))["runs"]
        return found[::-1]


def leaf(field: str, op: str, value: Any = None) -> dict[str, Any]:
    """One condition."""
    return {"field": field, "op": op} | ({} if value is None else {"value": value})


def do(what: str, value: Any) -> dict[str, Any]:
    """One effect."""
    return {"do": what, "value": value}


@pytest.fixture
async def desk(world: World) -> Desk:
    """Without any rule yet."""
    return Desk(world, await world.staff(cast.SOL))
