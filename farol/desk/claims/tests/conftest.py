"""Futures stood still for Sean: an incident with a window for claims, its desk, and the customer."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from farol.app.demo import cast
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.kit import clock
from farol.kit.jobs import JOBS
from farol.trust.identity.tests.conftest import Browser, Phone, at, browser, phone
from tests.world import Client, World

__all__ = ["at", "browser", "phone"]

SEAN = SCENARIOS["trd.system_loss"]
SHEET: dict[str, Any] = {
    "coin": "USDT", "share": 80, "places": 2, "least": "5", "most": "5000",
    "rules": [{"kind": "refused_order", "symbol": "BTC-USDT-PERP", "codes": ["system_busy"], "then": "96000", "later": "95000.55"}],
    "exclusions": [{"zh": "恢复后 10 分钟内没有再下单", "en": "No new order within 10 minutes of trading being back"}],
}


class Scene:
    """A lead, a duty manager, an appeal's reader, and the customer."""

    def __init__(self, world: World, phone: Phone, at: Any, sean: Browser, window: int) -> None:
        self.world, self.kit, self.phone, self._at, self.sean, self.window = world, world.kit, phone, at, sean, window
        self.clients: dict[str, Client] = {}

    async def staff(self, who: cast.StaffMember) -> Client:
        if who.key not in self.clients:
            self.clients[who.key] = await self._at(who, f"203.0.113.{len(self.clients) + 10}")
        return self.clients[who.key]

    async def publish(self, version: int = 0, **more: Any) -> dict[str, Any]:
        found: dict[str, Any] = await (await self.staff(cast.SOL)).ok(
            "POST", f"/claim-windows/{self.window}/sheets", json={"version": version, "sheet": {**SHEET, **more}, "words": "first"})
        return found

    async def seen(self) -> dict[str, Any]:
        found: dict[str, Any] = await (await self.staff(cast.SOL)).ok("GET", f"/claim-windows/{self.window}")
        return found

    async def work(self) -> None:
        """Reactions, and the jobs of claims and proposals that they queued."""
        for _ in range(4):
            await self.world.react()
            rows = await self.kit.db.fetch(
                "delete from pgqueuer where entrypoint like 'proposals.%' or entrypoint like 'claims.%' returning id, entrypoint, payload")
            for row in sorted(rows, key=lambda r: r["id"]):
                kind = JOBS[row["entrypoint"]]
                await kind.run(self.kit, msgspec.json.decode(row["payload"], type=kind.payload))

    async def make(self, words: str = "", status: int = 200, by: Browser | None = None) -> str:
        """Sean, or somebody, sends the form."""
        return await (by or self.sean).post(f"/my/claims/{self.window}", status, words=words, form_id=str(uuid4()))

    async def claim(self) -> dict[str, Any]:
        """The one claim there is, as staff see it."""
        (found,) = (await self.seen())["claims"]
        return dict(found)

    async def batch(self, who: cast.StaffMember = cast.SOL) -> int:
        """Somebody puts all that is worked out before a second person: its id."""
        made = await (await self.staff(who)).ok("POST", f"/claim-windows/{self.window}/batches", json={"words": "by the sheet"})
        return int(made["batch"]["id"])

    async def decide(self, batch: int, who: cast.StaffMember = cast.DAN, status: int = 200, *, agree: bool = True) -> dict[str, Any]:
        answer = await (await self.staff(who)).post(f"/claim-batches/{batch}/decision", json={"agree": agree})
        assert answer.status_code == status, answer.text
        return dict(answer.json())

    async def agreed(self) -> None:
        """Sean's claim is worked out, batched and agreed to, and its payment proposed."""
        await self.publish()
        await self.make()
        await self.work()
        await self.decide(await self.batch())
        await self.work()

    def finance(self) -> None:
        """The exchange's finance desk carries out what waits."""
        self.phone.parts.desk.finance(now=True)

    def money(self) -> dict[str, Any]:
        """What came into Sean's account."""
        return dict(self.phone.parts.world.ledger.moved(SEAN.uid))

    async def said(self) -> str:
        return "\n".join(r["body"] for r in await self.kit.db.fetch(
            "select m.body from message m join claim c on c.ticket_id = m.ticket_id where m.author_kind = 'system' order by m.seq"))


@pytest.fixture
async def scene(world: World, phone: Phone, browser: Any, at: Any) -> Scene:
    """A window is open for an incident; no sheet is published."""
    someone = msgspec.structs.replace(cast.IVAN, uid=SEAN.uid, key="sean", name="Sean Roper", email="sean@example.com", language="en")
    sol = await at(cast.SOL, "203.0.113.9")
    incident = await sol.ok("POST", "/incidents", json={
        "client_id": str(uuid4()), "zh": "合约停顿", "en": "Futures stood still", "scope": {"features": ["futures"]}, "severity": "P1", "public": True,
        "words_zh": "合约停顿。", "words_en": "Futures stood still."})
    now = clock.now()
    made = await sol.ok("POST", f"/incidents/{incident['id']}/claim-windows", json={
        "client_id": str(uuid4()), "zh": "合约停顿", "en": "Futures stood still", "from_at": (now - timedelta(days=3)).isoformat(),
        "until_at": (now - timedelta(days=1)).isoformat(), "closes_at": (now + timedelta(days=7)).isoformat()})
    scene = Scene(world, phone, at, await browser(someone), made["window"]["id"])
    scene.clients["sol"] = sol
    return scene
