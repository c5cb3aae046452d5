"""Unfreezing is hard: two people approve, then it cools off while everybody reachable is told and can stop it with one press."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

import msgspec
import structlog

from farol.channels.email.letters import post, transport
from farol.core.notices.actions import notify
from farol.core.tickets import actions as tickets
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM
from farol.kit.problem import Problem
from farol.trust.emergency import ring_store, thaw_letter, thaw_store
from farol.trust.emergency.events import ThawAsked, ThawStopped
from farol.trust.emergency.model import COOL_OFF
from farol.trust.emergency.problems import ThawOver
from farol.trust.emergency.thaw_store import Thaw
from farol.trust.proposals.actions import end_in
from farol.trust.proposals.gates import gate
from farol.trust.proposals.nouns import Proposal

UNFREEZE = "account.unfreeze"
SOON = timedelta(seconds=5)
log = structlog.get_logger()


@gate(UNFREEZE)
async def cooled_off(tx: Tx, proposal: Proposal) -> datetime | None:
    """Held back until the cooling-off is over; one whose notices are not written yet waits for them."""
    found = await thaw_store.thaw(tx, proposal.id)
    until = found.not_before if found else clock.now() + SOON
    return until if until > clock.now() else None


async def ask_in(tx: Tx, ticket_id: int, proposal_id: int, by: str, made: After) -> None:
    """Somebody proposed it: the cooling-off begins and everybody is told, before anybody approves."""
    row = await tx.fetchrow(thaw_store.OWNER, proposal_id)
    if row is None:
        return
    now = clock.now()
    if await tx.fetchval(thaw_store.ADD, proposal_id, ticket_id, row["customer_id"], by, now, now + COOL_OFF) is None:
        return
    await note(tx, SYSTEM, ticket_id, ThawAsked(proposal_id, (now + COOL_OFF).isoformat(timespec="seconds"), 0), made)
    await enqueue(tx, tell_owner, Telling(proposal_id), key=f"emergency:thaw:{proposal_id}")


class Telling(msgspec.Struct, frozen=True):
    proposal_id: int


@job("emergency.thaw_told", Telling)
async def tell_owner(kit: Kit, due: Telling) -> None:
    """In the ticket and by mail; a mail server that is away is tried again. Said once however often this runs."""
    found = await thaw_store.thaw(kit.db, due.proposal_id)
    if found is None or not found.open:
        return
    try:
        await tickets.post_message(kit, SYSTEM, found.ticket_id, client_id=uuid5(NAMESPACE_OID, f"farol:thaw:{found.proposal_id}"),
                                   body=thaw_letter.in_ticket(kit.settings, found), channel="webchat")
    except Problem:  # closed meanwhile: the mail stays
        log.info("emergency.thaw_not_said", proposal=found.proposal_id)
    if found.told or not found.email or not kit.settings.smtp_host:
        return
    try:
        stamp = await post.stamp(kit, found.customer_id, found.email)
        await post.hand_over(kit, found.email, thaw_letter.build(kit.settings, found, stamp))
    except (ValueError, transport.Refused) as error:
        log.warning("emergency.thaw_mail_refused", proposal=found.proposal_id, why=str(error)[:200])
    else:
        await kit.db.execute(thaw_store.TOLD, found.proposal_id)


async def stop(kit: Kit, token: str) -> Thaw:
    """It stays frozen, by whoever holds the link. Pressing again is harmless. Raises ThawOver when it was carried out, or is no link of ours."""
    proposal_id = thaw_letter.whose(kit.settings.secret_key, token)
    found = await thaw_store.thaw(kit.db, proposal_id) if proposal_id else None
    if found is None:
        raise ThawOver
    if found.stopped_at:
        return found
    made = After()
    async with transaction(kit.db) as tx:
        if not await end_in(tx, found.proposal_id, "customer_stop", made):
            again = await thaw_store.thaw(tx, found.proposal_id)
            if again and again.stopped_at:
                return again  # a second press of the same moment
            raise ThawOver
        await tx.execute(thaw_store.STOP, found.proposal_id, clock.now(), "link")
        await note(tx, SYSTEM, found.ticket_id, ThawStopped(found.proposal_id, "link"), made)
        groups = await ring_store.groups(tx)
        people = await ring_store.people(tx, groups[0]) if groups else []
        title = {"zh": f"{found.number} 解冻被客户叫停：可能有人冒充客户", "en": f"{found.number}: the owner stopped the unfreezing. Somebody may be posing as them"}
        await notify(tx, people, "emergency.thaw_stopped", ticket_id=found.ticket_id, title=title, key=f"emergency:thaw:{found.proposal_id}:stopped")
    await made.say(kit)
    again = await thaw_store.thaw(kit.db, found.proposal_id)
    assert again
    return again
