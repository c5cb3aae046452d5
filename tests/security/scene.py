"""A scene with everybody in it, in a database of its own, so that tests can look at it for the whole run.

Mei, Mallory and a visitor each have a ticket with a file; Ana has answered and noted in each and promised more; every role is signed in.
Sol, the lead, has made a calendar and a policy and placed Ana.
"""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import httpx2
from webauthn.helpers import bytes_to_base64url

from farol.app.demo import cast
from farol.core.people import actions as people
from farol.core.people import passkey_store
from farol.core.people.model import RIGHTS
from farol.kit import ratelimit
from farol.kit.files.tests.samples import picture, saved
from tests.security import known
from tests.security.inventory import Route, routes
from tests.security.known import sla
from tests.world import EXCHANGE, FAROL, Client, World

NOTE = "INTERNAL-the margin desk knows"
WORDS = "USDT 还没到账 0x9f3c4bd1f3c2a4e5b6978877665544332211ffeeddccbbaa0099887766554433"
KNOWN = {who.role: who for who in cast.STAFF}
ROLES = tuple(sorted(RIGHTS))
CUSTOMERS = ("mei", "mallory", "visitor")
EVERYBODY = (*CUSTOMERS, *ROLES, "nobody")
COUNTS = """
select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by 1"""
MOVES_BY_ITSELF = {"agent_state": "to_jsonb(t) - 'seen_at'", "staff_session": "to_jsonb(t) - 'seen_at'", "customer": "to_jsonb(t) - 'seen_at'",
                   "partner_key": "to_jsonb(t) - 'used_at'"}


def member(role: str) -> cast.StaffMember:
    """Somebody with this role: of the cast where it has one."""
    made = cast.StaffMember(role, f"Real Name Of {role}", role.title(), f"{role}@demo-exchange.example", role, "en")
    return KNOWN.get(role, made)


class Scene:
    """who asks whom: ``ask("mei", route, ...)``. things: what each person owns, by the name of the parameter."""

    def __init__(self, world: World) -> None:
        self.world, self.kit = world, world.kit
        self.routes = routes(world.app)
        self.things: dict[str, dict[str, Any]] = {}
        self.tokens: dict[str, str] = {"nobody": ""}
        self._raw = Client(transport=httpx2.ASGITransport(app=world.app, raise_app_exceptions=False), base_url=FAROL)

    async def play(self) -> "Scene":
        """Lets everything happen."""
        ana = await self._sign_in_staff()
        gone = await people.create_staff(self.kit, email="gone@demo-exchange.example", name="Gone", alias="Gone", role="agent", language="en", password=None)
        await people.disable(self.kit, gone)
        self.things["gone"] = {"staff_id": gone}
        writing = {"mei": await self.world.customer(), "mallory": await self.world.customer(cast.MALLORY), "visitor": await self.world.visitor()}
        for who, client in writing.items():
            self.tokens[who] = client.headers["authorization"].removeprefix("Bearer ")
            file = await self.upload(who)
            opened = await self.world.open(client, WORDS, files=[file], about={"kind": "deposit", "id": f"of-{who}"})
            ticket = opened["ticket"]
            self.things[who] = {"ticket_id": ticket["id"], "number": ticket["number"], "file_id": file, "client": client}
            note = await self.upload("agent")
            await self.world.say(ana, ticket["id"], NOTE, internal=True, files=[note])
            await self.world.say(ana, ticket["id"], "已确认 3/12", seen=None)
            self.things[who]["note_file"] = note
            await self.promise(who)
        self.things["desk"] = await known.play(self)
        return self

    async def promise(self, who: str) -> None:
        """Ana promises this customer to write again."""
        path = f"/tickets/{self.things[who]['ticket_id']}/promises"
        made = await self.things["agent"]["client"].ok("POST", path, json={"client_id": str(uuid4()), "by": sla.soon()})
        self.things[who]["promise_id"] = made["id"]

    async def _sign_in_staff(self) -> Client:
        for role in ROLES:
            client = await self.world.staff(member(role))
            self.tokens[role] = client.headers["cookie"].partition("=")[2]
            me = await client.ok("GET", "/session")
            session = next(s["id"] for s in (await client.ok("GET", "/sessions"))["sessions"])
            key = f"key of {role}".encode()
            await passkey_store.add_passkey(self.kit.db, key, me["id"], b"public", 0, role)
            self.things[role] = {"session_id": session, "passkey_id": bytes_to_base64url(key), "staff_id": me["id"], "client": client}
        ana: Client = self.things["agent"]["client"]
        return ana

    def headers(self, who: str, audience: str, *, origin: str | None = None) -> dict[str, str]:
        """How this person would prove themselves to this audience, be it theirs or not."""
        token = self.tokens[who]
        if audience == "partner":
            return {"authorization": f"Bearer {token}"} if token else {}
        if audience == "customer":
            return {"origin": origin or EXCHANGE} | ({"authorization": f"Bearer {token}"} if token else {})
        name = "farol_staff" if audience == "console" else "farol_customer"
        return {"origin": origin or FAROL} | ({"cookie": f"{name}={token}"} if token else {})

    async def ask(self, who: str, route: Route, path: str | None = None, **options: Any) -> httpx2.Response:
        """The answer to one person. Buckets are filled first: floods are another matter."""
        headers = {**self.headers(who, route.audience), **options.pop("headers", {})}
        return await self.send(route.method, path or route.path, headers=headers, **options)

    async def send(self, method: str, path: str, **options: Any) -> httpx2.Response:
        """A request exactly as given: no cookie of an earlier answer goes along."""
        ratelimit.buckets.clear()
        self._raw.cookies.clear()
        return await self._raw.request(method, path, **options)

    async def upload(self, who: str, content: bytes | None = None) -> str:
        """A picture of this person's: its id."""
        audience = "customer" if who in CUSTOMERS else "console"
        ratelimit.buckets.clear()
        answer = await self._raw.post(
            f"/api/{audience}/files", content=content or saved(picture(), "PNG"),
            headers={**self.headers(who, audience), "content-type": "image/png", "x-file-name": "shot.png"})
        assert answer.status_code == 200, answer.text
        return str(answer.json()["id"])

    def route(self, key: str) -> Route:
        """A route by ``POST /api/customer/tickets``."""
        return next(r for r in self.routes if r.key == key)

    async def state(self) -> dict[str, str]:
        """A digest of every table."""
        names = [row["relname"] for row in await self.kit.db.fetch(COUNTS)]
        parts = [
            f"select '{n}' as name, count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') as digest"
            f" from (select {MOVES_BY_ITSELF.get(n, 'to_jsonb(t)')} as r from {n} t) x" for n in names]
        return {row["name"]: row["digest"] for row in await self.kit.db.fetch(" union all ".join(parts))}

    async def close(self) -> None:
        """Hangs up."""
        await self._raw.aclose()


def sample(who: str, things: dict[str, Any]) -> dict[str, Any]:
    """A good JSON body for each route that takes one."""
    client, said = str(uuid4()), {"client_id": str(uuid4()), "body": "words"}
    return {
        "POST /api/console/session": {"email": "nobody@demo-exchange.example", "password": "wrong", "totp": "000000"},
        "POST /api/console/session/demo": {"role_token": "wrong"},
        "POST /api/console/session/passkey": {"credential": {"id": "AAAA"}},
        "POST /api/console/passkeys": {"credential": {"id": "AAAA"}, "label": "key"},
        "POST /api/console/passkeys/challenges": {"purpose": "sign_in"},
        "POST /api/console/tickets/{ticket_id}/messages": said,
        "PATCH /api/console/tickets/{ticket_id}": {"version": 1, "severity": "P1"},
        "PUT /api/console/tickets/{ticket_id}/read": {"seq": 1},
        "POST /api/customer/session": {"visitor": {"email": "someone@example.net", "name": "S", "language": "en"}},
        "POST /api/customer/tickets": {"client_id": client, "body": "words", "language": "en"},
        "POST /api/customer/tickets/{ticket_id}/messages": said,
        "PUT /api/customer/tickets/{ticket_id}/read": {"seq": 1},
        **known.bodies(),
    }


def options(route: Route, **changed: Any) -> dict[str, Any]:
    """A good request for a route that changes something: JSON, a file, a form, or nothing."""
    if route.body is not None:
        return {"json": {**sample("", {})[route.key], **changed}}
    if route.path.endswith("/files") and route.method == "POST":
        return {"content": b"plain words", "headers": {"content-type": "text/plain", "x-file-name": "words.txt"}}
    if route.key == "POST /my/tickets/{number}/messages":
        return {"data": {"client_id": str(uuid4()), "body": "words"}}
    if route.key == "POST /my/session":
        return {"data": {"identity": "garbage"}}
    return {}


def things_of(scene: Scene, who: str) -> SimpleNamespace:
    """What a person owns, by attribute."""
    return SimpleNamespace(**scene.things[who])


def listed(wrong: list[Any]) -> str:
    """Findings one a line, for a failing test to show."""
    return "\n" + "\n".join(map(str, wrong[:40]))
