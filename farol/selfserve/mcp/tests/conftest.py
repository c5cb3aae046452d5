"""A client that speaks the protocol as its specification has it, in both eras."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from farol.selfserve.mcp.model import NEWEST
from farol.selfserve.mcp.wire import META, NAMED
from tests import articles
from tests.world import FAROL, Client, World

PATH = "/api/customer/mcp"


class Peer:
    """Another program's assistant. token: a customer's, or none."""

    def __init__(self, client: Client) -> None:
        self._client, self._id = client, 0

    async def send(self, method: str, params: dict[str, Any] | None = None, *, headers: dict[str, str | None] | None = None) -> httpx2.Response:
        """A request of the newest revision; headers overrides its own, None leaves one out."""
        self._id += 1
        meta = {META + "protocolVersion": NEWEST, META + "clientCapabilities": {}}
        sent: dict[str, str | None] = {"accept": "application/json, text/event-stream", "mcp-protocol-version": NEWEST, "mcp-method": method}
        if method in NAMED:
            sent["mcp-name"] = str((params or {}).get("name", ""))
        kept = {name: value for name, value in (sent | (headers or {})).items() if value is not None}
        body = {"jsonrpc": "2.0", "id": self._id, "method": method, "params": {**(params or {}), "_meta": meta}}
        return await self._client.post(PATH, json=body, headers=kept)

    async def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """The result of a tool."""
        answer = await self.send("tools/call", {"name": tool, "arguments": arguments})
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()["result"]
        return result

    async def given(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """What a tool gives, which must be an answer."""
        result = await self.call(tool, **arguments)
        assert not result["isError"], result
        found: dict[str, Any] = result["structuredContent"]
        return found

    async def older(self, method: str, params: dict[str, Any] | None = None, *, version: str = "", notify: bool = False) -> httpx2.Response:
        """A request of a client that begins with a handshake."""
        body: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params or {}}
        return await self._client.post(PATH, json=body if notify else body | {"id": "a"}, headers={"mcp-protocol-version": version} if version else {})


@pytest.fixture
async def peer(world: World) -> Peer:
    """Nobody in particular, in front of the shipped articles."""
    await articles.publish(world.kit)
    return Peer(world.client(FAROL, {}))


@pytest.fixture
def on_behalf(world: World) -> Callable[[Client], Peer]:
    """A peer with a customer's token: no page's origin, as an app sends it."""

    def made(customer: Client) -> Peer:
        return Peer(world.client(FAROL, {"authorization": customer.headers["authorization"]}))

    return made
