"""Approved words stand on the help pages: put there at once, and by a job where the process died before; once, however often it is done."""

from uuid import NAMESPACE_OID, uuid5

import structlog

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import Actor
from farol.kit.problem import Problem
from farol.selfserve.announcements import actions as announcements
from farol.selfserve.announcements import store as announcement_store

from . import store
from .model import PostView

log = structlog.get_logger()


async def tell(kit: Kit, post_id: int) -> None:
    """Puts them there, or corrects what stands there. What is refused is shown with the post, and tried again."""
    async with transaction(kit.db) as tx:
        by = await store.to_tell(tx, post_id)
        post = await store.post(tx, post_id) if by is not None else None
        if by is None or post is None:
            return
        try:
            made = await _put(kit, Actor("staff", by, frozenset()), post)
        except Problem as problem:
            if await store.not_told(tx, post_id, problem.text()[:500]):
                log.warning("posts.not_told", post=post_id, code=problem.code)
            return
        await store.told(tx, post_id, made)


async def _put(kit: Kit, actor: Actor, post: PostView) -> int:
    """The announcement, in transactions of its own: found again by its id where this one was lost."""
    before = await store.post(kit.db, post.corrects) if post.corrects else None
    if before is None or not before.announcement_id:
        return (await announcements.publish(kit, actor, uuid5(NAMESPACE_OID, f"farol:post:{post.id}"), post.said())).id
    async with transaction(kit.db) as tx:
        there = await announcement_store.lock(tx, before.announcement_id)
    if there and not there.withdrawn_at and (there.title_zh, there.title_en, there.body_zh, there.body_en) != (
        post.title_zh, post.title_en, post.body_zh, post.body_en):
        await announcements.correct(kit, actor, there.id, there.version, post.said())
    return before.announcement_id
