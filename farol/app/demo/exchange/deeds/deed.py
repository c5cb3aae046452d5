"""A deed: what it will change, told before it is done."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec

from ..policy import ActionRequest
from ..post import Post
from ..world import World

_AMOUNT = re.compile(r"[0-9]{1,30}(\.[0-9]{1,18})?")


class Denied(Exception):
    """The books say no; the text is the code of why, such as ``not_cancellable``."""


class Deed(msgspec.Struct, frozen=True):
    """effects: kind, ref and text key of each change. do: makes them. undo: the action that takes it back, if any.

    usdt: worth of what moves, by the books and not by whoever asks; None where it has no price.
    """

    effects: list[dict[str, str]]
    do: Callable[[], None]
    undo: str = ""
    usdt: Decimal | None = Decimal(0)


class Bench(msgspec.Struct, frozen=True):
    """What deeds work with. proof: what the owner proved here (``own``, ``mailbox`` or nothing)."""

    world: World
    post: Post
    proof: str = ""


Maker = Callable[[Bench, ActionRequest], Deed]
DEEDS: dict[str, Maker] = {}
"""Type of action to what makes its deed; a maker raises ``Denied``."""


def deed(type_: str) -> Callable[[Maker], Maker]:
    """Registers a maker."""

    def register(maker: Maker) -> Maker:
        DEEDS[type_] = maker
        return maker

    return register


def effect(kind: str, ref: str = "", text_key: str = "") -> dict[str, str]:
    """One change."""
    return {"kind": kind, "ref": ref, "text_key": text_key or kind}


def text(request: ActionRequest, name: str, default: str | None = None) -> str:
    """A word of the parameters. Raises ``Denied``."""
    found: Any = request.params.get(name, default)
    if not isinstance(found, str) or len(found) > 300 or (not found and default is None):
        raise Denied(f"param:{name}")
    return found


def decimal(request: ActionRequest, name: str, default: str | None = None) -> Decimal:
    """An amount of the parameters, above zero unless it was left out. Raises ``Denied``."""
    found = text(request, name, default)
    if not _AMOUNT.fullmatch(found) or (not Decimal(found) and default is None):
        raise Denied(f"param:{name}")
    return Decimal(found)
