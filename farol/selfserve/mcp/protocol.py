"""What each method is answered with. Nothing here writes, and nothing is remembered from one request to the next."""

from importlib.metadata import version
from typing import Any

import msgspec

from farol.kit.core import Kit

from .model import (
    DATA,
    INVALID_PARAMS,
    NEWEST,
    NO_SUCH_METHOD,
    OLDER,
    Asked,
    Asker,
    Refused,
    Tool,
    Unanswered,
)
from .tools import TOOLS
from .wire import META

HOUR_MS = 3_600_000


async def answered(asker: Asker, asked: Asked, *, modern: bool) -> dict[str, Any]:
    """The result of a request. Raises Refused; whatever a tool cannot answer is a result that says so."""
    if asked.method == "tools/list":
        result = {"tools": [_shown(tool) for tool in TOOLS.values()]} | (_kept() if modern else {})
    elif asked.method == "tools/call":
        result = await _call(asker, asked.params)
    elif asked.method == "server/discover" and modern:
        result = {"supportedVersions": [NEWEST, *OLDER], **_about(asker.kit), **_kept()}
    elif asked.method == "initialize" and not modern:
        wanted = asked.params.get("protocolVersion")
        return {"protocolVersion": wanted if wanted in OLDER else OLDER[0], **_about(asker.kit), "serverInfo": _server(asker.kit)}
    elif asked.method == "ping" and not modern:
        result = {}
    else:
        raise Refused(NO_SUCH_METHOD, "Method not found", status=404 if modern else 200)
    return result | {"resultType": "complete", "_meta": {META + "serverInfo": _server(asker.kit)}} if modern else result


async def _call(asker: Asker, params: dict[str, Any]) -> dict[str, Any]:
    name, given = params.get("name"), params.get("arguments", {})
    tool = TOOLS.get(name) if isinstance(name, str) else None
    if tool is None:
        raise Refused(INVALID_PARAMS, "Unknown tool")
    try:
        answer = await tool.read(asker, msgspec.convert(given, tool.takes))
    except (msgspec.ValidationError, Unanswered) as error:
        return {"content": [{"type": "text", "text": str(error)}], "isError": True}
    return {"content": [{"type": "text", "text": msgspec.json.encode(answer).decode()}], "structuredContent": msgspec.to_builtins(answer), "isError": False}


def _shown(tool: Tool) -> dict[str, Any]:
    """A tool as clients see it. The hints say what is true of all: they read, from us alone, and the same again if asked again."""
    hints = {"readOnlyHint": True, "destructiveHint": False, "idempotentHint": True, "openWorldHint": False}
    return {"name": tool.name, "title": tool.title, "description": tool.description, "annotations": hints,
            "inputSchema": schema(tool.takes), "outputSchema": schema(tool.gives)}  # fmt: skip


def schema(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The JSON Schema of a struct, with the struct itself at its root as the protocol wants it."""
    (whole,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    own: dict[str, Any] = parts.pop(whole["$ref"].rpartition("/")[2])
    return own | ({"$defs": parts} if parts else {})


def _about(kit: Kit) -> dict[str, Any]:
    brand = kit.settings.brand
    return {"capabilities": {"tools": {}}, "instructions": (
        f"Reads from the support of {brand}: its public help articles, its open incidents, whether an address is really its own, and, with the "
        f"customer's own token, where their tickets stand. It changes nothing. {DATA}")}  # fmt: skip


def _server(kit: Kit) -> dict[str, str]:
    return {"name": "farol", "title": f"{kit.settings.brand} support", "version": version("farol")}


def _kept() -> dict[str, Any]:
    """How long clients may keep it: the same for everybody, changed by nothing but another version of the product."""
    return {"ttlMs": HOUR_MS, "cacheScope": "public"}
