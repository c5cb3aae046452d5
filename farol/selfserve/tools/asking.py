"""One question to the exchange with its three honest failures: down, refused, not offered."""

from collections.abc import Awaitable
from typing import Generic, Literal, TypeVar

import msgspec

from farol.core.exchange import ExchangeDown, ExchangeRefused, NotOffered
from farol.core.exchange.model import Why
from farol.kit.permission import Actor

T = TypeVar("T")
State = Literal["ok", "down", "refused", "not_offered"]


class Answer(msgspec.Struct, Generic[T], frozen=True):
    """What came back. value: None unless ``state`` is ok. A read that found nobody is ok and empty, never refused."""

    state: State
    value: T | None = None


async def ask(read: Awaitable[T]) -> Answer[T]:
    """Runs the read. Never raises for the exchange's sake."""
    try:
        return Answer("ok", await read)
    except ExchangeDown:
        return Answer("down")
    except NotOffered:
        return Answer("not_offered")
    except ExchangeRefused as refused:
        return Answer("ok" if refused.fields.get("core_code") == "not_found" else "refused")


def why(actor: Actor, purpose: str) -> Why:
    """A customer who looks at their own things."""
    return Why("self", purpose, actor.ref)
