"""The demo exchange in this process, browsers that keep cookies, and what customers hold in their hands."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo import cast as people
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.people import actions as staff
from farol.core.people.model import Place
from tests.world import EXCHANGE, FAROL, Client, World, identity

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")


class Phone:
    """What a customer of the exchange holds: authenticator, mailbox, text messages, the app."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    def totp(self, who: people.CastCustomer) -> str:
        return self.parts.proofs.totp(who.uid)[1]

    def mailed(self, who: people.CastCustomer) -> str:
        """The code of the newest mail."""
        return self._code(" ".join(next(m for m in reversed(self.parts.post.mails) if m.uid == who.uid and m.kind == "code").lines))

    def texted(self, who: people.CastCustomer) -> str:
        return self._code(self.parts.post.texts[who.uid][-1].words)

    def tap(self, who: people.CastCustomer, yes: bool = True) -> None:
        self.parts.proofs.confirm(who.uid, self.parts.proofs.waiting(who.uid)[-1].id, yes)

    def _code(self, words: str) -> str:
        found = re.search(r"\b\d{6}\b", words)
        assert found, words
        return found[0]


class Browser:
    """Somebody's browser. ``get`` and ``post`` follow to the page that is shown in the end."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def get(self, path: str, status: int = 200) -> str:
        answer = await self.client.get(path, follow_redirects=True)
        assert answer.status_code == status, f"{path}: {answer.status_code} {answer.text}"
        return answer.text

    async def post(self, path: str, status: int = 200, **data: str) -> str:
        answer = await self.client.post(path, data=data, follow_redirects=True)
        assert answer.status_code == status, f"{path}: {answer.status_code} {answer.text}"
        return answer.text


@pytest.fixture
async def phone(world: World) -> AsyncIterator[Phone]:
    """The demo exchange behind Farol's link for the length of a test."""
    kit = world.kit
    before = kit.get(CoreLink)
    config = Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url=FAROL)
    app = build(config, kept=False)
    link = CoreLink("http://demo", *KEYS, transport=httpx2.ASGITransport(cast(Any, app)))
    kit.put(link)
    yield Phone(app.parts)
    kit.put(before)
    await link.close()


@pytest.fixture
def browser(world: World) -> Callable[..., Awaitable[Browser]]:
    """A browser: signed in from the exchange's site as somebody, or of somebody who is not."""

    async def open_one(who: people.CastCustomer | None = None, language: str = "en") -> Browser:
        client = world.client(FAROL, {"origin": FAROL, "accept-language": language})
        if who:
            answer = await client.post("/my/session", data={"identity": identity(world.kit, who, lang=language)}, headers={"origin": EXCHANGE})
            assert answer.status_code == 303, answer.text
        return Browser(client)

    return open_one


@pytest.fixture
def at(world: World) -> Callable[..., Awaitable[Client]]:
    """A member of staff signed in from a network address."""

    async def sign_in(who: people.StaffMember, ip: str) -> Client:
        await world.staff(who)
        token = await staff.begin_session(world.kit, world._staff[who.key], place=Place(ip, "Firefox"))
        return world.client(FAROL + "/api/console", {"cookie": f"{staff.COOKIE}={token}", "origin": FAROL})

    return sign_in


async def ticket_of(world: World, who: people.CastCustomer = people.IVAN, words: str = "My withdrawal is on hold") -> int:
    """A ticket that the customer opened in the widget."""
    opened = await world.open(await world.customer(who), words)
    return int(opened["ticket"]["id"] if "ticket" in opened else opened["id"])


async def desk_of(client: Client, ticket: int) -> dict[str, Any]:
    """What staff see."""
    found: dict[str, Any] = await client.ok("GET", f"/tickets/{ticket}/identity")
    return found


async def link_in(client: Client, ticket: int) -> str:
    """The path of the newest link in the ticket's words."""
    shown = await client.ok("GET", f"/tickets/{ticket}")
    words = "\n".join(one["body"] for one in shown["messages"])
    return re.findall(r"http://farol\.test(/verify-me/ask/[A-Za-z0-9_-]+)", words)[-1]


async def number_of(world: World, ticket: int) -> str:
    return str(await world.kit.db.fetchval("select number from ticket where id = $1", ticket))
