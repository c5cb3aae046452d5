"""Routes on the desk's languages: set by who runs the queue, read by customers."""

from typing import Annotated

import msgspec

from farol.desk.sla import rule_store
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, put

from . import actions, store, telling
from .model import LONGEST_WAIT_S, DeskLanguage
from .telling import Told

Code = Annotated[str, msgspec.Meta(max_length=12, pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]


class LanguageBody(Body, frozen=True):
    """version: the one that was read, 0 for a new language. calendar_id: None day and night."""

    fallback: Code
    wait_s: Annotated[int, msgspec.Meta(ge=0, le=LONGEST_WAIT_S)]
    translated: bool
    calendar_id: Annotated[int, msgspec.Meta(ge=1, lt=2**62)] | None = None
    version: Annotated[int, msgspec.Meta(ge=0, lt=2**31)] = 0


class Hours(msgspec.Struct, frozen=True):
    """A calendar to choose."""

    id: int
    name: str
    zone: str


class Languages(msgspec.Struct, frozen=True):
    """What is set, how customers read it, and the hours to choose from."""

    languages: list[DeskLanguage]
    told: list[Told]
    calendars: list[Hours]


class ToldLanguages(msgspec.Struct, frozen=True):
    """In which languages the desk answers, and when."""

    languages: list[Told]


class Saved(msgspec.Struct, frozen=True):
    """The language's version now."""

    version: int


@get("/languages", can=Can.QUEUE_SEE)
async def languages(kit: Kit) -> Languages:
    """How the desk answers in each language."""
    calendars = [Hours(one.id, one.name, one.zone) for one in await rule_store.calendars(kit.db)]
    return Languages(await store.all_(kit.db), await telling.languages(kit.db, clock.now()), calendars)


@put("/languages/{language:str}", can=Can.QUEUE_MANAGE)
async def set_language(kit: Kit, actor: Actor, language: str, data: LanguageBody) -> Saved:
    """From now on the desk answers so in this language."""
    limit("desk_language", actor.ref, rate_per_s=2, burst=20)
    one = DeskLanguage(language, data.calendar_id, data.fallback, data.wait_s, data.translated, data.version)
    return Saved(await actions.set_language(kit, actor, one))


@delete("/languages/{language:str}", can=Can.QUEUE_MANAGE)
async def remove_language(kit: Kit, actor: Actor, language: str) -> None:
    """Says nothing of it any more."""
    await actions.remove_language(kit, actor, language[:40].replace("\0", ""))


@get("/languages", can=Can.OWN_TICKETS)
async def told(kit: Kit, actor: Actor) -> ToldLanguages:
    """In which languages I am answered, and when."""
    limit("languages", actor.ref, rate_per_s=1, burst=20)
    return ToldLanguages(await telling.languages(kit.db, clock.now()))


routes = [languages, set_language, remove_language]
for_customer = [told]
