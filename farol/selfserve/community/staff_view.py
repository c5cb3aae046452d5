"""What the console shows of the community: posts as published, never what was masked in them."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.kit.core import Kit
from farol.kit.problem import NotFound

from . import moderation_store, read_store
from .shapes import Category, Policy, Post, Sanction, Topic

QUEUE = 100
POSTS = 300
TOPICS = 100


class By(msgspec.Struct, frozen=True):
    """Who wrote it. member_id: of a customer, None for staff."""

    name: str
    member_id: int | None
    level: str | None


class Waiting(msgspec.Struct, frozen=True):
    """A post that waits for a decision. why: of being held; whys, words: of its flags; weight: theirs together."""

    id: int
    topic_id: int
    n: int
    title: str
    kind: str
    category: str
    language: str
    by: By
    body: str
    masked: list[str]
    state: str
    why: str
    at: datetime
    flagged: int
    weight: int
    whys: list[str]
    words: list[str]


class Queue(msgspec.Struct, frozen=True):
    """What waits, and how much of each."""

    held: int
    flagged: int
    posts: list[Waiting]


class TopicLine(msgspec.Struct, frozen=True):
    """A topic in a list."""

    id: int
    kind: str
    category: str
    language: str
    title: str
    by: By
    state: str
    opened_at: datetime
    last_at: datetime
    replies: int
    votes: int
    answered: bool
    locked: bool
    pinned: bool
    status: str
    status_why: str


class PostLine(msgspec.Struct, frozen=True):
    """A post of a topic. why: why it is held or hidden."""

    id: int
    n: int
    by: By
    body: str
    masked: list[str]
    state: str
    why: str
    at: datetime
    edited_at: datetime | None
    edits: int
    flagged: int
    accepted: bool


class Ruling(msgspec.Struct, frozen=True):
    """A decision of staff. n: the post's number, None for the whole topic."""

    id: int
    verb: str
    why: str
    at: datetime
    by_name: str
    n: int | None


class TopicWhole(msgspec.Struct, frozen=True):
    """A topic with its posts and what was decided. private: ``no``, ``asked``, or ``ticket`` when it goes on in one."""

    topic: TopicLine
    posts: list[PostLine]
    rulings: list[Ruling]
    private: Literal["no", "asked", "ticket"]
    ticket_id: int | None


class MemberCard(msgspec.Struct, frozen=True):
    """A member with what stands against them."""

    id: int
    name: str
    level: str
    joined_at: datetime
    shown: int
    hidden: int
    sanctions: list[Sanction]


class Edit(msgspec.Struct, frozen=True):
    """What a post said before a change."""

    at: datetime
    body: str


class Setting(msgspec.Struct, frozen=True):
    """The policy, and the places of the forum."""

    policy: Policy
    categories: list[Category]


async def queue(kit: Kit) -> Queue:
    """Posts that wait, the heaviest flags first, then the oldest."""
    held, flagged = await moderation_store.waiting(kit.db)
    rows = await moderation_store.queue(kit.db, QUEUE)
    return Queue(held, flagged, [_waiting(row) for row in rows])


async def topics(kit: Kit, words: str, category: str, state: str, kind: str) -> list[TopicLine]:
    """The last active ones."""
    return [_line(one) for one in await read_store.all_topics(kit.db, words, category, state, kind, TOPICS)]


async def topic(kit: Kit, topic_id: int) -> TopicWhole:
    """One topic whole. Raises NotFound."""
    found = await read_store.topic(kit.db, topic_id)
    if found is None:
        raise NotFound
    posts = await read_store.all_posts(kit.db, topic_id, 1, POSTS)
    rulings = [Ruling(**dict(row)) for row in await kit.db.fetch(moderation_store.RULINGS, topic_id)]
    private: Literal["no", "asked", "ticket"] = "ticket" if found.ticket_id else "asked" if found.private_asked_at else "no"
    return TopicWhole(_line(found), [_post(one, found) for one in posts], rulings, private, found.ticket_id)


async def member(kit: Kit, member_id: int) -> MemberCard:
    """A member by the customer's id. Raises NotFound."""
    row = await kit.db.fetchrow(moderation_store.MEMBER_CARD, member_id)
    if row is None:
        raise NotFound
    sanctions = await moderation_store.sanctions(kit.db, member_id)
    return MemberCard(row["customer_id"], row["name"], row["level"], row["joined_at"], row["shown"], row["hidden"], sanctions)


async def edits(kit: Kit, post_id: int) -> list[Edit]:
    """What the post said before, the newest first. Raises NotFound."""
    if await read_store.post(kit.db, post_id) is None:
        raise NotFound
    return [Edit(row["at"], row["body"]) for row in await kit.db.fetch(read_store.EDITS, post_id)]


def _waiting(row: Any) -> Waiting:
    by = By(row["author"] or "", row["customer_id"], row["level"])
    return Waiting(
        row["id"], row["topic_id"], row["n"], row["title"], row["kind"], row["category"], row["language"], by, row["body"], row["masked"],
        row["state"], row["why"], row["at"], row["flagged"], row["weight"], row["whys"] or [], row["words"] or [])


def _by(one: Topic | Post) -> By:
    return By(one.alias or one.author or "", one.customer_id, one.level)


def _line(one: Topic) -> TopicLine:
    return TopicLine(
        one.id, one.kind, one.category, one.language, one.title, _by(one), one.state, one.opened_at, one.last_at, one.replies, one.votes,
        one.accepted is not None, one.locked_at is not None, one.pinned_at is not None, one.status, one.status_why)


def _post(one: Post, found: Topic) -> PostLine:
    return PostLine(
        one.id, one.n, _by(one), one.body, one.masked, one.state, one.why, one.at, one.edited_at, one.edits, one.flagged, found.accepted == one.n)
