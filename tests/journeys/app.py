"""A customer in the exchange's own app, which talks to Farol's customer API as the widget does."""

import asyncio
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx2

from farol.app.demo.cast import CastCustomer

PATIENCE_S = 60
"""How long words may take on a busy machine."""


class App:
    """One session: somebody the exchange vouches for, or a visitor with an address."""

    def __init__(self, farol: str, exchange: str) -> None:
        self._exchange = exchange
        self._api = httpx2.AsyncClient(base_url=f"{farol}/api/customer", headers={"origin": exchange}, timeout=20, trust_env=False)

    async def enter(self, who: CastCustomer) -> Self:
        """Signed in at the exchange, whose identity token opens the session."""
        async with httpx2.AsyncClient(base_url=self._exchange, timeout=20, trust_env=False) as site:
            await site.post("/sign-in", data={"uid": who.uid})
            identity = (await site.get("/farol-identity")).json()["identity"]
        return await self._enter({"identity": identity})

    async def visit(self, name: str, email: str, language: str) -> Self:
        """Without an account."""
        return await self._enter({"visitor": {"name": name, "email": email, "language": language}})

    async def ask(self, words: str, language: str = "en") -> str:
        """Opens a ticket: its number."""
        opened = await self._call("POST", "/tickets", client_id=str(uuid4()), body=words, language=language)
        return str(opened["ticket"]["number"])

    async def say(self, number: str, words: str) -> None:
        """Writes in an own ticket."""
        await self._call("POST", f"/tickets/{await self.id(number)}/messages", client_id=str(uuid4()), body=words)

    async def id(self, number: str) -> int:
        """Of an own ticket, by which its address is made."""
        return int((await self._call("GET", f"/tickets/by-number/{number}"))["id"])

    async def status(self, number: str) -> str:
        """How it stands, for the customer."""
        return str((await self._ticket(number))["ticket"]["status"])

    async def hears(self, number: str, words: str) -> None:
        """Waits until staff said it there."""
        async with asyncio.timeout(PATIENCE_S):
            while not any(words in said for said in await self.heard(number)):
                await asyncio.sleep(0.1)

    async def heard(self, number: str) -> list[str]:
        """What staff said there, in order."""
        return [one["body"] for one in (await self._ticket(number))["messages"] if one["author"]["kind"] == "staff"]

    async def link(self, channel: str) -> dict[str, Any]:
        """A one-time link into a messenger."""
        return dict(await self._call("POST", "/links", channel=channel))

    async def phone_code(self) -> dict[str, Any]:
        """The code to give on the phone."""
        return dict(await self._call("POST", "/phone-code"))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._api.aclose()

    async def _enter(self, proof: dict[str, Any]) -> Self:
        session = await self._call("POST", "/session", **proof)
        self._api.headers["authorization"] = f"Bearer {session['token']}"
        return self

    async def _ticket(self, number: str) -> Any:
        return await self._call("GET", f"/tickets/{await self.id(number)}")

    async def _call(self, method: str, path: str, **body: Any) -> Any:
        answer = await self._api.request(method, path, json=body or None)
        assert answer.is_success, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()
