"""How long each channel takes now: the queue as it stands, and what the service levels promise. No figure where there is none."""

from datetime import datetime, timedelta

import msgspec

from farol.core.customers.model import Customer
from farol.core.reasons import reasons
from farol.desk.queue import waits
from farol.desk.sla import hours, policy
from farol.desk.sla.model import FIRST, Facts, Rules
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.i18n import Tongue

from .door import UNKNOWN, Channel, Key, Time
from .model import STOLEN

WIRES: dict[Key, str] = {"emergency": "webchat", "chat": "webchat", "form": "portal", "mail": "email"}
"""The channel of a ticket that comes this way."""


async def times(kit: Kit, rules: Rules, customer: Customer | None, reason: str, lang: Tongue) -> dict[Key, Time]:
    """For this reason, or a question of any kind. The emergency way is that of a stolen account."""
    tier, now = customer.tier if customer else "", clock.now()
    leaves = {key: STOLEN if key == "emergency" else reason for key in WIRES}
    live = [key for key, wire in WIRES.items() if wire == "webchat"]
    places = await waits.newcomers(kit.db, [waits.Newcomer(leaves[key], reasons()[leaves[key]].severity, lang) for key in live], now)
    waiting = {key: _waiting(place) for key, place in zip(live, places, strict=True)}
    return {
        key: msgspec.structs.replace(
            waiting.get(key, UNKNOWN), by=_promised(rules, Facts(tier, reasons()[leaves[key]].severity, wire, leaves[key]), now))
        for key, wire in WIRES.items()
    }


def opens(channel: Channel, rules: Rules, now: datetime) -> datetime | None:
    """When its hours begin again; None when it is open now. A calendar without hours opens at the end of time."""
    calendar = rules.calendars.get(channel.calendar_id) if channel.calendar_id is not None else None
    first = next(hours.pieces(calendar, now)) if calendar else None
    return first.until if first and first.kind == "closed" else None


def _promised(rules: Rules, facts: Facts, now: datetime) -> datetime | None:
    """The first reply's deadline, were the ticket opened now."""
    found = policy.choose(rules.policies, facts)
    budget = found.budget(FIRST) if found else None
    if found is None or budget is None:
        return None
    return hours.due(now, timedelta(seconds=budget), rules.calendars[found.calendar_id])


def _waiting(place: waits.Place | None) -> Time:
    return Time(place.usually_s, place.slowest_s, nobody=place.usually_s is None) if place else UNKNOWN
