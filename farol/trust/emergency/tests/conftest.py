"""The demo exchange in this process, browsers that keep cookies, and a desk with its security people."""

import importlib
import re
from collections.abc import AsyncIterator
from typing import Any, cast

import httpx2
import msgspec
import pytest

from farol.app.demo import cast as people
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.breaker import Breaker
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Team
from farol.kit.jobs import JOBS
from farol.kit.permission import SYSTEM
from farol.kit.reactions import REACTIONS, Reactor
from tests.world import EXCHANGE, FAROL, Client, World, identity

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")


class Gate(httpx2.AsyncBaseTransport):
    """Between Farol and the exchange. ``down``: nothing arrives; ``asked``: paths of what did; ``acted``: types of actions."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self.inner, self.down, self.asked, self.acted = inner, False, list[str](), list[str]()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if self.down:
            raise httpx2.ConnectError("nobody is there")
        self.asked.append(f"{request.method} {request.url.path}")
        if request.url.path == "/v1/actions":
            self.acted.append(msgspec.json.decode(request.content)["type"])
        return await self.inner.handle_async_request(request)


class Desk:
    """Farol, the exchange behind it and what customers hold."""

    def __init__(self, world: World, parts: Parts, gate: Gate) -> None:
        self.world, self.kit, self.parts, self.gate = world, world.kit, parts, gate
        self.exchange = httpx2.AsyncClient(transport=gate.inner, base_url="http://demo")

    def browser(self, language: str = "en") -> Client:
        """Somebody's browser, not signed in."""
        return self.world.client(FAROL, {"origin": FAROL, "accept-language": language})

    async def signed_in(self, who: people.CastCustomer, language: str = "en") -> Client:
        """A browser with the portal's session, which the exchange vouched for; the exchange knows a live session too."""
        await self.exchange.post("/sign-in", data={"uid": who.uid})
        browser = self.browser(language)
        answer = await browser.post("/my/session", data={"identity": identity(self.kit, who, lang=language)}, headers={"origin": EXCHANGE})
        assert answer.status_code == 303, answer.text
        return browser

    def proof(self, who: people.CastCustomer) -> str:
        """The token of the button in a security mail."""
        mail = self.parts.post.mail(who.uid, "new_device", device="Chrome", place="NL")
        return mail.link.partition("proof=")[2]

    def mailed(self, who: people.CastCustomer) -> str:
        mails = [m for m in self.parts.post.mails if m.uid == who.uid and m.kind == "code"]
        found = re.search(r"\b\d{6}\b", " ".join(mails[-1].lines))
        assert found
        return found[0]

    def texted(self, who: people.CastCustomer) -> str:
        found = re.search(r"\b\d{6}\b", self.parts.post.texts[who.uid][-1].words)
        assert found
        return found[0]

    def status(self, who: people.CastCustomer) -> str:
        """Of the account, at the exchange."""
        return self.parts.world.status(who.uid)

    async def come(self, who: people.StaffMember) -> Client:
        """Somebody of the staff, in their teams."""
        client = await self.world.staff(who)
        staff_id = int((await client.ok("GET", "/session"))["id"])
        await queue.place_staff(self.kit, SYSTEM, staff_id, list(people.PLACES[who.key][0]), [])
        return client

    async def row(self, statement: str, *args: Any) -> Any:
        return await self.kit.db.fetchrow(statement, *args)

    async def kinds(self, ticket: int, like: str = "emergency.%") -> list[str]:
        """What the ticket tells, in order."""
        rows = await self.kit.db.fetch("select kind from event where stream = $1 and kind like $2 order by seq", f"ticket:{ticket}", like)
        return [row["kind"] for row in rows]

    async def work(self, *names: str) -> int:
        """Runs queued jobs of these features, whatever their time, after the leases of those who died."""
        await self.kit.db.execute("update proposal set lease = now() - interval '1 s' where lease is not null")
        done = 0
        for name in names or ("emergency", "proposals"):
            # A document takes seconds to make; the test of it asks for it.
            rows = await self.kit.db.fetch(
                "delete from pgqueuer where entrypoint like $1 and entrypoint <> 'emergency.pack' returning id, entrypoint, payload", f"{name}.%")
            for row in sorted(rows, key=lambda each: each["id"]):
                await JOBS[row["entrypoint"]].run(self.kit, msgspec.json.decode(row["payload"], type=JOBS[row["entrypoint"]].payload))
            done += len(rows)
        return done

    async def react(self, *names: str) -> None:
        """Lets these reactions catch up, those of emergencies when none is named."""
        reactor = Reactor(self.kit, REACTIONS)
        chosen = [each for name, each in REACTIONS.items() if name in names or (not names and name.startswith("emergency_"))]
        for row in await self.kit.db.fetch("select distinct stream from event"):
            for each in chosen:
                while await reactor.step(each, row["stream"]):
                    pass

    async def quiet(self) -> None:
        """Everything beside has ended."""
        import asyncio

        await asyncio.gather(*self.kit._tasks, return_exceptions=True)


@pytest.fixture
async def desk(world: World, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    """The exchange answers, and the security desk is at its place."""
    # A busy machine is no exchange that is away.
    monkeypatch.setattr(importlib.import_module("farol.trust.proposals.actions.propose"), "ANSWER_S", 60.0)
    before = world.kit.get(CoreLink)
    config = Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url=FAROL)
    app = build(config, kept=False)
    gate, seconds = Gate(httpx2.ASGITransport(cast(Any, app))), iter(range(0, 10**9, 60))
    link = CoreLink("http://demo", *KEYS, transport=gate, breaker=Breaker(lambda: float(next(seconds))))
    world.kit.put(link)
    for key in {k for keys, _ in people.PLACES.values() for k in keys}:
        await queue.add_team(world.kit, SYSTEM, Team(0, key, key, key, [""] if key == "l1" else [], [], 3, 30, 120, 60))
    made = Desk(world, app.parts, gate)
    for who in (people.SAM, people.DAN, people.SOL):
        await made.come(who)
    yield made
    await made.quiet()
    await made.exchange.aclose()
    world.kit.put(before)
    await link.close()
