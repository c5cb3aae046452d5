"""Routes: why it said what it said, how it is set, what it would say, and what a customer's screen draws."""

from typing import Annotated

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import Version, possible
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put
from farol.selfserve.portal.drawn import Cited, Drawing, draws

from . import actions, store
from .model import Case, Move, Parts, Rules, Stage, Turn

MOST_TURNS, MOST_SHOWN = 100, 50
Channel = Annotated[str, msgspec.Meta(max_length=20)]
Tag = Annotated[str, msgspec.Meta(max_length=12)]
Begin = Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"\A[a-z0-9_.]+\Z")]


class SettingsBody(Body, frozen=True):
    """version: the one on screen. languages: empty for all. to_people: beginnings of reasons that go to a person at once."""

    active: bool
    channels: Annotated[list[Channel], msgspec.Meta(max_length=12)]
    languages: Annotated[list[Tag], msgspec.Meta(max_length=12)]
    to_people: Annotated[list[Begin], msgspec.Meta(max_length=60)]
    misses: Annotated[int, msgspec.Meta(ge=1, le=5)]
    version: Version


class TryBody(Body, frozen=True):
    """A customer's first words. language: of the page they would write on."""

    words: Annotated[str, msgspec.Meta(min_length=1, max_length=2_000, pattern=r"\A[^\x00]*\Z")]
    language: Annotated[str, msgspec.Meta(max_length=12, pattern=r"\A[A-Za-z-]*\Z")] = "en"


class Turns(msgspec.Struct, frozen=True):
    """The assistant in a ticket: how it stands there, and every turn with its stages, oldest first. case: None where it never did anything."""

    case: Case | None
    turns: list[Turn]


class Tried(msgspec.Struct, frozen=True):
    """What it would do, and every stage that led to it."""

    move: Move
    language: str
    stages: list[Stage]
    took_us: int
    model: str


class Shown(msgspec.Struct, frozen=True):
    """A message of the assistant as a screen draws it. seq: of the message."""

    seq: int
    parts: Parts


class OwnTurns(msgspec.Struct, frozen=True):
    """What a customer's screen draws, oldest first. talking: it answers the next words too."""

    turns: list[Shown]
    talking: bool


@draws
async def draw(db: Reads, ticket_id: int) -> dict[int, Drawing]:
    """Its messages on the portal's pages: words, the step of a flow, choices as buttons, and where they come from as links."""
    return {
        seq: Drawing(
            parts.lead, [one.label for one in parts.choices],
            [Cited(one.title, one.url, one.version, one.at, one.translated) for one in parts.sources if one.url],
            (parts.place.at, parts.place.of) if parts.place else None, parts.human)
        for seq, parts in (await store.shown(db, ticket_id, MOST_SHOWN)).items()
    }


@get("/tickets/{ticket_id:int}/assistant", can=Can.TICKET_SEE)
async def turns(kit: Kit, ticket_id: int) -> Turns:
    """Why it said this."""
    possible(ticket_id)
    return Turns(await store.case(kit.db, ticket_id), await store.turns(kit.db, ticket_id, MOST_TURNS))


@get("/assistant/settings", can=Can.RULE_MANAGE)
async def settings(kit: Kit) -> Rules:
    """Whether, where and how it answers."""
    return await store.rules(kit.db)


@put("/assistant/settings", can=Can.RULE_MANAGE)
async def set_settings(kit: Kit, actor: Actor, data: SettingsBody) -> Rules:
    """From now on so."""
    limit("assistant", actor.ref, rate_per_s=1, burst=10)
    rules = Rules(data.active, data.channels, data.languages, data.to_people, data.misses, data.version)
    return await actions.set_rules(kit, actor, rules)


@post("/assistant/try", can=Can.RULE_MANAGE)
async def try_out(kit: Kit, actor: Actor, data: TryBody) -> Tried:
    """Asks it something; nothing is posted or kept."""
    limit("assistant_try", actor.ref, rate_per_s=2, burst=20)
    thought = await actions.try_out(kit, data.words, data.language or "en")
    return Tried(thought.move, thought.language, thought.stages, thought.took_us, thought.model)


@get("/tickets/{ticket_id:int}/assistant", can=Can.OWN_TICKETS)
async def own_turns(kit: Kit, actor: Actor, ticket_id: int) -> OwnTurns:
    """What to draw for its messages in an own ticket."""
    if await tickets.own_ticket(kit.db, possible(ticket_id), actor.id) is None:
        raise NotFound
    found = await store.shown(kit.db, ticket_id, MOST_SHOWN)
    case, rules = await store.case(kit.db, ticket_id), await store.rules(kit.db)
    talking = rules.active and case is not None and case.state == "talking"
    return OwnTurns([Shown(seq, found[seq]) for seq in sorted(found)], talking)


routes = [turns, settings, set_settings, try_out]
for_customer = [own_turns]
