"""The kinds of channel there are: each channel's folder registers its own here."""

from collections.abc import Awaitable, Callable

import msgspec

from farol.kit.core import Kit

from .model import Connection, Kind, Probe

Test = Callable[[Kit, Connection], Awaitable[Probe]]
Turn = Callable[[Kit, Connection], Awaitable[None]]


class Known(msgspec.Struct, frozen=True):
    """A kind with what it can do. test: asks the platform who we are; never raises, never longer than 10 s.
    begin, end: tell the platform that we listen, and that we no longer do (a webhook set and deleted); raise ``elsewhere.Failed``."""

    kind: Kind
    test: Test
    begin: Turn | None = None
    end: Turn | None = None


KINDS: dict[str, Known] = {}


def register(kind: Kind, test: Test, *, begin: Turn | None = None, end: Turn | None = None) -> Kind:
    """Adds a kind. A key is taken once."""
    if kind.key in KINDS:
        raise TypeError(f"two channels share the key {kind.key}")
    KINDS[kind.key] = Known(kind, test, begin, end)
    return kind
