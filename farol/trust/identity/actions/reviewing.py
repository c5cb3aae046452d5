"""The highest level: the exchange checked document and liveness, one of us vouches for the case and another decides. Never one alone."""

import ipaddress

from farol.core.exchange import CoreLink, ExchangeRefused
from farol.core.exchange.model import Why
from farol.core.exchange.states import ActionState
from farol.core.notices.actions import notify
from farol.core.people import store as people
from farol.core.tickets.actions import clean
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound
from farol.trust.identity import review_store, store
from farol.trust.identity.events import IdentityProven, ReviewDone, ReviewOpened
from farol.trust.identity.model import LASTS, Level
from farol.trust.identity.problems import NoAccount, NotReviewedThere, ReviewDecided, ReviewOpen, SamePerson
from farol.trust.identity.review_store import Case

from .counting import told
from .told import tell, wake_all

APPROVED, REVIEW = "approved", "kyc.manual_review"


async def open_review(kit: Kit, actor: Actor, ticket_id: int, core_ref: str, words: str) -> int:
    """Puts a case before a second person. core_ref: id of the action ``kyc.manual_review`` at the exchange; words: what was looked at.

    Raises NotFound, NoAccount, ReviewOpen, NotReviewedThere, ExchangeDown, ExchangeRefused, Invalid.
    """
    said, _ = clean(words, [])
    party = await store.party(kit.db, ticket_id)
    if party is None:
        raise NotFound
    if party.uid is None:
        raise NoAccount
    await _confirm(kit, actor, party.number, party.uid, core_ref)

    async def run() -> tuple[int, list[tuple[str, int]]]:
        async with db.transaction(kit.db) as tx:
            if any(one.outcome == "open" for one in await review_store.of_ticket(tx, ticket_id)):
                raise ReviewOpen
            if await review_store.used(tx, core_ref):
                raise Invalid(errors=[{"field": "core_ref", "why": "another review refers to it"}])
            id_ = await review_store.add(
                tx, ticket_id=ticket_id, customer_id=party.customer_id, uid=party.uid or "", core_ref=core_ref, words=said,
                maker_id=actor.id, session=actor.session, ip=await store.place(tx, actor.session), at=clock.now())
            title = {"zh": f"{party.number} 的身份复核等第二人决定", "en": f"{party.number}: an identity review waits for a second person"}
            await notify(tx, await people.holders(tx, Can.IDENTITY_DECIDE, most=100), "escalation.identity", ticket_id=ticket_id, title=title,
                         key=f"identity_review:{id_}", but=actor)
            return id_, [await tell(tx, actor, ticket_id, party.customer_id, ReviewOpened(id_))]

    id_, grown = await db.again(run, "identity_review_open", "identity_review_once")
    await wake_all(kit, grown)
    return id_


async def decide_review(kit: Kit, actor: Actor, review_id: int, *, agree: bool, words: str) -> None:
    """The second person agrees or refuses. Raises NotFound, NotAllowed, ReviewDecided, SamePerson, NotReviewedThere, ExchangeDown.

    The exchange is asked again at that moment. Agreed, the level stands on this ticket for a day.
    """
    if not actor.may(Can.IDENTITY_DECIDE):
        raise NotAllowed
    said = clean(words, [])[0] if words.strip() else ""
    case = await review_store.lock(kit.db, review_id)
    if case is None:
        raise NotFound
    await _another(kit, actor, case)
    if agree and case.outcome == "open":
        party = await store.party(kit.db, case.ticket_id)
        await _confirm(kit, actor, party.number if party else "", case.uid, case.core_ref)
    async with db.transaction(kit.db) as tx:
        held = await review_store.lock(tx, review_id)
        if held is None:
            raise NotFound
        now, outcome = clock.now(), "agreed" if agree else "refused"
        place = await store.place(tx, actor.session)
        if held.outcome != "open" or not await review_store.decide(tx, review_id, outcome, actor.id, actor.session, place, said, now):
            raise ReviewDecided
        grown = [await tell(tx, actor, held.ticket_id, held.customer_id, ReviewDone(review_id, outcome))]
        if agree:
            until = now + LASTS[Level.REVIEWED]
            await store.add_proof(
                tx, uid=held.uid, customer_id=held.customer_id, ticket_id=held.ticket_id, level=Level.REVIEWED, method="review",
                channel="console", at=now, until=until, session=None, review_id=review_id)
            event = IdentityProven(int(Level.REVIEWED), "review", "console", told(until))
            grown.append(await tell(tx, actor, held.ticket_id, held.customer_id, event))
    await wake_all(kit, grown)


async def _another(kit: Kit, actor: Actor, case: Case) -> None:
    """Another person, of another team, in another session, at another network address: one who signs in twice is still one, and so is who
    sits beside (V10).

    An address nobody knows is not another one. The demo is played on one machine, so there its own address counts as different.
    """
    place = await store.place(kit.db, actor.session)
    same_place = not place or not case.maker_ip or place == case.maker_ip
    if same_place and kit.settings.demo and _own_machine(place) and _own_machine(case.maker_ip):
        same_place = False
    if actor.id == case.maker_id or actor.session == case.maker_session or same_place or await store.together(kit.db, actor.id, case.maker_id):
        raise SamePerson


def _own_machine(place: str) -> bool:
    try:
        return not place or ipaddress.ip_address(place).is_loopback
    except ValueError:
        return False


async def _confirm(kit: Kit, actor: Actor, number: str, uid: str, core_ref: str) -> None:
    """Raises NotReviewedThere unless the exchange did this manual review of this account and holds its documents approved since."""
    link, why = kit.get(CoreLink), Why(number, "identity", actor.ref)
    try:
        receipt = await link.action(why, core_ref)
    except ExchangeRefused as refused:
        raise NotReviewedThere(state=refused.fields.get("core_code", "")) from None
    if receipt.state is not ActionState.EXECUTED:
        raise NotReviewedThere(state=receipt.state.value)
    if not any(one.kind == REVIEW and one.ref == uid for one in receipt.effects):
        raise NotReviewedThere(state="not this account's review")
    kyc = await link.kyc(why, uid)
    if kyc.state != APPROVED:
        raise NotReviewedThere(state=f"kyc {kyc.state}")
