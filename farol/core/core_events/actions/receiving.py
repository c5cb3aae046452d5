"""A webhook: believed, kept, acknowledged; what it allows to be said is said right after."""

from collections import Counter
from collections.abc import Mapping

import structlog

from farol.core.core_events import store
from farol.core.core_events.model import Thing
from farol.core.core_events.problems import WebhookRefused, WebhookUnreadable
from farol.core.exchange.model import CoreEvent, Unreadable, read_event
from farol.core.exchange.webhooks import BadWebhook, verify
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.ratelimit import limit

from .saying import say

REFUSED_PER_S, REFUSED_BURST = 20, 200
"""Of webhooks that are turned away, by address; right ones are not limited."""
log = structlog.get_logger()


class Inbox:
    """What webhooks wait in for the next statement: arrivals and refusals, each sharing one."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._kept: set[Thing] = set()
        self.saying = False
        self.arrivals = db.GroupCommit(self._keep)
        self.refusals = db.GroupCommit(self._count)

    async def _keep(self, events: list[CoreEvent]) -> list[None]:
        async with db.transaction(self._kit.db) as tx:
            await store.keep(tx, events, "webhook")
        self._kept |= {Thing(e.entity.kind, e.entity.id) for e in events}
        if not self.saying:
            self.saying = True
            self._kit.background(self._say())
        return [None] * len(events)

    async def _say(self) -> None:
        """One at a time in this process, so that a burst takes one connection. What it leaves, the worker's look finds."""
        try:
            while self._kept:
                things, self._kept = self._kept, set()
                await say(self._kit, things)
        except db.LOST:
            log.warning("core_events.said_later")
        finally:
            self.saying = False

    async def _count(self, reasons: list[str]) -> list[None]:
        await store.refused(self._kit.db, Counter(reasons))
        return [None] * len(reasons)


async def receive(kit: Kit, headers: Mapping[str, str], body: bytes, ip: str) -> None:
    """Returns once the event is stored for good, also when it was before.

    Raises ``WebhookRefused``, ``WebhookUnreadable``, and ``Unavailable`` when too many wait: the exchange sends again.
    """
    try:
        verify(headers, body, secrets(kit), clock.now().timestamp())
        event = read_event(body)
    except BadWebhook as bad:
        await refuse(kit, bad.reason, ip)
        raise WebhookRefused from None
    except Unreadable as error:
        await refuse(kit, "unreadable", ip)
        log.warning("core_events.unreadable", why=str(error))
        raise WebhookUnreadable(why=str(error)) from None
    await _inbox(kit).arrivals.put(event)


async def refuse(kit: Kit, reason: str, ip: str) -> None:
    """Counts a webhook that was turned away; not all of a flood from one address. Raises ``TooMany``."""
    limit("core_webhook", ip, REFUSED_PER_S, REFUSED_BURST)
    await _inbox(kit).refusals.put(reason)


def secrets(kit: Kit) -> list[str]:
    """Those that sign now: the one in use and the one before it."""
    both = (kit.settings.core_link_webhook_secret, kit.settings.core_link_webhook_secret_old)
    return [secret for secret in both if secret]


def _inbox(kit: Kit) -> Inbox:
    if not kit.has(Inbox):
        kit.put(Inbox(kit))
    return kit.get(Inbox)
