"""Where the customer's own tickets stand: number, status, stage and promise, and not a word of what was written in them."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from farol.channels.webchat import store as own
from farol.channels.webchat.model import OwnTicket
from farol.kit.i18n import lang_of
from farol.kit.permission import Can
from farol.kit.ratelimit import limit

from . import store
from .model import Answer, Arguments, Asker, Language, Unanswered

MOST = 20
NO_TOKEN = ("This needs the customer's own session token as a bearer token of the connection. There is none, or it has ended. "
            "Never ask the customer to type a token, password or code into a conversation.")
Status = Literal["open", "pending", "resolved", "closed"]


class Which(Arguments, frozen=True):
    number: Annotated[str, Meta(pattern=r"^$|^[Ff][Rr][Ll]-[0-9]{4}-[0-9]{6,12}$", description="As FRL-2026-000123; left out for all open tickets")] = ""
    language: Language = "en"


class Promise(msgspec.Struct, frozen=True):
    """The customer hears of us by then. broken: the time has passed."""

    by: datetime
    broken: bool


class Standing(msgspec.Struct, frozen=True):
    """status: pending waits for the customer. stage: what is being done now, in words; empty for none. goes_on_in: it was merged into that ticket."""

    number: str
    status: Status
    stage: str
    next_promise: Promise | None
    goes_on_in: str


class Mine(Answer, frozen=True):
    tickets: list[Standing]


async def status(asker: Asker, given: Which) -> Mine:
    """One ticket of the customer's, or all that are not over. Raises Unanswered; somebody else's is none."""
    kit, actor = asker.kit, asker.actor
    if actor.kind != "customer" or not actor.may(Can.OWN_TICKETS):
        raise Unanswered(NO_TOKEN)
    limit("mcp_tickets", actor.ref, rate_per_s=0.5, burst=20)
    if given.number:
        one = await own.own_by_number(kit.db, actor.id, given.number.upper())
        if one is None:
            raise Unanswered("This customer has no ticket of that number.")
        found = [one]
    else:
        found = [one for one in await own.own_list(kit.db, actor.id) if one.status in ("open", "pending")][:MOST]
    owed = await store.promises(kit.db, [one.id for one in found])
    lang = lang_of(given.language)
    return Mine(tickets=[_standing(one, owed.get(one.id), lang) for one in found])


def _standing(one: OwnTicket, owed: store.Promised | None, lang: str) -> Standing:
    promise = Promise(owed.by, owed.broken) if owed and one.status in ("open", "pending") else None
    on = one.continues_in.number if one.continues_in else ""
    return Standing(one.number, msgspec.convert(one.status, Status), (one.stage or {}).get(lang, ""), promise, on)
