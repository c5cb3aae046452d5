"""Routes of announcements that go out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post
from farol.selfserve.announcements.model import LONGEST_BODY, LONGEST_TITLE, Kind, Said

from . import actions, looking, store
from .model import MOST_PLACES, ROOMS, Place, PostView, Preview, Spot, Written

Title = Annotated[str, msgspec.Meta(max_length=LONGEST_TITLE)]
Words = Annotated[str, msgspec.Meta(max_length=LONGEST_BODY)]
Time = Annotated[datetime, msgspec.Meta(tz=True)]
Why = Annotated[str, msgspec.Meta(max_length=500)]


class PlaceBody(Body, frozen=True):
    """Somewhere it goes. chat: a group's or channel's own number at the platform; empty for the account's page."""

    connection_id: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    language: Literal["zh", "en"]
    chat: Annotated[str, msgspec.Meta(max_length=40)] = ""


class PostBody(Body, frozen=True):
    """What everybody is told, in both languages, and where."""

    kind: Kind
    title_zh: Title
    title_en: Title
    body_zh: Words
    body_en: Words
    places: Annotated[list[PlaceBody], msgspec.Meta(max_length=MOST_PLACES)]
    begins_at: Time | None = None
    ends_at: Time | None = None

    def said(self) -> Said:
        """As announcements take it."""
        return Said(self.kind, self.title_zh, self.title_en, self.body_zh, self.body_en, self.begins_at, self.ends_at)

    def put(self) -> tuple[Place, ...]:
        """Each place once."""
        return tuple(dict.fromkeys(Place(one.connection_id, one.chat.strip(), one.language) for one in self.places))


class ProposeBody(PostBody, frozen=True, kw_only=True):
    """corrects: the post whose words these replace, wherever they stand."""

    client_id: UUID
    in_product: bool
    corrects: Annotated[int, msgspec.Meta(ge=1, le=2**53)] | None = None


class RulingBody(Body, frozen=True):
    """The second person's word."""

    approve: bool
    why: Why = ""


class RecallBody(Body, frozen=True):
    """Why it is taken off."""

    why: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class LookedBody(Body, frozen=True):
    """Whether the words stand there. Where they do not, they go again."""

    stands: bool


class Posts(msgspec.Struct, frozen=True):
    """The newest first."""

    posts: Annotated[list[PostView], msgspec.Meta(max_length=100)]


class Spots(msgspec.Struct, frozen=True):
    """Where a post could go."""

    spots: Annotated[list[Spot], msgspec.Meta(max_length=200)]


class Previews(msgspec.Struct, frozen=True):
    """How it reads at each place."""

    previews: list[Preview]


class Made(msgspec.Struct, frozen=True):
    """What was made."""

    id: int


@get("/posts", can=Can.ANNOUNCEMENT_MANAGE)
async def listed(kit: Kit) -> Posts:
    """What waits, and what went out."""
    return Posts(await store.listed(kit.db))


@get("/posts/spots", can=Can.ANNOUNCEMENT_MANAGE)
async def spots(kit: Kit) -> Spots:
    """Accounts and groups that take posts."""
    return Spots(await store.spots(kit.db, list(ROOMS)))


@get("/posts/{post_id:int}", can=Can.ANNOUNCEMENT_MANAGE)
async def one(kit: Kit, post_id: int) -> PostView:
    """One of them."""
    found = await store.post(kit.db, possible(post_id))
    if found is None:
        raise NotFound
    return found


@post("/posts/preview", can=Can.ANNOUNCEMENT_MANAGE)
async def preview(kit: Kit, actor: Actor, data: PostBody) -> Previews:
    """How it would read at each place. Nothing is kept."""
    limit("post_preview", actor.ref, rate_per_s=3, burst=30)
    return Previews(await actions.preview(kit, data.said(), data.put()))


@post("/posts", can=Can.ANNOUNCEMENT_MANAGE)
async def propose(kit: Kit, actor: Actor, data: ProposeBody) -> Made:
    """Asks a second person to let it out."""
    limit("post", actor.ref, rate_per_s=0.5, burst=20)
    corrects = possible(data.corrects) if data.corrects else None
    return Made(await actions.propose(kit, actor, Written(data.client_id, data.said(), data.in_product, data.put(), corrects)))


@post("/posts/{post_id:int}/ruling", can=Can.ANNOUNCEMENT_MANAGE)
async def rule(kit: Kit, actor: Actor, post_id: int, data: RulingBody) -> None:
    """Lets a colleague's words out, or does not."""
    await actions.rule(kit, actor, possible(post_id), data.approve, data.why.strip())


@delete("/posts/{post_id:int}", can=Can.ANNOUNCEMENT_MANAGE)
async def withdraw(kit: Kit, actor: Actor, post_id: int) -> None:
    """Takes my own proposal back."""
    await actions.withdraw(kit, actor, possible(post_id))


@post("/posts/{post_id:int}/recall", can=Can.ANNOUNCEMENT_MANAGE)
async def recall(kit: Kit, actor: Actor, post_id: int, data: RecallBody) -> None:
    """Takes it off wherever the platform lets us."""
    await actions.recall(kit, actor, possible(post_id), data.why.strip())


@post("/posts/{post_id:int}/places/{place_id:int}/looked", can=Can.ANNOUNCEMENT_MANAGE)
async def looked(kit: Kit, actor: Actor, post_id: int, place_id: int, data: LookedBody) -> None:
    """I looked at a place where nobody knew whether the words stand."""
    await looking.looked(kit, actor, possible(post_id), possible(place_id), data.stands)


routes = [listed, spots, one, preview, propose, rule, withdraw, recall, looked]
