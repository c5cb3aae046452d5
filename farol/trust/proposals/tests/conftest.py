"""A desk with its teams, an exchange that counts, and a customer whose proof stands as high as a test wants it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from farol.app.demo import cast
from farol.core.exchange import CoreLink
from farol.core.people import actions as people
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Team
from farol.kit import clock
from farol.kit.jobs import JOBS
from farol.kit.permission import SYSTEM, Actor
from farol.trust.identity.model import LASTS, Level
from farol.trust.proposals.nouns import Asked, Consent
from tests.world import Client, World

from .core import Core

CHALLENGE = """
insert into identity_challenge (core_id, digest, customer_id, ticket_id, uid, method, channel, at, expires_at, outcome)
values ($1, $2, $3, $4, $5, 'totp', 'portal', $6, $7, 'proven') returning id"""
REVIEW = """
insert into identity_review (ticket_id, customer_id, uid, core_ref, words, maker_id, maker_session, maker_ip, at, outcome,
  checker_id, checker_session, checker_ip, decided_at)
values ($1, $2, $3, $4, 'seen', $5, 'a', '', $6, 'agreed', $7, 'b', '', $6) returning id"""
PROOF = """
insert into identity_proof (uid, customer_id, ticket_id, level, method, channel, at, until, challenge_id, review_id)
values ($1, $2, $3, $4, 'totp', 'portal', $5, $6, $7, $8)"""
PARAMS: dict[str, dict[str, Any]] = {
    "deposit.credit_unattributed": {"txid": "a" * 64, "network": "TRX", "coin": "USDT", "amount": "120.50", "evidence": ["e" * 64]},
    "goodwill.grant": {"amount": "50", "coin": "USDT"},
    "factor.reset": {"factor": "totp"},
    "legal.hold": {"authority_ref": "court-7", "scope": "withdraw"},
    "withdrawal.cancel": {"withdrawal_id": "w-1"},
}


class Desk:
    """Mei's ticket, staff in their teams, and the exchange. ``ticket``: its id; ``mei``: her customer id."""

    def __init__(self, world: World, core: Core) -> None:
        self.world, self.kit, self.core = world, world.kit, core
        self.ticket = self.mei = 0
        self.clients: dict[str, Client] = {}

    async def open(self) -> None:
        """The teams, and Mei asks for help."""
        for key in {k for keys, _ in cast.PLACES.values() for k in keys}:
            await queue.add_team(self.kit, SYSTEM, Team(0, key, key, key, [""] if key == "l1" else [], [], 3, 30, 120, 60))
        self.customer = await self.world.customer()
        self.ticket = (await self.world.open(self.customer, "我的账户不是我在用", language="zh"))["ticket"]["id"]
        self.mei = await self.kit.db.fetchval("select customer_id from ticket where id = $1", self.ticket)

    async def come(self, who: cast.StaffMember, *teams: str) -> Client:
        """Somebody signs in, in the teams of the cast or in these."""
        client = await self.world.staff(who)
        if who.key not in self.clients:
            await queue.place_staff(self.kit, SYSTEM, await self.id(client), list(teams or cast.PLACES.get(who.key, ((), ()))[0]), [])
        self.clients[who.key] = client
        return client

    async def id(self, client: Client) -> int:
        """Whose connection it is."""
        return int((await client.ok("GET", "/session"))["id"])

    async def actor(self, who: cast.StaffMember) -> Actor:
        """The same person for a verb called directly, outside any session."""
        found = await people.acting(self.kit.db, await self.id(await self.come(who)))
        assert found
        return found

    async def prove(self, level: Level, ticket: int | None = None) -> None:
        """Mei has proven herself on her ticket, just now."""
        now, at = clock.now(), ticket or self.ticket
        until = now + LASTS[level]
        challenge = review = None
        if level is Level.REVIEWED:
            one, two = [await self.id(await self.come(who)) for who in (cast.SOL, cast.DAN)]
            review = await self.kit.db.fetchval(REVIEW, at, self.mei, cast.MEI.uid, uuid4().hex, one, now, two)
        else:
            challenge = await self.kit.db.fetchval(CHALLENGE, uuid4().hex, uuid4().bytes, self.mei, at, cast.MEI.uid, now, now + timedelta(hours=1))
        await self.kit.db.execute(PROOF, cast.MEI.uid, self.mei, at, int(level), now, until, challenge, review)

    async def unproven(self) -> None:
        """Nothing stands any more, no session either."""
        await self.kit.db.execute("update identity_proof set revoked_at = now(), revoked_why = 'test', revoked_by = 'test'")
        await self.kit.db.execute("update customer_session set ended_at = now() - interval '1 day'")

    def body(self, type_: str, **more: Any) -> dict[str, Any]:
        """What a console sends."""
        return {"client_id": str(uuid4()), "type": type_, "params": PARAMS.get(type_, {}), "reason_code": "ato_reported", **more}

    def asked(self, type_: str, **more: Any) -> Asked:
        """What other features hand in."""
        consent = Consent("step_up", "identity-proof:1", clock.now()) if type_.startswith("deposit.") else None
        return Asked(**{
            "type": type_, "uid": cast.MEI.uid, "params": PARAMS.get(type_, {}), "reason_code": "customer_asked", "ticket_id": self.ticket,
            "consent": consent, **more})

    async def proposed(self, who: cast.StaffMember, type_: str, **more: Any) -> dict[str, Any]:
        """Somebody proposes over HTTP."""
        client = await self.come(who)
        made: dict[str, Any] = await client.ok("POST", f"/tickets/{self.ticket}/proposals", json=self.body(type_, **more))
        return made

    async def approved(self, who: cast.StaffMember, proposal: int) -> dict[str, Any]:
        """Somebody approves over HTTP."""
        client = await self.come(who)
        answer: dict[str, Any] = await client.ok("POST", f"/proposals/{proposal}/approval", json={"words": "seen"})
        return answer

    async def state(self, proposal: int) -> str:
        """How it stands."""
        return str(await self.kit.db.fetchval("select state from proposal where id = $1", proposal))

    async def kinds(self) -> list[str]:
        """What the ticket tells of proposals, in order."""
        rows = await self.kit.db.fetch("select kind from event where stream = $1 and kind like 'proposal.%' order by seq", f"ticket:{self.ticket}")
        return [row["kind"] for row in rows]

    async def work(self, *, lapse: bool = True) -> int:
        """Runs every job of this feature that is queued, whatever its time: how many. lapse: leases of those who died are over."""
        if lapse:
            await self.kit.db.execute("update proposal set lease = now() - interval '1 s' where lease is not null")
        rows = await self.kit.db.fetch("delete from pgqueuer where entrypoint like 'proposals.%' returning id, entrypoint, payload")
        for row in sorted(rows, key=lambda r: r["id"]):
            kind = JOBS[row["entrypoint"]]
            await kind.run(self.kit, msgspec.json.decode(row["payload"], type=kind.payload))
        return len(rows)


@pytest.fixture
async def desk(world: World, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    """Everybody at their place, and the exchange answers. Who waits for it does so patiently: a busy machine is no slow exchange."""
    monkeypatch.setattr(import_module("farol.trust.proposals.actions.propose"), "ANSWER_S", 60)
    before, core = world.kit.get(CoreLink), Core()
    link = core.link()
    world.kit.put(link)
    desk = Desk(world, core)
    await desk.open()
    yield desk
    world.kit.put(before)
    await link.close()
