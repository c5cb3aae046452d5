"""The guard at work: a look at a reply while it is written, the last word before it goes, and the word to whoever leads the desk."""

import re
from collections.abc import Iterator, Mapping
from uuid import UUID

from farol.core.notices.actions import notify
from farol.core.people import store as people
from farol.core.shield import scrub
from farol.core.tickets.checks import before_saying, before_words
from farol.core.tickets.model import shorten
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound, Problem
from farol.kit.web import after

from . import contacts, held_store, links, listing, store
from .careful import careful, personal
from .events import AdviceLeft, ReplyStopped
from .model import Finding
from .never import blanks, never
from .problems import BlankLeft, ContactNotAllowed, LinkNotAllowed, MoneyPromised, NeverAsked, refusal
from .tone import tone

WORDS = 120
VARIABLE = re.compile(r"\{\{[^{}]{0,80}\}\}")
MOST_TOLD = 100
_known: list[links.Hosts] = []
"""What may be linked, from when the process began: a check of words has nothing but the words."""


def know(allowed: links.Hosts) -> None:
    """From here on links are checked, against these."""
    _known[:] = [allowed]


def forbidden(words: str) -> Iterator[Finding]:
    """What stops a reply, but for blanks and for what only a list of the database knows."""
    yield from _asks(words)
    for known in _known:
        yield from links.strange(words, known)


def _asks(words: str) -> Iterator[Finding]:
    yield from (one for one in never(words) if one.blocks)


async def elsewhere(reads: Reads, ticket_id: int | None, words: str) -> list[Finding]:
    """What in these words leads to strangers: links, handles, numbers, mail addresses, addresses on chains."""
    return [one for known in _known for one in contacts.findings(words, await listing.strange(reads, ticket_id, words, known))]


async def stopping(reads: Reads, ticket_id: int | None, words: str) -> list[Finding]:
    """What would stop these words, in order of place, but for blanks: of words that a machine drafted, or that are kept to be said later."""
    return sorted([*_asks(words), *await elsewhere(reads, ticket_id, words)], key=lambda one: (one.start, -one.end))


async def keep_kept(reads: Reads, *words: str) -> None:
    """Refuses words that are kept to be said later, and may hold variables, for what would stop them as a reply to anybody."""
    for text in words:
        # A variable such as {{ticket.number}} reads like the name of a site.
        if found := next(iter(await stopping(reads, None, VARIABLE.sub(lambda one: " " * len(one[0]), text))), None):
            raise refusal(found.code)(words=found.words, instead=found.instead, start=found.start, end=found.end)


async def look(reads: Reads, ticket_id: int, words: str) -> list[Finding]:
    """What should be changed before these words go to the ticket's customer, in order of place. Raises NotFound."""
    known = await store.known(reads, ticket_id)
    if known is None:
        raise NotFound
    return sorted([*_asks(words), *await elsewhere(reads, ticket_id, words), *blanks(words), *_advice(words, known)], key=lambda one: (one.start, -one.end))


def _advice(words: str, known: store.Known) -> list[Finding]:
    """What is pointed out and never stops a reply."""
    return [*careful(words, promised=known.promised), *tone(words), *personal(words, [known.email, known.phone, known.uid or ""])]


async def keep_left(tx: Tx, actor: Actor, ticket_id: int, seq: int) -> int | None:
    """Keeps what the guard advised against in the words of this seq, which went out: the row's id, None where there was nothing."""
    words, known = await store.said(tx, ticket_id, seq), await store.known(tx, ticket_id)
    found = _advice(words, known) if words and known else []
    if not found:
        return None
    codes = list(dict.fromkeys(one.code for one in found))
    id_ = await store.left(tx, actor.id, ticket_id, codes, shorten(scrub(found[0].words).text, WORDS), seq)
    await emit(tx, f"guard:{id_}", actor, AdviceLeft(ticket_id, seq, codes))
    return id_


@before_words
def stop(actor: Actor, words: str) -> None:
    """Refuses public words of staff that ask for a secret, for remote access or for coins, that promise money, or that hold a blank, by
    whatever way."""
    if blank := next(blanks(words), None):
        raise BlankLeft(words=blank.words, start=blank.start, end=blank.end)
    if found := next(_asks(words), None):
        raise refusal(found.code)(words=found.words, instead=found.instead, start=found.start, end=found.end)


@before_saying
async def keep_here(reads: Reads, actor: Actor, ticket_id: int | None, words: str, client_id: UUID | None) -> None:
    """Refuses public words of staff that lead elsewhere, unless a second person released exactly these."""
    found = next(iter(await elsewhere(reads, ticket_id, words)), None)
    if found is None or (client_id and ticket_id and await held_store.released(reads, client_id, ticket_id, actor.id, words)):
        return
    raise refusal(found.code)(words=found.words, instead=found.instead, start=found.start, end=found.end)


@after(NeverAsked)
@after(LinkNotAllowed)
@after(ContactNotAllowed)
@after(MoneyPromised)
async def tell(kit: Kit, actor: Actor, problem: Problem, names: Mapping[str, object]) -> None:
    """Keeps that a reply was stopped, and tells whoever leads the desk: once an hour for the same person, ticket and kind."""
    if actor.kind != "staff":
        return
    ticket = names.get("ticket_id")
    ticket_id = ticket if isinstance(ticket, int) else None
    words = shorten(scrub(str(problem.fields.get("words", ""))).text, WORDS)
    zh, en = SAID[problem.code]
    title = {"zh": f"{actor.name} 的回复被拦下：{zh}", "en": f"A reply of {actor.name} was stopped: {en}"}
    async with transaction(kit.db) as tx:
        id_ = await store.stopped(tx, actor.id, ticket_id, problem.code, words)
        seq = await emit(tx, f"guard:{id_}", actor, ReplyStopped(ticket_id, problem.code, words))
        key = f"guard:{actor.id}:{ticket_id or 0}:{problem.code}:{clock.now():%Y%m%d%H}"
        await notify(tx, await people.holders(tx, Can.QUEUE_MANAGE, most=MOST_TOLD), "escalation.guard", ticket_id=ticket_id, title=title, words=words, key=key, but=actor)
    await wake(kit.bus, f"guard:{id_}", seq)


SAID = {
    "never_asked": ("索要客服从不索要的东西", "it asks for what support never asks for"),
    "link_not_allowed": ("带有名单外的网址或联系方式", "it leads to a place that is not on our list"),
    "contact_not_allowed": ("带有名单外的号码或地址", "it holds a number or an address that is not on our list"),
    "money_promised": ("承诺了还没有决定的钱", "it promises money that nobody has decided on"),
}
