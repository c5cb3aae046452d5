"""What happens to webhooks. Stream: ``webhook:ID``."""

from farol.kit.events import Event


class WebhookMade(Event, kind="webhook.made", frozen=True):
    """An endpoint is told from here on. host: of its address, which may hold a secret."""

    name: str
    host: str
    kinds: list[str]


class WebhookChanged(Event, kind="webhook.changed", frozen=True):
    """It has another name, address or wish. secret: whether it has a new one."""

    name: str
    host: str
    kinds: list[str]
    secret: bool = False


class WebhookStopped(Event, kind="webhook.stopped", frozen=True):
    """Nothing goes there. why: ``paused``, ``gone`` (it answered 410), ``unreachable`` (for 72 h) or ``removed``."""

    why: str


class WebhookResumed(Event, kind="webhook.resumed", frozen=True):
    """It is told again."""


class WebhookReplayed(Event, kind="webhook.replayed", frozen=True):
    """What was told or could not be told is told again. count: how many."""

    count: int
