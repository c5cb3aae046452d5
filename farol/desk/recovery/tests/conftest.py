"""The demo exchange behind the link, Rosa's untagged XRP, and staff who work from different places."""

import re
from typing import Any

import msgspec
import pytest

from farol.app.demo import cast
from farol.app.demo.exchange.made import txid_of
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Team
from farol.kit.jobs import JOBS
from farol.kit.permission import SYSTEM
from farol.trust.identity.tests.conftest import Browser, Phone, at, browser, phone
from tests.world import Client, World

__all__ = ["at", "browser", "phone"]

UNTAGGED = txid_of("XRP", f"{cast.ROSA.uid}:untagged")
PLACES = {cast.ANA: "203.0.113.1", cast.SOL: "203.0.113.2", cast.DAN: "203.0.113.3", cast.VERA: "203.0.113.4", cast.KAI: "203.0.113.5"}


class Scene:
    """Rosa's browser and phone, and the desk."""

    def __init__(self, world: World, phone: Phone, rosa: Browser, at: Any) -> None:
        self.world, self.kit, self.phone, self.rosa, self._at = world, world.kit, phone, rosa, at
        self.clients: dict[str, Client] = {}

    async def staff(self, who: cast.StaffMember) -> Client:
        """Signed in from a place of their own."""
        if who.key not in self.clients:
            self.clients[who.key] = await self._at(who, PLACES[who])
        return self.clients[who.key]

    async def ask(self, txid: str = UNTAGGED, network: str = "XRP") -> int:
        """Rosa asks: the id of her newest recovery."""
        await self.rosa.post("/my/recovery", txid=txid, network=network, do="ask")
        return int(await self.kit.db.fetchval("select max(id) from recovery"))

    async def number(self, id_: int) -> str:
        return str(await self.kit.db.fetchval("select t.number from recovery r join ticket t on t.id = r.ticket_id where r.id = $1", id_))

    async def prove(self, id_: int) -> None:
        """Rosa types what her authenticator shows."""
        await self.rosa.post("/verify-me/start", method="totp", ticket=await self.number(id_))
        await self.rosa.post("/verify-me/answer", answer=self.phone.totp(cast.ROSA))

    async def agree(self, id_: int, status: int = 200) -> str:
        """Rosa agrees to what her page shows."""
        page = await self.rosa.get(f"/my/recovery/{id_}")
        read = re.search(r'name="read" value="([0-9a-f]+)"', page)
        return await self.rosa.post(f"/my/recovery/{id_}/agreement", status, read=read[1] if read else "")

    async def show(self, id_: int, kind: str, words: bytes = b"26 Nov 250 XRP sent") -> None:
        """Rosa gives a file."""
        answer = await self.rosa.client.post(f"/my/recovery/{id_}/evidence", data={"kind": kind}, files=[("files", (f"{kind}.txt", words, "text/plain"))])
        assert answer.status_code == 303, answer.text

    async def ready(self) -> int:
        """A recovery that is agreed to and shown, for staff to check."""
        id_ = await self.ask()
        await self.prove(id_)
        await self.agree(id_)
        await self.show(id_, "sender_picture")
        await self.show(id_, "screen_recording", b"a recording")
        return id_

    async def case(self, id_: int, who: cast.StaffMember = cast.ANA) -> dict[str, Any]:
        found: dict[str, Any] = await (await self.staff(who)).ok("GET", f"/recoveries/{id_}")
        return found

    async def check(self, id_: int) -> dict[str, Any]:
        """Ana has looked at every piece and proposes."""
        seen = [one["id"] for one in (await self.case(id_))["pieces"]]
        found: dict[str, Any] = await (await self.staff(cast.ANA)).ok("POST", f"/recoveries/{id_}/check", json={"seen": seen, "words": "all seen"})
        return found

    async def state(self, id_: int) -> str:
        return str(await self.kit.db.fetchval("select state from recovery where id = $1", id_))

    async def work(self) -> None:
        """Reactions, and the jobs of proposals and recoveries that they queued."""
        for _ in range(3):
            await self.world.react()
            rows = await self.kit.db.fetch(
                "delete from pgqueuer where entrypoint like 'proposals.%' or entrypoint like 'recovery.%' returning id, entrypoint, payload")
            for row in sorted(rows, key=lambda r: r["id"]):
                kind = JOBS[row["entrypoint"]]
                await kind.run(self.kit, msgspec.json.decode(row["payload"], type=kind.payload))

    async def said(self, id_: int) -> str:
        """What the system said to Rosa in the ticket."""
        rows = await self.kit.db.fetch(
            "select m.body from message m join recovery r on r.ticket_id = m.ticket_id where r.id = $1 and m.author_kind = 'system' order by m.seq", id_)
        return "\n".join(row["body"] for row in rows)


@pytest.fixture
async def scene(world: World, phone: Phone, browser: Any, at: Any) -> Scene:
    """Nobody has asked for anything yet."""
    for key in ("l1", "finance"):
        await queue.add_team(world.kit, SYSTEM, Team(0, key, key, key, [""] if key == "l1" else [], [], 3, 30, 120, 60))
    return Scene(world, phone, await browser(cast.ROSA), at)
