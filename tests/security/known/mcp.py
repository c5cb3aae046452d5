"""The server of the Model Context Protocol: one address for everybody, and a customer's own tickets by their token."""

from typing import Any

PLAIN = {
    "id": "the asker's own name for a request, given back", "jsonrpc": "one word", "method": "one of a few words",
    "params": "what a tool takes; a ticket's number in it is looked up among the asker's own (selfserve/mcp/tests)",
}


def BODIES() -> dict[str, Any]:
    return {"POST /api/customer/mcp": {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}}
