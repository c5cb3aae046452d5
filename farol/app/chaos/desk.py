"""Everybody does everything at once to the same tickets: one owner or none, no lost update, no gap, no circle."""

import random
import time
from typing import Any, NamedTuple
from uuid import UUID

import structlog

from farol.app import assembly
from farol.app.bench.rig import rig
from farol.app.machine import Machine
from farol.app.process import close_kit, open_kit
from farol.core.customers.actions import RIGHTS
from farol.core.people import actions as people
from farol.core.tickets import actions as tickets
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.supervisor.keeper import Service

from .fold import violations
from .hands import Hands

log = structlog.get_logger()
AGENTS, CUSTOMERS, TICKETS_EACH = 12, 4, 6
ADD_CUSTOMER = "insert into customer (uid, name, language) values ($1, $1, 'en') returning id"


class Played(NamedTuple):
    """operations: asked for. conflicts: refused with a reason, by its code. violations: promises that were not kept."""

    operations: int
    done: dict[str, int]
    conflicts: dict[str, int]
    violations: list[str]
    acknowledged: int
    seconds: float

    @property
    def met(self) -> bool:
        """Whether everything held."""
        return not self.violations and bool(self.done)

    def document(self) -> dict[str, Any]:
        """The JSON contract of the tool."""
        return {"case": "desk", "operations": self.operations, "done": sum(self.done.values()), "conflicts": sum(self.conflicts.values()),
                "violations": len(self.violations), "acknowledged": self.acknowledged, "seconds": round(self.seconds, 1), "met": self.met,
                "by_verb": self.done, "by_reason": self.conflicts, "examples": self.violations[:10]}


async def play(kit: Kit, operations: int, seed: int | None = None) -> Played:
    """The whole game on a database that holds nothing else."""
    began, dice = time.monotonic(), random.Random(seed)  # noqa: S311  # a game that can be played again
    agents = [await _agent(kit, n) for n in range(AGENTS)]
    customers = [Actor("customer", await kit.db.fetchval(ADD_CUSTOMER, f"chaos-{n}"), RIGHTS, name=f"Customer {n}") for n in range(CUSTOMERS)]
    of: dict[int, int] = {}
    for customer in customers:
        for _ in range(TICKETS_EACH):
            from_ = await tickets.open_ticket(kit, customer, client_id=_id(dice), body="My deposit of 4,000 USDT has not arrived")
            of[from_.id] = customer.id
    hands = Hands(kit, agents, customers, of, dice)
    await hands.play(operations, tell=lambda n: log.info("chaos.desk", operations=n))
    wrong = [*hands.broken, *await violations(kit.db, hands.acks)]
    return Played(operations, dict(hands.done.most_common()), dict(hands.refused.most_common()), wrong, len(hands.acks), time.monotonic() - began)


def _id(dice: random.Random) -> UUID:
    return UUID(int=dice.getrandbits(128), version=4)


async def _agent(kit: Kit, n: int) -> Actor:
    id_ = await people.create_staff(
        kit, email=f"desk{n}@example.net", name=f"Agent {n}", alias=f"Agent {n}", role="agent", language="en", password=None)
    found = await people.acting(kit.db, id_)
    assert found
    return found


class Behind(Machine):
    """Servers and a worker, whose reactions meet the hands on the same tickets; nobody serves."""

    def _services(self) -> list[Service]:
        return [service for service in super()._services() if service.name.startswith("work")]


async def run(operations: int) -> Played:
    """Sets everything up, plays, removes everything."""
    assembly.register()
    async with rig(customers=0, machine=Behind) as made:
        kit = await open_kit(made.machine.settings, pool=12)
        try:
            return await play(kit, operations)
        finally:
            await close_kit(kit)
