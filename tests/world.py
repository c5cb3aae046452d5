"""The cast, acting through HTTP in the process of the test."""

import asyncio
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import httpx2
from joserfc import jwt
from joserfc.jwk import OctKey

from farol.app.demo import cast
from farol.core.live.hub import Hub
from farol.core.people import actions as people
from farol.desk.search.index import catch_up
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.reactions import REACTIONS, Reactor
from farol.kit.web import Front

FAROL = "http://farol.test"
EXCHANGE = "http://exchange.test"


def identity(kit: Kit, who: cast.CastCustomer, **claims: Any) -> str:
    """What the exchange's back end signs about a customer."""
    now = int(clock.now().timestamp())
    settings = kit.settings
    body = {
        "iss": settings.widget_issuer, "aud": "farol", "sub": who.uid, "name": who.name, "email": who.email, "phone": who.phone,
        "lang": who.language, "tier": who.tier, "tz": who.time_zone, "iat": now, "exp": now + 300, "jti": uuid.uuid4().hex, **claims,
    }
    return jwt.encode({"alg": "HS256"}, body, OctKey.import_key(settings.widget_secret))


class Client(httpx2.AsyncClient):
    """A browser or an app of one person. ``ok`` asserts a good answer and returns its JSON."""

    async def ok(self, method: str, path: str, **options: Any) -> Any:
        """The JSON of an answer that must be good."""
        answer = await self.request(method, path, **options)
        assert answer.status_code < 300, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None


class World:
    """Everything a test needs to play a scene."""

    def __init__(self, kit: Kit, hub: Hub, app: Front) -> None:
        self.kit, self.hub, self.app = kit, hub, app
        self._clients: list[Client] = []
        self._staff: dict[str, int] = {}

    def client(self, base: str, headers: dict[str, str]) -> Client:
        """Somebody's connection to the app."""
        client = Client(transport=httpx2.ASGITransport(app=self.app), base_url=base, headers=headers)
        self._clients.append(client)
        return client

    async def staff(self, who: cast.StaffMember = cast.ANA) -> Client:
        """A member of staff, signed in at the console."""
        if who.key not in self._staff:
            self._staff[who.key] = await people.create_staff(
                self.kit, email=who.email, name=who.name, alias=who.alias, role=who.role, language=who.language, password=None)
        token = await people.begin_session(self.kit, self._staff[who.key])
        return self.client(FAROL + "/api/console", {"cookie": f"{people.COOKIE}={token}", "origin": FAROL})

    async def customer(self, who: cast.CastCustomer = cast.MEI) -> Client:
        """A customer at the widget, vouched for by the exchange."""
        anyone = self.client(FAROL + "/api/customer", {"origin": EXCHANGE})
        session = await anyone.ok("POST", "/session", json={"identity": identity(self.kit, who)})
        return self.client(FAROL + "/api/customer", {"origin": EXCHANGE, "authorization": f"Bearer {session['token']}"})

    async def visitor(self, email: str = "someone@example.net", name: str = "Someone") -> Client:
        """Somebody without account."""
        anyone = self.client(FAROL + "/api/customer", {"origin": EXCHANGE})
        session = await anyone.ok("POST", "/session", json={"visitor": {"email": email, "name": name, "language": "en"}})
        return self.client(FAROL + "/api/customer", {"origin": EXCHANGE, "authorization": f"Bearer {session['token']}"})

    async def open(self, client: Client, body: str = "USDT 还没到账", **more: Any) -> dict[str, Any]:
        """A new ticket: the whole answer."""
        answer: dict[str, Any] = await client.ok("POST", "/tickets", json={"client_id": str(uuid.uuid4()), "body": body, **more})
        return answer

    async def say(self, client: Client, ticket: int, body: str, **more: Any) -> dict[str, Any]:
        """A message in a ticket: its acknowledgement."""
        answer: dict[str, Any] = await client.ok(
            "POST", f"/tickets/{ticket}/messages", json={"client_id": str(uuid.uuid4()), "body": body, **more})
        return answer

    @contextmanager
    def statements(self) -> Iterator[list[str]]:
        """Collects the statements that this process's pool runs meanwhile."""
        ran: list[str] = []

        def note(query: Any) -> None:
            ran.append(query.query)

        holders = [holder._con for holder in self.kit.db._holders if holder._con]
        for connection in holders:
            connection.add_query_logger(note)
        try:
            yield ran
        finally:
            for connection in holders:
                connection.remove_query_logger(note)

    async def react(self) -> None:
        """Lets every reaction catch up with the log, as a worker would."""
        reactor = Reactor(self.kit, REACTIONS)
        for row in await self.kit.db.fetch("select distinct stream from event"):
            taken = 1
            while taken:
                taken = sum([await reactor.step(REACTIONS[name], row["stream"]) for name in await reactor.concerned(row["stream"])])

    async def close(self) -> None:
        """Ends all connections."""
        for client in self._clients:
            await client.aclose()


def later(**delta: float) -> None:
    """Sets this process's clock this far ahead of the true time; it goes back when the test ends."""
    clock.shift(timedelta(**delta))


BEHIND = "select exists (select from event e where not exists (select from cursor c where c.reader = 'search' and (e.xid, e.id) <= (c.xid, c.id)))"


async def indexed(kit: Kit) -> None:
    """Search knows the whole log. Whatever else goes on in the same PostgreSQL holds the log's horizon back for a moment."""
    async with asyncio.timeout(20):
        while await kit.db.fetchval(BEHIND):
            await catch_up(kit)
            await asyncio.sleep(0.02)
