"""When a macro's promise falls due: whole five minutes, and never later than the ticket's service level lets a customer wait."""

from datetime import datetime, timedelta

from farol.desk.conditions.facts import Facts as Ticket
from farol.desk.effects.model import Effect, severity_after
from farol.desk.sla import policy, rule_store
from farol.desk.sla.hours import due
from farol.desk.sla.model import Facts
from farol.kit.db import Reads

ROUND = timedelta(minutes=5)


async def promise_by(reads: Reads, ticket: Ticket, effects: list[Effect], now: datetime) -> datetime | None:
    """The time to tell the customer; None when the macro promises nothing, or nothing may be promised."""
    wanted = {effect.do: effect.value for effect in effects}
    if "promise" not in wanted:
        return None
    by = _up(now + timedelta(minutes=wanted["promise"]))
    severity = severity_after(ticket.severity, wanted.get("severity", ticket.severity))
    rules = await rule_store.rules(reads)
    found = policy.choose(rules.policies, Facts(ticket.tier, severity, ticket.channel, wanted.get("reason", ticket.reason)))
    if found and found.update_s:
        by = min(by, _down(due(now, timedelta(seconds=found.update_s), rules.calendars[found.calendar_id])))
    return by if by > now else None


def _down(at: datetime) -> datetime:
    return at - timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)


def _up(at: datetime) -> datetime:
    return at if _down(at) == at else _down(at) + ROUND
