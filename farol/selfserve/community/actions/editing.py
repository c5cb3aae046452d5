"""An author's changes to their own posts: while the window is open, with what was said before kept."""

from typing import Any
from uuid import NAMESPACE_OID, uuid5

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .. import checking, links, store
from ..events import PostEdited, PostRemoved, PostReturned
from ..model import EDIT_FOR
from ..problems import NotPossible, Silenced, TooLateToEdit, TopicLocked
from ..shapes import Locked, Own
from .joining import account
from .posting import Posted, heard, settle


async def edit(kit: Kit, actor: Actor, post_id: int, body: str, title: str = "") -> Posted:
    """Changes the words of one's own post; title: of one's own topic, with its first post. The same words change nothing.

    A new member's change is read again before it is shown. Raises like a reply, and TooLateToEdit, TopicLocked, NotPossible.
    """
    uid = (await account(kit.db, actor)).uid
    policy, known = await checking.rules(kit, kit.db)
    await heard(kit, actor, uuid5(NAMESPACE_OID, f"farol:forum_post:{post_id}:{body}"), f"{title}\n{body}")
    async with transaction(kit.db) as tx:
        if silenced := await store.sanction(tx, actor.id, clock.now()):
            raise Silenced(until=silenced.until.strftime("%Y-%m-%d %H:%M UTC"), why=silenced.why)
        member = await store.member_locked(tx, actor.id)
        post, topic = await _own(tx, actor, post_id)
        if topic.locked_at:
            raise TopicLocked
        if post.state not in ("held", "shown"):
            raise NotPossible
        made = checking.written(await _client_id(tx, post_id), body, uid, policy)
        level = member.level if member else "new"
        checking.judge_links(f"{title}\n{made.said}", known, level)
        held = "edited" if level == "new" or (level == "member" and links.invites_away(made.said)) else ""
        state = "held" if held or post.state == "held" else "shown"
        retitled = checking.title(title, uid, policy) if title and post.n == 1 else topic.title
        if made.said == post.said and retitled == topic.title:
            return Posted(topic.id, post.n, "" if post.state == "shown" else "first")
        await tx.execute(store.KEEP_EDIT, post.id, post.body)
        await tx.execute(store.EDIT, post.id, made.said, made.body, list(made.masked), made.trace, state, held, clock.now())
        if retitled != topic.title:
            await tx.execute(store.RETITLE, topic.id, retitled)
        seq = await _follow(tx, actor, topic, post, state, PostEdited(post.n, held))
    await wake(kit.bus, f"forum:{topic.id}", seq)
    return Posted(topic.id, post.n, held if state == "held" else "", made.removed, made.masked)


async def remove(kit: Kit, actor: Actor, post_id: int) -> int:
    """Takes one's own post away; it can be brought back for a time. Returns its topic. Raises NotFound, TooLateToEdit, NotPossible."""
    async with transaction(kit.db) as tx:
        post, topic = await _own(tx, actor, post_id)
        if post.state not in ("held", "shown"):
            raise NotPossible
        await tx.execute(store.REMOVE, post.id, clock.now())
        seq = await _follow(tx, actor, topic, post, "removed", PostRemoved(post.n))
    await wake(kit.bus, f"forum:{topic.id}", seq)
    return topic.id


async def bring_back(kit: Kit, actor: Actor, post_id: int) -> int:
    """Undoes a removal. Returns the topic. Raises NotFound, TooLateToEdit, NotPossible."""
    async with transaction(kit.db) as tx:
        post, topic = await _own(tx, actor, post_id)
        if post.state != "removed" or post.removed_from is None:
            raise NotPossible
        await tx.execute(store.RETURN, post.id)
        seq = await _follow(tx, actor, topic, post, post.removed_from, PostReturned(post.n))
    await wake(kit.bus, f"forum:{topic.id}", seq)
    return topic.id


async def _own(tx: Tx, actor: Actor, post_id: int) -> tuple[Own, Locked]:
    """The actor's own post inside its window. What is another's and what is none are the same."""
    found = await store.own_locked(tx, post_id)
    if found is None or actor.kind != "customer" or found[0].customer_id != actor.id:
        raise NotFound
    if clock.now() - (found[0].removed_at or found[0].at) > EDIT_FOR:
        raise TooLateToEdit(hours=int(EDIT_FOR.total_seconds() // 3600))
    return found


async def _follow(tx: Tx, actor: Actor, topic: Locked, post: Own, state: str, event: Event) -> int:
    """The first post carries its topic along; counts and index follow."""
    if post.n == 1:
        await tx.execute(store.TOPIC_STATE, topic.id, state)
    await settle(tx, topic.id)
    return await emit(tx, f"forum:{topic.id}", actor, event, public=state == "shown")


async def _client_id(tx: Tx, post_id: int) -> Any:
    return await tx.fetchval(store.CLIENT_ID, post_id)
