"""How long each channel takes now: the queue as it stands, and what the service levels promise. No figure where there is none."""

from datetime import timedelta

import msgspec

from farol.core.customers.model import Customer
from farol.core.reasons import reasons
from farol.desk.queue import waits
from farol.desk.sla import hours, policy, rule_store
from farol.desk.sla.model import FIRST, Facts, Rules
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.i18n import Lang

from .door import UNKNOWN, Key, Time
from .model import STOLEN

WIRES = {"emergency": "webchat", "chat": "webchat", "form": "portal", "mail": "email"}
"""The channel of a ticket that comes this way."""


async def times(kit: Kit, customer: Customer | None, reason: str, lang: Lang) -> dict[Key, Time]:
    """For this reason, or a question of any kind. The emergency way is that of a stolen account."""
    rules, tier, found = await rule_store.rules(kit.db), customer.tier if customer else "", dict[Key, Time]()
    for key, wire in WIRES.items():
        leaf = STOLEN if key == "emergency" else reason
        severity = reasons()[leaf].severity
        promised = _promised(rules, Facts(tier, severity, wire, leaf))
        waiting = await _waiting(kit, leaf, severity, lang) if wire == "webchat" else UNKNOWN
        found[key] = msgspec.structs.replace(waiting, by=promised.by)  # type: ignore[index]
    return found


def _promised(rules: Rules, facts: Facts) -> Time:
    """The first reply's deadline, were the ticket opened now."""
    found = policy.choose(rules.policies, facts)
    budget = found.budget(FIRST) if found else None
    if found is None or budget is None:
        return UNKNOWN
    return Time(by=hours.due(clock.now(), timedelta(seconds=budget), rules.calendars[found.calendar_id]))


async def _waiting(kit: Kit, reason: str, severity: str, lang: Lang) -> Time:
    place = await waits.newcomer(kit.db, reason, severity, lang, clock.now())
    if place is None:
        return UNKNOWN
    return Time(place.usually_s, place.slowest_s, nobody=place.usually_s is None)
