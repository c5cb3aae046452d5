"""What the seam promises of every adapter, kept in one place: of what a platform says in a form that it never had, ``ValueError`` comes
out of ``take`` and ``read``, and ``Away`` out of everything that asks. A platform that answers nonsense is taken for one that is away."""

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
import structlog

from farol.channels.connections.elsewhere import Away

from .model import Happening

log = structlog.get_logger()
ODD = (KeyError, IndexError, TypeError, AttributeError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError)
ASKS = ("send", "fetch", "remove", "banish", "hush", "readmit", "stewards", "profile", "quote")


def guard(adapter: Any) -> None:
    """Puts the promises around an adapter's methods."""
    adapter.take = _pure(adapter.channel, "take", adapter.take)
    adapter.read = _pure(adapter.channel, "read", adapter.read, _typed)
    for name in ASKS:
        if run := getattr(adapter, name, None):
            setattr(adapter, name, _asks(adapter.channel, name, run))


def _pure(channel: str, name: str, run: Callable[..., Any], check: Callable[[Any], Any] = lambda made: made) -> Callable[..., Any]:
    @functools.wraps(run)
    def guarded(*given: Any, **named: Any) -> Any:
        try:
            return check(run(*given, **named))
        except ODD as error:
            if type(error) is ValueError:
                raise
            log.info("messengers.odd", channel=channel, what=name, error=type(error).__name__)
            raise ValueError(f"of another form ({type(error).__name__})") from error

    return guarded


def _typed(happenings: list[Happening]) -> list[Happening]:
    """Fields that a platform filled with something else are found here and not when the words are handled."""
    return msgspec.convert(msgspec.to_builtins(happenings, builtin_types=(datetime,)), list[Happening])


def _asks(channel: str, name: str, run: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(run)
    async def guarded(*given: Any, **named: Any) -> Any:
        try:
            return await run(*given, **named)
        except ODD as error:
            log.exception("messengers.odd_answer", channel=channel, what=name)
            raise Away(f"an answer of another form ({type(error).__name__})") from error

    return guarded
