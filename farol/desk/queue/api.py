"""The queue's routes: an agent's own state, the queues, taking and giving back; and the customer's place."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import possible
from farol.core.tickets.visibility import viewer
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, overflow_store, view, waits
from .model import Skill

Note = Annotated[str, msgspec.Meta(max_length=200)]
Key = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Topic = Annotated[str, msgspec.Meta(max_length=60)]
Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$")]


class StateBody(Body, frozen=True):
    """Where I am from now on, and why if I like to say."""

    state: Literal["available", "busy", "away", "offline"]
    note: Note = ""


class CallbackBody(Body, frozen=True):
    """How to tell me, and not before when."""

    how: Literal["mail"]
    at: datetime | None = None


class SkillBody(Body, frozen=True):
    """topic: the beginning of a reason code, empty for all."""

    language: Language
    topic: Topic = ""
    level: Annotated[int, msgspec.Meta(ge=1, le=3)] = 2


class PlacedBody(Body, frozen=True):
    """All teams and skills; what is not named is taken away."""

    teams: Annotated[list[Key], msgspec.Meta(max_length=50)]
    skills: Annotated[list[SkillBody], msgspec.Meta(max_length=100)]


class VisibilityBody(Body, frozen=True):
    """all: everybody who sees tickets; members: those who work in the team, and who oversees."""

    visibility: Literal["all", "members"]


class OverflowBody(Body, frozen=True):
    """Seconds that a ticket waits while nobody of the team is there; null: until somebody comes."""

    overflow_s: Annotated[int, msgspec.Meta(ge=60, le=604_800)] | None


class Taken(msgspec.Struct, frozen=True):
    """The ticket's new version and seq, and who has it."""

    version: int
    seq: int
    owner: view.Holder


class Returned(msgspec.Struct, frozen=True):
    """version and seq of the ticket; both None when only an offer was declined."""

    version: int | None
    seq: int | None


class CallbackView(msgspec.Struct, frozen=True):
    """What was promised."""

    how: str
    at: datetime | None


@get("/me/state", can=Can.QUEUE_WORK)
async def my_state(kit: Kit, actor: Actor) -> view.MyState:
    """Where I am, what I carry, what is put before me."""
    return await view.my_state(kit.db, actor.id, clock.now())


@put("/me/state", can=Can.QUEUE_WORK)
async def set_state(kit: Kit, actor: Actor, data: StateBody) -> view.MyState:
    """I am available, busy, away or offline. Saying the same again shows that I am still there."""
    limit("agent_state", actor.ref, rate_per_s=2, burst=20)
    await actions.set_state(kit, actor, data.state, data.note.strip())
    return await view.my_state(kit.db, actor.id, clock.now())


@get("/queue", can=Can.QUEUE_SEE)
async def queue(kit: Kit, actor: Actor) -> list[view.TeamLine]:
    """The queue of every team whose tickets I may see."""
    seen = {team.id for team in await view.teams(kit.db, actor.id, viewer(actor))}
    return await view.team_lines(kit.db, clock.now(), seen)


@get("/queue/teams", can=Can.INBOX_SEE)
async def teams(kit: Kit, actor: Actor) -> list[view.TeamView]:
    """Those teams."""
    return await view.teams(kit.db, actor.id, viewer(actor))


@put("/queue/teams/{team_id:int}/visibility", can=Can.QUEUE_MANAGE)
async def set_visibility(kit: Kit, actor: Actor, team_id: int, data: VisibilityBody) -> None:
    """Who sees this team's tickets from now on."""
    await actions.set_visibility(kit, actor, possible(team_id), data.visibility)


@get("/queue/overflow", can=Can.QUEUE_SEE)
async def overflows(kit: Kit) -> list[overflow_store.Overflow]:
    """How long each team's tickets wait while nobody of it is there, before they go to the first line."""
    return await overflow_store.overflows(kit.db)


@put("/queue/teams/{team_id:int}/overflow", can=Can.QUEUE_MANAGE)
async def set_overflow(kit: Kit, actor: Actor, team_id: int, data: OverflowBody) -> None:
    """Sets it for this team."""
    await actions.set_overflow(kit, actor, possible(team_id), data.overflow_s)


@get("/queue/staff", can=Can.QUEUE_MANAGE)
async def placed(kit: Kit) -> list[view.Placed]:
    """Everybody with teams and skills."""
    return await view.placed(kit.db)


@put("/queue/staff/{staff_id:int}", can=Can.QUEUE_MANAGE)
async def place_staff(kit: Kit, actor: Actor, staff_id: int, data: PlacedBody) -> None:
    """Sets somebody's teams and skills."""
    skills = [Skill(s.language, s.topic, s.level) for s in data.skills]
    await actions.place_staff(kit, actor, possible(staff_id), list(dict.fromkeys(data.teams)), skills)


@post("/tickets/{ticket_id:int}/take", can=Can.QUEUE_WORK)
async def take(kit: Kit, actor: Actor, ticket_id: int) -> Taken:
    """I have this ticket from here on."""
    seq, version = await actions.take(kit, actor, possible(ticket_id))
    return Taken(version, seq, view.Holder(actor.id, actor.name))


@post("/tickets/{ticket_id:int}/return", can=Can.QUEUE_WORK)
async def give_back(kit: Kit, actor: Actor, ticket_id: int) -> Returned:
    """My ticket, or one offered to me, goes back to its place in the queue."""
    done = await actions.give_back(kit, actor, possible(ticket_id))
    return Returned(done[1], done[0]) if done else Returned(None, None)


@get("/tickets/{ticket_id:int}/place", can=Can.OWN_TICKETS)
async def place(kit: Kit, actor: Actor, ticket_id: int) -> waits.Place | None:
    """My place in the queue, or null when the ticket does not wait."""
    limit("place", actor.ref, rate_per_s=2, burst=30)
    if not await tickets.owned(kit.db, [possible(ticket_id)], actor.id):
        raise NotFound
    return (await waits.places(kit.db, [ticket_id], clock.now())).get(ticket_id)


@post("/tickets/{ticket_id:int}/callback", can=Can.OWN_TICKETS)
async def callback(kit: Kit, actor: Actor, ticket_id: int, data: CallbackBody) -> CallbackView:
    """Keep my place, and tell me when somebody has my ticket."""
    limit("callback", actor.ref, rate_per_s=0.2, burst=10)
    await actions.ask_callback(kit, actor, possible(ticket_id), data.how, data.at)
    return CallbackView(data.how, data.at)


routes = [my_state, set_state, queue, teams, set_visibility, overflows, set_overflow, placed, place_staff, take, give_back]
for_customer = [place, callback]
