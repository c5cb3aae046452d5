"""What comes in: JSON bodies into structs, strictly. Unknown fields, wrong types, duplicate keys and NUL are refused."""

import asyncio
import json
import re
from collections.abc import Awaitable
from typing import Any, TypeVar

import msgspec

from ..problem import Invalid, NotJson, Problem

T = TypeVar("T")
WHOLE = 256 * 1024
"""Bytes of a body that is read at once, whatever the route takes as a stream: the longest message fits as a form."""
SECONDS = 30.0
"""In which the whole of a body of JSON has to come."""
NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""The escape of a NUL character, but not a backslash followed by ``u0000``. A bare one is no JSON."""


class BodyStalled(Problem):
    code = "body_stalled"
    status = 408
    texts = {"en": "The request stopped halfway. Send it again.", "zh": "请求中断了，请重新发送。"}


async def soon(reading: Awaitable[bytes]) -> bytes:
    """The body, if it comes in time. Raises BodyStalled."""
    try:
        async with asyncio.timeout(SECONDS):
            return await reading
    except TimeoutError:
        raise BodyStalled from None


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
        if raw.count(b":") > 1:
            json.loads(raw, object_pairs_hook=_pairs)
    except msgspec.ValidationError as error:
        raise _wrong(raw, error) from None
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise NotJson from None
    if NUL.search(raw):
        raise Invalid(errors=[{"field": "", "why": "holds a NUL character"}])
    return value


def _wrong(raw: bytes, error: msgspec.ValidationError) -> Problem:
    """Broken JSON is called so even where a wrong type stands before the break."""
    try:
        msgspec.json.decode(raw)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return NotJson()
    return invalid(str(error))


def invalid(message: str) -> Invalid:
    """The decoder's sentence, such as ``Expected `int`, got `str` - at `$.seq``` split into field and reason."""
    why, _, where = message.partition(" - at `$")
    return Invalid(errors=[{"field": where.rstrip("`").lstrip("."), "why": why}])
