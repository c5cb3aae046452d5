"""Two codes in the customer's app: the one they give on the phone, and the one the colleague has to read out. A caller's number proves nothing."""

from datetime import datetime

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.phone import codes, lines, people_store, record, store
from farol.channels.phone.events import CallProven, PhoneCodeShown
from farol.channels.phone.model import CHANNEL, CODE_LIVES, CODE_WRONG, Line
from farol.channels.phone.problems import CallOver, PhoneCodeForAccounts, PhoneCodeWrong
from farol.channels.phone.scene import Scene
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.trust.identity import store as identities


class Number(msgspec.Struct, frozen=True):
    """One of our numbers that is meant for the customer. opens: when next, None while it is open."""

    number: str
    name: str
    languages: list[str]
    open: bool
    opens: datetime | None


class Speaking(msgspec.Struct, frozen=True):
    """A colleague in a call about the customer's ticket. code: what they have to read out. proven: whether whoever calls gave the customer's code."""

    name: str
    code: str
    since: datetime
    ours: str
    proven: bool


class PhoneCode(msgspec.Struct, frozen=True):
    """What the customer's page shows. code: to give on the phone; None when there is none."""

    code: str | None
    expires_at: datetime | None
    speaking: list[Speaking]
    numbers: list[Number]


async def show_code(kit: Kit, actor: Actor) -> PhoneCode:
    """A new code in place of any before. Raises PhoneCodeForAccounts for who is not signed in at the exchange."""
    if await identities.signed_in_uid(kit.db, actor.session) is None:
        raise PhoneCodeForAccounts
    now = clock.now()
    async with transaction(kit.db) as tx:
        await tx.execute(people_store.SHOW_CODE, actor.id, actor.session, now, now + CODE_LIVES)
        seq = await emit(tx, f"phone_code:{actor.id}", actor, PhoneCodeShown())
    await wake(kit.bus, f"phone_code:{actor.id}", seq)
    return await shown(kit, actor)


async def shown(kit: Kit, actor: Actor) -> PhoneCode:
    """The code that stands, who of us speaks about the customer's tickets now, and which numbers are theirs to call."""
    now, signed_in = clock.now(), await identities.signed_in_uid(kit.db, actor.session) is not None
    held = await people_store.code(kit.db, actor.id) if signed_in else None
    good = held is not None and held.used_at is None and held.expires_at > now and held.wrong < CODE_WRONG
    code = codes.of_customer(kit, actor.id, held.issued_at) if held and good else None
    speaking = []
    for call in await store.of_customer(kit.db, actor.id) if signed_in else ():
        colleague = await people_store.colleague(kit.db, call.staff_id or 0)
        line = await lines.by_id(kit, call.connection_id)
        if colleague and line:
            speaking.append(Speaking(
                colleague.alias, codes.of_colleague(kit, call.id, colleague.id), call.answered_at or call.began_at, line.number, call.proven_at is not None))
    tier, _ = await store.tier(kit.db, actor.id)
    entity = await kit.db.fetchval(store.ENTITY, actor.id) or ""
    offered = [Line(one) for one in await connections.offered(kit, region=entity, tier=tier) if one.channel == CHANNEL]
    hours = [(one, await lines.open_now(kit.db, one, now)) for one in offered[:20]]
    numbers = [Number(one.number, one.connection.name, list(one.languages), at.open, at.opens) for one, at in hours]
    return PhoneCode(code, held.expires_at if held and code else None, speaking, numbers)


async def read_out(kit: Kit, actor: Actor, call_id: int, given: str, uid: str) -> int:
    """The caller read the six digits to a colleague: from here on the call is that customer's. Returns the ticket in which it goes on.

    They are tried on whose ticket the call has or names, on who has the caller's number on record, and on the account ``uid`` that the caller says
    is theirs. Raises NotFound, CallOver, PhoneCodeWrong.
    """
    wrong = False
    async with transaction(kit.db) as tx:
        call = await store.call(tx, call_id, lock=True)
        line = await lines.by_id(kit, call.connection_id) if call else None
        if call is None or line is None:
            raise NotFound
        if call.over:
            raise CallOver
        now = clock.now()
        scene = Scene(kit, tx, line, call, "", {}, {}, now, await lines.open_now(tx, line, now))
        found = {call.customer_id, call.hint_id, await store.by_uid(tx, uid) if uid else None}
        if call.about_id:
            found.add(await tx.fetchval(store.CUSTOMER_OF, call.about_id))
        customer_id = await codes.spend(kit, tx, sorted(one for one in found if one), given, now)
        if customer_id is None:
            wrong = True  # the wrong try is counted, so the transaction stands
        else:
            await record.prove(scene, customer_id)
            await scene.emit(CallProven(customer_id, call.ticket_id, "voice"), actor)
            await store.save(tx, call)
    await scene.after.say(kit)
    if wrong:
        raise PhoneCodeWrong
    assert call.ticket_id
    return call.ticket_id
