"""What happens to connections. Stream: ``connection:ID``. No secret stands in any of them."""

from farol.kit.events import Event


class ConnectionMade(Event, kind="connection.made", frozen=True):
    """An account of ours was connected. account: who the platform says we are."""

    channel: str
    name: str
    account: str


class ConnectionChanged(Event, kind="connection.changed", frozen=True):
    """fields: names of what was set, secrets too."""

    fields: list[str]


class ConnectionTested(Event, kind="connection.tested", frozen=True):
    """Somebody asked the platform whether it works."""

    works: bool
    said: str


class ConnectionPaused(Event, kind="connection.paused", frozen=True):
    """Nothing goes out; what comes in is kept and read when it goes on."""

    why: str


class ConnectionResumed(Event, kind="connection.resumed", frozen=True):
    """It works again, and what waited goes on."""

    channel: str


class ConnectionBroken(Event, kind="connection.broken", frozen=True):
    """It was switched off by itself: our token or account there is no longer good."""

    said: str


class ConnectionRemoved(Event, kind="connection.removed", frozen=True):
    """It is gone with its secrets."""

    channel: str


class ConnectionPriced(Event, kind="connection.priced", frozen=True):
    """What a unit costs, in millionths, and what a month may cost (None: no limit)."""

    prices: dict[str, int]
    currency: str
    month_limit: int | None
