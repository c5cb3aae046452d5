"""What the customer does in their case: answers, steps, words. Who holds the seat acts as the customer, in this ticket alone."""

from uuid import UUID

import msgspec

from farol.core.customers import actions as customers
from farol.core.shield import scrub
from farol.core.tickets import actions as tickets
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import Actor
from farol.kit.problem import Invalid
from farol.trust.emergency import seat_store, store
from farol.trust.emergency.events import QuestionsAnswered, StepDone
from farol.trust.emergency.model import CHECKLIST, GIVEN, YES_NO, Answers, Case
from farol.trust.emergency.problems import NoStepLikeThis


def customer(case: Case, lang: str = "en") -> Actor:
    """The case's own customer."""
    return Actor("customer", case.customer_id, customers.RIGHTS, b"", lang)


async def say(kit: Kit, case: Case, client_id: UUID, body: str) -> None:
    """Words of the customer. Raises what ``post_message`` does."""
    await tickets.post_message(kit, customer(case, case.language), case.ticket_id, client_id=client_id, body=body, channel="web")


async def answer(kit: Kit, case: Case, answers: Answers, country: str) -> None:
    """The five questions; secrets in the words are masked like in any message. Raises Invalid."""
    if not set(answers.given) <= set(GIVEN) or not {answers.mail_safe, answers.elsewhere} <= set(YES_NO) or "\0" in answers.what + answers.when:
        raise Invalid(errors=[{"field": "answers", "why": "cannot be right"}])
    clean = msgspec.structs.replace(answers, what=scrub(answers.what.strip()).text[:1000], when=scrub(answers.when.strip()).text[:200],
                                    given=sorted(set(answers.given)))
    made = After()
    async with transaction(kit.db) as tx:
        await store.ticket(tx, case.ticket_id)
        await store.answer(tx, case.id, clean, country, clock.now())
        await note(tx, customer(case), case.ticket_id, QuestionsAnswered(), made)
    await made.say(kit)


async def step(kit: Kit, actor: Actor, case: Case, key: str, done: bool) -> None:
    """A step of the checklist is done, or is not after all; by the customer or by staff on the phone with them. Raises NoStepLikeThis."""
    if key not in CHECKLIST:
        raise NoStepLikeThis
    made = After()
    async with transaction(kit.db) as tx:
        await store.ticket(tx, case.ticket_id)
        by = "customer" if actor.kind == "customer" else actor.ref
        changed = await (tx.fetchval(seat_store.DONE, case.id, key, clock.now(), by) if done else tx.fetchval(seat_store.UNDONE, case.id, key))
        if changed:
            await note(tx, actor, case.ticket_id, StepDone(key, done), made)
    await made.say(kit)
