"""The phone that rings for a colleague: named by them, and proven by a code that is read out there."""

import hmac

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed, Refused
from farol.channels.phone import codes, lines, numbers, people_store, provider
from farol.channels.phone.events import PhoneNumberRemoved, PhoneNumberSet, PhoneNumberVerified
from farol.channels.phone.model import RINGS_S
from farol.channels.phone.problems import PhoneCodeWrong, PhoneNumberWrong, PhoneProviderAway
from farol.channels.phone.scene import to_desk
from farol.channels.phone.twiml import HANGUP, document, pause, say
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

MOST_WRONG = 5


async def set_own(kit: Kit, actor: Actor, given: str) -> None:
    """Calls that number and reads a code out. Raises NotFound without any line, PhoneNumberWrong, PhoneProviderAway."""
    line = next((one for one in await lines.every(kit) if one.connection.state == "active"), None)
    if line is None:
        raise NotFound
    number = numbers.normal(given, numbers.region_of(line.number))
    # The desk's own phones may stand in any country, but never at a number that costs whoever calls it.
    if not number or not numbers.may_call(number, frozenset({numbers.region_of(number)})):
        raise PhoneNumberWrong
    now = clock.now()
    async with transaction(kit.db) as tx:
        await tx.execute(people_store.SET_OWN, actor.id, number, now)
        seq = await emit(tx, f"staff_phone:{actor.id}", actor, PhoneNumberSet())
    await wake(kit.bus, f"staff_phone:{actor.id}", seq)
    desk = to_desk(actor.language)
    code = " ".join(codes.of_own_phone(kit, actor.id, number, now))
    words = document(pause(1), say(desk.verify.format(code=code, brand=kit.settings.brand), desk.lang), HANGUP)
    try:
        await provider.tell(kit, line, to=number, words=words, rings_s=RINGS_S)
    except Refused:
        raise PhoneNumberWrong from None
    except Failed as failure:
        await connections.failed(kit, line.id, failure)
        raise PhoneProviderAway from None


async def verify_own(kit: Kit, actor: Actor, given: str) -> None:
    """From here on it rings there. Raises PhoneCodeWrong, also after five wrong ones."""
    now, right = clock.now(), False
    async with transaction(kit.db) as tx:
        own = await people_store.own(tx, actor.id, lock=True)
        if own is None or own.wrong >= MOST_WRONG:
            raise PhoneCodeWrong
        right = hmac.compare_digest(codes.of_own_phone(kit, actor.id, own.number, own.set_at), given)
        await tx.execute(*((people_store.VERIFY_OWN, actor.id, now) if right else (people_store.WRONG_OWN, actor.id)))
        seq = await emit(tx, f"staff_phone:{actor.id}", actor, PhoneNumberVerified()) if right else 0
    if not right:
        raise PhoneCodeWrong
    await wake(kit.bus, f"staff_phone:{actor.id}", seq)


async def remove_own(kit: Kit, actor: Actor) -> None:
    """No phone of theirs rings any more; without one this is harmless."""
    async with transaction(kit.db) as tx:
        if await tx.fetchval(people_store.DROP_OWN, actor.id) is None:
            return
        seq = await emit(tx, f"staff_phone:{actor.id}", actor, PhoneNumberRemoved())
    await wake(kit.bus, f"staff_phone:{actor.id}", seq)
