"""Which revision a request speaks, and whether its headers say what its body says (specification 2026-07-28, "Server Validation")."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from .model import HEADERS_DIFFER, INVALID_PARAMS, NEWEST, NO_SUCH_REVISION, OLDER, Asked, Refused

META = "io.modelcontextprotocol/"
NAMED = frozenset({"tools/call", "resources/read", "prompts/get"})
"""Methods whose name or address is repeated in a header."""
_PREFIX, _SUFFIX = "=?base64?", "?="


def modern(asked: Asked, headers: Mapping[str, str]) -> bool:
    """Whether the request is of the revision without handshake. Raises Refused for a revision not spoken here, and for headers that
    do not match the body: what stands between client and server decides by the one and we by the other."""
    meta = asked.params.get("_meta")
    meta = meta if isinstance(meta, dict) else {}
    said, told = headers.get("mcp-protocol-version", ""), meta.get(META + "protocolVersion")
    if told is None and said != NEWEST:
        if said and said not in OLDER:
            raise _unknown(said)
        return False
    if told is None:
        raise Refused(INVALID_PARAMS, f"_meta lacks {META}protocolVersion")
    if said != told:
        raise Refused(HEADERS_DIFFER, "Header mismatch: MCP-Protocol-Version is not the version in _meta")
    if told != NEWEST:
        raise _unknown(str(told))
    if not isinstance(meta.get(META + "clientCapabilities"), dict):
        raise Refused(INVALID_PARAMS, f"_meta lacks {META}clientCapabilities")
    _compare(asked, headers)
    return True


def _compare(asked: Asked, headers: Mapping[str, str]) -> None:
    if headers.get("mcp-method") != asked.method:
        raise Refused(HEADERS_DIFFER, "Header mismatch: Mcp-Method is not the method in the body")
    if asked.method in NAMED:
        meant = asked.params.get("uri" if asked.method == "resources/read" else "name")
        if _decoded(headers.get("mcp-name", "")) != meant:
            raise Refused(HEADERS_DIFFER, "Header mismatch: Mcp-Name is not the name in the body")


def _decoded(value: str) -> str | None:
    """A header's value; one in base64 as UTF-8, None where it is neither."""
    if not (value.startswith(_PREFIX) and value.endswith(_SUFFIX)):
        return value
    try:
        return base64.b64decode(value[len(_PREFIX) : -len(_SUFFIX)], validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None


def _unknown(version: str) -> Refused:
    return Refused(NO_SUCH_REVISION, "Unsupported protocol version", data=dict[str, Any](supported=[NEWEST, *OLDER], requested=version[:40]))
