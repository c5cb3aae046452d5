"""Setting who is rung."""

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import Actor
from farol.trust.emergency import ring_store
from farol.trust.emergency.events import RingGroupsSet
from farol.trust.emergency.model import Group
from farol.trust.emergency.problems import RingGroupsWrong

MOST = 9


async def set_groups(kit: Kit, actor: Actor, groups: list[Group]) -> None:
    """These take the place of all before, in this order. Raises RingGroupsWrong when one has nobody, or no duty manager is rung."""
    if not 1 <= len(groups) <= MOST or ("role", "duty") not in {(one.owner_kind, one.owner_key) for one in groups}:
        raise RingGroupsWrong
    async with transaction(kit.db) as tx:
        for each in groups:
            if not await ring_store.people(tx, each):
                raise RingGroupsWrong
        await ring_store.set_groups(tx, groups, actor.ref)
        await emit(tx, "emergency_ring:1", actor, RingGroupsSet(len(groups)))
