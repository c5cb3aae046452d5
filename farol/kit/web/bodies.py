"""What comes in: JSON bodies into structs, strictly. Unknown fields, wrong types, duplicate keys and NUL are refused."""

import json
from typing import Any, TypeVar

import msgspec

from ..problem import Invalid, NotJson

T = TypeVar("T")


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all request bodies."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > 1 and len({key for key, _ in pairs}) < len(pairs):
        raise NotJson
    return dict(pairs)


def decode(raw: bytes, kind: type[T]) -> T:
    """The body as the given type. Raises ``NotJson`` or ``Invalid`` with the field that is wrong."""
    try:
        value = msgspec.json.decode(raw, type=kind)
        if raw.count(b'":') > 1 or raw.count(b'" ') > 1:
            json.loads(raw, object_pairs_hook=_pairs)
    except msgspec.ValidationError as error:
        raise invalid(str(error)) from None
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise NotJson from None
    if b"\\u0000" in raw or b"\0" in raw:
        raise Invalid(errors=[{"field": "", "why": "holds a NUL character"}])
    return value


def invalid(message: str) -> Invalid:
    """The decoder's sentence, such as ``Expected `int`, got `str` - at `$.seq``` split into field and reason."""
    why, _, where = message.partition(" - at `$")
    return Invalid(errors=[{"field": where.rstrip("`").lstrip("."), "why": why}])
