"""Routes of the console: what waits, topics as staff see them, decisions, ideas, sanctions, policy."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import moderation_store, staff_view, store
from .actions import answering, ideas, managing, posting, ruling
from .model import LONGEST
from .shapes import Category, Policy
from .staff_view import Edit, MemberCard, Queue, Setting, TopicLine, TopicWhole

Why = Annotated[str, msgspec.Meta(max_length=LONGEST["why"])]
Query = Annotated[str, msgspec.Meta(max_length=100)]
Host = Annotated[str, msgspec.Meta(max_length=253)]
Named = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class PostRulingBody(Body, frozen=True):
    """A decision on a post. why: for refuse and hide; the author reads it."""

    verb: Literal["publish", "refuse", "hide", "restore", "keep"]
    why: Why = ""


class TopicRulingBody(Body, frozen=True):
    """A decision on a topic. to: the category, for move; why: for lock and move, and what the author reads for private."""

    verb: Literal["lock", "unlock", "pin", "unpin", "move", "private"]
    why: Why = ""
    to: Annotated[str, msgspec.Meta(max_length=40)] = ""


class ReplyBody(Body, frozen=True):
    """Words of staff in public. The same client_id is one post."""

    client_id: UUID
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST["body"])]


class AnswerBody(Body, frozen=True):
    """The number of the post that answers the topic, 0: none."""

    n: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]


class StatusBody(Body, frozen=True):
    """What becomes of an idea, and why, for everybody to read."""

    status: Literal["open", "review", "planned", "shipped", "declined"]
    why: Why = ""


class SanctionBody(Body, frozen=True):
    """Why a member may not write, and for how many days. They read both."""

    why: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST["why"])]
    days: Annotated[int, msgspec.Meta(ge=1, le=365)]


class PolicyBody(Body, frozen=True):
    """Hosts that are ours beside the settings', hosts of others that may be linked, and how ids are published."""

    official: Annotated[list[Host], msgspec.Meta(max_length=100)]
    allowed: Annotated[list[Host], msgspec.Meta(max_length=200)]
    ids: Literal["masked", "linked"]


class CategoryBody(Body, frozen=True):
    """A place of the forum. closed: nothing new is opened there."""

    zh: Named
    en: Named
    place: Annotated[int, msgspec.Meta(ge=0, le=1000)]
    closed: bool = False


class NewCategoryBody(CategoryBody, frozen=True, kw_only=True):
    """code: its name in addresses, which stays."""

    code: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$", min_length=2, max_length=40)]


class Made(msgspec.Struct, frozen=True):
    """What was made."""

    id: int


@get("/community/queue", can=Can.COMMUNITY_SEE)
async def queue(kit: Kit) -> Queue:
    """Held and flagged posts."""
    return await staff_view.queue(kit)


@get("/community/topics", can=Can.COMMUNITY_SEE)
async def topics(
    kit: Kit, q: Query = "", category: Query = "", standing: Literal["", "held", "shown", "hidden", "removed"] = "",
    kind: Literal["", "question", "idea"] = "",
) -> list[TopicLine]:  # fmt: skip
    """Topics by words of their title, the last active first."""
    return await staff_view.topics(kit, q.strip(), category, standing, kind)


@get("/community/topics/{topic_id:int}", can=Can.COMMUNITY_SEE)
async def topic(kit: Kit, topic_id: int) -> TopicWhole:
    """One topic with every post and every decision."""
    return await staff_view.topic(kit, possible(topic_id))


@get("/community/posts/{post_id:int}/edits", can=Can.COMMUNITY_SEE)
async def edits(kit: Kit, post_id: int) -> list[Edit]:
    """What a post said before."""
    return await staff_view.edits(kit, possible(post_id))


@post("/community/posts/{post_id:int}/rulings", can=Can.COMMUNITY_MODERATE)
async def rule_post(kit: Kit, actor: Actor, post_id: int, data: PostRulingBody) -> None:
    """Decides on a post."""
    limit("community_rule", actor.ref, rate_per_s=5, burst=60)
    await ruling.rule_post(kit, actor, possible(post_id), data.verb, data.why.strip())


@post("/community/topics/{topic_id:int}/rulings", can=Can.COMMUNITY_MODERATE)
async def rule_topic(kit: Kit, actor: Actor, topic_id: int, data: TopicRulingBody) -> None:
    """Decides on a topic."""
    limit("community_rule", actor.ref, rate_per_s=5, burst=60)
    await ruling.rule_topic(kit, actor, possible(topic_id), data.verb, data.why.strip(), data.to)


@post("/community/topics/{topic_id:int}/posts", can=Can.COMMUNITY_ANSWER)
async def reply(kit: Kit, actor: Actor, topic_id: int, data: ReplyBody) -> posting.Posted:
    """Replies in public, under the staff badge."""
    limit("community_reply", actor.ref, rate_per_s=1, burst=20)
    return await posting.reply(kit, actor, possible(topic_id), data.body, data.client_id)


@put("/community/topics/{topic_id:int}/answer", can=Can.COMMUNITY_ANSWER)
async def answer(kit: Kit, actor: Actor, topic_id: int, data: AnswerBody) -> None:
    """Says which post answers the topic."""
    await answering.accept(kit, actor, possible(topic_id), data.n)


@put("/community/topics/{topic_id:int}/status", can=Can.COMMUNITY_MANAGE)
async def status(kit: Kit, actor: Actor, topic_id: int, data: StatusBody) -> None:
    """Says what becomes of an idea; its voters hear of it."""
    await ideas.move(kit, actor, possible(topic_id), data.status, data.why)


@get("/community/members/{member_id:int}", can=Can.COMMUNITY_SEE)
async def member(kit: Kit, member_id: int) -> MemberCard:
    """A member and their sanctions."""
    return await staff_view.member(kit, possible(member_id))


@post("/community/members/{member_id:int}/sanctions", can=Can.COMMUNITY_MODERATE)
async def silence(kit: Kit, actor: Actor, member_id: int, data: SanctionBody) -> Made:
    """A member may not write for a time."""
    return Made(await managing.silence(kit, actor, possible(member_id), data.why, data.days))


@delete("/community/sanctions/{sanction_id:int}", can=Can.COMMUNITY_MODERATE)
async def lift(kit: Kit, actor: Actor, sanction_id: int) -> None:
    """Ends a sanction early."""
    await managing.lift(kit, actor, possible(sanction_id))


@get("/community/settings", can=Can.COMMUNITY_SEE)
async def settings(kit: Kit) -> Setting:
    """Policy and categories."""
    return Setting(await store.policy(kit.db), await moderation_store.categories(kit.db))


@put("/community/settings/policy", can=Can.COMMUNITY_MANAGE)
async def set_policy(kit: Kit, actor: Actor, data: PolicyBody) -> Policy:
    """Puts the policy."""
    return await managing.set_policy(kit, actor, Policy(data.official, data.allowed, data.ids))


@post("/community/settings/categories", can=Can.COMMUNITY_MANAGE)
async def add_category(kit: Kit, actor: Actor, data: NewCategoryBody) -> None:
    """A new category."""
    await managing.set_category(kit, actor, _category(data.code, data), new=True)


@put("/community/settings/categories/{category_code:str}", can=Can.COMMUNITY_MANAGE)
async def set_category(kit: Kit, actor: Actor, category_code: str, data: CategoryBody) -> None:
    """Renames, moves, closes or opens a category."""
    await managing.set_category(kit, actor, _category(category_code, data), new=False)


def _category(code: str, data: CategoryBody) -> Category:
    return Category(code, data.place, data.zh.strip(), data.en.strip(), data.closed)


routes = [
    queue, topics, topic, edits, rule_post, rule_topic, reply, answer, status, member, silence, lift, settings, set_policy, add_category, set_category,
]  # fmt: skip
