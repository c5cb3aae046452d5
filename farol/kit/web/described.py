"""Part of the app as an OpenAPI document, for those who write programs against it."""

from functools import lru_cache
from typing import Any

from litestar import Litestar, Request

VERSION = "3.1.0"
_PROBLEM = {
    "type": "object", "description": "What went wrong (RFC 9457). code is stable; detail is a sentence in the language asked for.",
    "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}, "code": {"type": "string"}},
    "required": ["type", "title", "status", "detail", "code"],
}


def described(request: Request[Any, Any, Any], prefix: str, *, title: str, about: str, version: str, server: str) -> dict[str, Any]:
    """The routes below ``prefix``, their shapes, and bearer keys as the proof they ask for."""
    return _part(request.app, prefix, title, about, version, server)


@lru_cache(maxsize=8)
def _part(app: Litestar, prefix: str, title: str, about: str, version: str, server: str) -> dict[str, Any]:
    whole = app.openapi_schema.to_schema()
    paths = {path: _operations(verbs) for path, verbs in whole["paths"].items() if path.startswith(f"{prefix}/")}
    schemas = whole.get("components", {}).get("schemas", {})
    used = _reached(paths, schemas)
    return {
        "openapi": VERSION, "info": {"title": title, "description": about, "version": version}, "servers": [{"url": server}],
        "security": [{"key": []}], "paths": paths,
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {**{name: schemas[name] for name in sorted(used)}, "Problem": _PROBLEM},
        },
    }


def _operations(verbs: dict[str, Any]) -> dict[str, Any]:
    """Every refusal is a problem document, whatever its status."""
    answer = {"description": "Refused", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    return {
        verb: {**told, "responses": {**{k: v for k, v in told["responses"].items() if k.startswith("2")}, "default": answer}}
        for verb, told in verbs.items() if isinstance(told, dict) and "responses" in told
    }


def _reached(part: Any, schemas: dict[str, Any]) -> set[str]:
    """Names of the schemas that a part of the document refers to, and those that these refer to."""
    found: set[str] = set()
    left = [part]
    while left:
        each = left.pop()
        if isinstance(each, dict):
            name = str(each.get("$ref", "")).rpartition("/")[2]
            if name in schemas and name not in found:
                found.add(name)
                left.append(schemas[name])
            left.extend(each.values())
        elif isinstance(each, list):
            left.extend(each)
    return found
