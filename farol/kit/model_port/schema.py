"""A struct as the JSON Schema that services accept in strict mode: every field required, no others, no length limits."""

from functools import cache
from typing import Any

import msgspec

_UNSUPPORTED = frozenset(("title", "default", "minLength", "maxLength", "pattern", "format", "minItems", "maxItems"))
"""Not every service knows these; the decoder keeps them anyway."""


@cache
def strict_schema(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The schema of that struct, whose references stand in ``$defs``."""
    (_,), defs = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    own = defs.pop(kind.__name__)
    schema: dict[str, Any] = _strict(own)
    if defs:
        schema["$defs"] = {name: _strict(one) for name, one in defs.items()}
    return schema


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(part) for part in node]
    if not isinstance(node, dict):
        return node
    # Below ``properties`` the keys are names of fields, whatever they are called.
    strict = {
        key: {name: _strict(part) for name, part in value.items()} if key == "properties" else _strict(value)
        for key, value in node.items()
        if key not in _UNSUPPORTED
    }
    if "properties" in strict:
        strict |= {"required": list(strict["properties"]), "additionalProperties": False}
    return strict
