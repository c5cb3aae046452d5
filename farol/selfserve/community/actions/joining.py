"""Becoming a member: a name of one's own, and whether notices come by mail."""

import asyncpg

from farol.core.customers import store as customers
from farol.core.customers.model import Customer
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor

from .. import names, store
from ..confusables import skeleton
from ..events import MemberNamed
from ..model import NAME_FOR
from ..problems import NameLately, NameTaken, NotAMember


async def account(db: Reads, actor: Actor) -> Customer:
    """The customer who acts. Raises NotAMember for visitors and for whom the exchange does not vouch."""
    found = await customers.customer(db, actor.id) if actor.kind == "customer" else None
    if found is None or not found.uid:
        raise NotAMember
    return found


async def name_oneself(kit: Kit, actor: Actor, typed: str) -> str:
    """Gives the customer a display name and returns it as it is shown; the same again changes nothing.

    Raises NotAMember, NameNotAllowed, NameLooksOfficial, NameNotYours, NameTaken, NameLately.
    """
    who = await account(kit.db, actor)
    own = (who.name, who.email.partition("@")[0], who.phone, who.uid or "")
    name = names.check(typed, brand=kit.settings.brand, staff=await store.staff_names(kit.db), own=own)
    stream = f"forum_member:{actor.id}"
    try:
        async with transaction(kit.db) as tx:
            known = await store.member_locked(tx, actor.id)
            if known and known.name == name:
                return name
            if known and clock.now() - known.named_at < NAME_FOR:
                raise NameLately(days=NAME_FOR.days)
            await store.join(tx, actor.id, name, skeleton(name))
            seq = await emit(tx, stream, actor, MemberNamed(name), public=True)
    except asyncpg.UniqueViolationError as error:
        if error.constraint_name != "forum_member_skeleton":
            raise
        raise NameTaken from None
    await wake(kit.bus, stream, seq)
    return name


async def want_mail(kit: Kit, customer_id: int, wanted: bool) -> None:
    """Whether notices go to the member's mailbox too."""
    async with transaction(kit.db) as tx:
        await store.set_mail(tx, customer_id, wanted)
