"""Settling a ticket's language, and choosing one's own."""

import asyncio

from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import canonical
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid

from . import store
from .codes import SWITCH, UNKNOWN, Guess, settle
from .detect import detect
from .events import LanguageChosen, LanguageSettled


async def hear(tx: Tx, ticket_id: int, seq: int) -> int:
    """Listens to a customer's message: keeps its language, and settles the ticket's. The seq spent, 0 for none.

    Two short messages in a row in one language count as what they are together.
    """
    said = await store.spoken(tx, ticket_id, seq)
    if said is None:
        return 0
    # The models take a second to load, once.
    guess = await asyncio.to_thread(detect, said.body)
    spent = 0 if said.over else await _settled(tx, ticket_id, settle(said.kept, _together(said, guess), said.chosen, first=said.first))
    await store.heard(tx, ticket_id, seq, guess.code)
    return spent


def _together(said: store.Spoken, guess: Guess) -> Guess:
    if guess.code == UNKNOWN or guess.sure >= SWITCH or guess.code != said.before_language:
        return guess
    both = detect(f"{said.before}\n{said.body}")
    return both if both.code == guess.code else guess


async def _settled(tx: Tx, ticket_id: int, language: str) -> int:
    done = await store.settle(tx, ticket_id, language)
    if done is None:
        return 0
    seq, was = done
    return await emit(tx, f"ticket:{ticket_id}", SYSTEM, LanguageSettled(language, was), seq=seq)


async def choose(kit: Kit, actor: Actor, language: str) -> str:
    """The acting customer wants to be answered in this language, from now on and in what is going on; empty takes the choice back.

    The code that is kept. Raises Invalid for what is no language.
    """
    code = canonical(language) if language else ""
    if code == UNKNOWN:
        raise Invalid(errors=[{"field": "language", "why": "not a language code"}])
    stream = f"customer:{actor.id}"
    async with transaction(kit.db) as tx:
        if not await store.choose(tx, actor.id, code):
            return code
        seq = await emit(tx, stream, actor, LanguageChosen(code))
    await wake(kit.bus, stream, seq)
    return code


async def follow(tx: Tx, customer_id: int, most: int) -> list[tuple[int, int]]:
    """Brings a customer's tickets into the language they want by now: tickets and the seqs spent."""
    language = await store.chosen(tx, customer_id)
    if not language:
        return []
    spent = [(ticket_id, await _settled(tx, ticket_id, language)) for ticket_id in sorted(await store.going_on(tx, customer_id, language, most))]
    return [one for one in spent if one[1]]
