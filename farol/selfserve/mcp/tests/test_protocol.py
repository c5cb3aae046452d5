"""The wire: both eras on one address, headers that must say what the body says, and refusals by their codes."""

from typing import Any

import pytest

from farol.selfserve.mcp.model import NEWEST, OLDER
from farol.selfserve.mcp.wire import META

HEADERS_DIFFER, NO_SUCH_REVISION, INVALID_PARAMS, NO_SUCH_METHOD = -32020, -32022, -32602, -32601
"""As the specification has them, not as the code does."""


async def test_a_client_of_today_asks_without_a_handshake(peer: Any) -> None:
    found = (await peer.send("server/discover")).json()["result"]
    assert found["supportedVersions"][0] == NEWEST == "2026-07-28"
    assert found["resultType"] == "complete"
    assert found["capabilities"] == {"tools": {}}
    assert found["_meta"][META + "serverInfo"]["name"] == "farol"
    assert "changes nothing" in found["instructions"]


async def test_every_tool_reads_only_and_says_what_it_takes_and_gives(peer: Any) -> None:
    tools = (await peer.send("tools/list")).json()["result"]["tools"]
    assert [tool["name"] for tool in tools] == ["search_help", "read_article", "ticket_status", "list_incidents", "check_official"]
    for tool in tools:
        assert tool["annotations"]["readOnlyHint"] is True
        for side in ("inputSchema", "outputSchema"):
            assert tool[side]["type"] == "object"
        assert tool["inputSchema"]["additionalProperties"] is False
        assert tool["outputSchema"]["properties"]["notice"]


@pytest.mark.parametrize("version", OLDER)
async def test_a_client_with_a_handshake_is_served_without_a_session(peer: Any, version: str) -> None:
    begun = await peer.older("initialize", {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}})
    assert begun.json()["result"]["protocolVersion"] == version
    assert "mcp-session-id" not in begun.headers
    told = await peer.older("notifications/initialized", version=version, notify=True)
    assert (told.status_code, told.content) == (202, b"")
    assert (await peer.older("ping", version=version)).json() == {"jsonrpc": "2.0", "id": "a", "result": {}}
    listed = (await peer.older("tools/list", version=version)).json()["result"]
    assert len(listed["tools"]) == 5
    assert "resultType" not in listed


async def test_a_handshake_of_an_unknown_revision_gets_the_newest_of_its_kind(peer: Any) -> None:
    begun = await peer.older("initialize", {"protocolVersion": "2024-11-05"})
    assert begun.json()["result"]["protocolVersion"] == OLDER[0]


@pytest.mark.parametrize(("headers", "code"), [
    ({"mcp-protocol-version": None}, HEADERS_DIFFER), ({"mcp-protocol-version": "2025-11-25"}, HEADERS_DIFFER), ({"mcp-method": None}, HEADERS_DIFFER),
    ({"mcp-method": "tools/list"}, HEADERS_DIFFER), ({"mcp-name": None}, HEADERS_DIFFER), ({"mcp-name": "ticket_status"}, HEADERS_DIFFER),
    ({"mcp-name": "=?base64?!?="}, HEADERS_DIFFER), ({"mcp-name": "=?base64?c2VhcmNo?="}, HEADERS_DIFFER),
])  # fmt: skip
async def test_headers_that_do_not_say_what_the_body_says_are_refused(peer: Any, headers: dict[str, str | None], code: int) -> None:
    answer = await peer.send("tools/call", {"name": "list_incidents", "arguments": {}}, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


async def test_a_name_in_base64_counts_as_what_it_says(peer: Any) -> None:
    answer = await peer.send("tools/call", {"name": "list_incidents"}, headers={"mcp-name": "=?base64?bGlzdF9pbmNpZGVudHM=?="})
    assert answer.json()["result"]["isError"] is False


async def test_refusals_by_their_codes(peer: Any) -> None:
    unknown = await peer.older("tools/list", version="1900-01-01")
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (400, NO_SUCH_REVISION)
    assert unknown.json()["error"]["data"] == {"supported": [NEWEST, *OLDER], "requested": "1900-01-01"}
    bare = await peer.older("tools/list", version=NEWEST)
    assert (bare.status_code, bare.json()["error"]["code"]) == (400, INVALID_PARAMS)
    method = await peer.send("resources/list")
    assert (method.status_code, method.json()["error"]["code"]) == (404, NO_SUCH_METHOD)
    tool = await peer.send("tools/call", {"name": "delete_everything", "arguments": {}})
    assert tool.json()["error"]["code"] == INVALID_PARAMS


@pytest.mark.parametrize("arguments", [{}, {"question": ""}, {"question": 1}, {"question": "x" * 301}, {"question": "x", "most": 11},
                                       {"question": "x", "language": "' or 1"}, {"question": "x", "more": 1}, "words", [], None])
async def test_arguments_that_do_not_fit_are_said_to_the_model(peer: Any, arguments: object) -> None:
    answer = await peer.send("tools/call", {"name": "search_help", "arguments": arguments})
    assert answer.status_code == 200
    assert answer.json()["result"]["isError"] is True


async def test_only_posts_of_one_small_request_are_taken(peer: Any) -> None:
    client = peer._client
    assert (await client.get("/api/customer/mcp")).status_code == 405
    assert (await client.delete("/api/customer/mcp")).status_code == 405
    assert (await client.post("/api/customer/mcp", json=[])).status_code == 422
    assert (await client.post("/api/customer/mcp", json={"jsonrpc": "2.0", "id": None, "method": "ping"})).status_code == 422
    assert (await client.post("/api/customer/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"x": "y" * 20_000}})).status_code == 413


async def test_another_sites_page_is_refused(peer: Any) -> None:
    answer = await peer.send("tools/list", headers={"origin": "https://evil.example"})
    assert answer.status_code == 403


async def test_a_flood_is_held_back(peer: Any) -> None:
    got = [(await peer.older("ping")).status_code for _ in range(80)]
    assert got[0] == 200
    assert got[-1] == 429
