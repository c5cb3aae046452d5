"""What leads decide for everybody: sanctions, the policy of links, the categories."""

import re
from datetime import timedelta

from farol.core.tickets.checks import check_told
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from .. import moderation_store, telling_store
from ..events import CategoryChanged, MemberSilenced, PolicyChanged, SanctionLifted
from ..problems import CategoryTaken, ReasonNeeded
from ..shapes import Category, Policy
from . import levels

_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")


async def silence(kit: Kit, actor: Actor, customer_id: int, why: str, days: int) -> int:
    """A member may not write for so many days, and is told why and until when. Returns the sanction. Raises NotFound, ReasonNeeded."""
    if not why.strip():
        raise ReasonNeeded
    stream, until = f"forum_member:{customer_id}", clock.now() + timedelta(days=days)
    async with transaction(kit.db) as tx:
        if not await tx.fetchval(moderation_store.IS_MEMBER, customer_id):
            raise NotFound
        await check_told(tx, actor, why)
        id_ = await moderation_store.sanction(tx, customer_id, why.strip(), until, actor.id)
        await telling_store.tell(tx, [customer_id], None, None, "sanction", why.strip(), mail=True)
        await levels.refresh(tx, customer_id)
        seq = await emit(tx, stream, actor, MemberSilenced(id_, why.strip(), until.isoformat()))
    await wake(kit.bus, stream, seq)
    return id_


async def lift(kit: Kit, actor: Actor, sanction_id: int) -> None:
    """Ends a sanction early. Raises NotFound when none is in force."""
    async with transaction(kit.db) as tx:
        customer_id = await moderation_store.lift(tx, sanction_id, actor.id)
        if customer_id is None:
            raise NotFound
        stream = f"forum_member:{customer_id}"
        await telling_store.tell(tx, [customer_id], None, None, "lifted")
        seq = await emit(tx, stream, actor, SanctionLifted(sanction_id))
    await wake(kit.bus, stream, seq)


async def set_policy(kit: Kit, actor: Actor, policy: Policy) -> Policy:
    """Puts the policy, hosts in lower case and each once. What was published before is shown by it too. Raises Invalid."""
    kept = Policy(_hosts("official", policy.official), _hosts("allowed", policy.allowed), policy.ids)
    async with transaction(kit.db) as tx:
        await moderation_store.set_policy(tx, kept)
        seq = await emit(tx, "forum_policy:1", actor, PolicyChanged(kept.official, kept.allowed, kept.ids))
    await wake(kit.bus, "forum_policy:1", seq)
    return kept


async def set_category(kit: Kit, actor: Actor, made: Category, *, new: bool) -> None:
    """Makes or changes a place; a closed one keeps its topics. Raises NotFound for one there is not, CategoryTaken for a code in use."""
    statement = moderation_store.ADD_CATEGORY if new else moderation_store.SET_CATEGORY
    async with transaction(kit.db) as tx:
        await check_told(tx, actor, made.zh, made.en)
        if not await tx.fetchval(statement, made.code, made.place, made.zh, made.en, made.closed):
            raise CategoryTaken if new else NotFound
        seq = await emit(tx, "forum_policy:1", actor, CategoryChanged(made.code, made.zh, made.en, made.place, made.closed))
    await wake(kit.bus, "forum_policy:1", seq)


def _hosts(field: str, typed: list[str]) -> list[str]:
    hosts = sorted({re.sub(r"^https?://|/.*$", "", host.strip().lower()).removeprefix("www.") for host in typed if host.strip()})
    wrong = [host for host in hosts if not _HOST.fullmatch(host)]
    if wrong:
        raise Invalid(errors=[{"field": field, "why": f"not a host: {host[:100]}"} for host in wrong[:5]])
    return hosts
