"""Variables of a macro's text: ``{{ticket.number}}`` is filled in, ``{{fill:amount}}`` is asked of the agent."""

import re
from datetime import datetime

import msgspec

from farol.kit.i18n import lang_of, moment

KNOWN = (
    "agent.alias", "customer.name", "exchange.brand", "exchange.help", "exchange.stolen", "promise.by", "ticket.number", "ticket.reason",
    "ticket.subject")
FILL = "fill:"
BRACES = re.compile(r"\{\{\s*([^{}]{1,60}?)\s*\}\}")
LONGEST_FILL = 40


class Values(msgspec.Struct, frozen=True):
    """What the variables stand for in one ticket. stolen: where an account is frozen without signing in.
    promise_by: None while nothing is promised."""

    agent: str
    customer: str
    brand: str
    help: str
    stolen: str
    number: str
    reason: str
    subject: str
    promise_by: datetime | None
    now: datetime
    zone: str

    def value(self, name: str, language: str) -> str:
        """The words for a known variable; empty when there are none."""
        match name:
            case "promise.by":
                return moment(self.promise_by, self.now, lang_of(language), self.zone) if self.promise_by else ""
            case "agent.alias":
                return self.agent
            case "customer.name":
                return self.customer
            case "exchange.brand":
                return self.brand
            case "exchange.help":
                return self.help
            case "exchange.stolen":
                return self.stolen
            case "ticket.number":
                return self.number
            case "ticket.reason":
                return self.reason
        return self.subject


class Filled(msgspec.Struct, frozen=True):
    """A text for one ticket. missing: what still stands in braces, for the agent to fill, in order, each once."""

    text: str
    missing: list[str]


def unknown(text: str) -> str | None:
    """The first thing in braces that is no variable; None when all are."""
    for found in BRACES.finditer(text):
        name = found[1]
        if name not in KNOWN and not (name.startswith(FILL) and 0 < len(name.removeprefix(FILL).strip()) <= LONGEST_FILL):
            return found[0]
    rest = BRACES.sub("", text)
    return "{{" if "{{" in rest else "}}" if "}}" in rest else None


def fill(text: str, values: Values, language: str) -> Filled:
    """The text with everything filled that is known. A value may hold braces of its own; those are not filled again."""
    missing: list[str] = []

    def put(found: re.Match[str]) -> str:
        name = found[1]
        value = values.value(name, language) if name in KNOWN else ""
        if value:
            return value.replace("{{", "{ {").replace("}}", "} }")
        if name not in missing:
            missing.append(name)
        return "{{" + name + "}}"

    return Filled(BRACES.sub(put, text), missing)
