"""The guard at work: a look at a reply while it is written, and the last word before it goes."""

from farol.core.tickets.checks import before_words
from farol.kit.db import Reads
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import store
from .careful import careful, personal
from .model import Finding
from .never import blanks, never
from .problems import BlankLeft, NeverAsked


async def look(reads: Reads, ticket_id: int, words: str) -> list[Finding]:
    """What should be changed before these words go to the ticket's customer, in order of place. Raises NotFound."""
    known = await store.known(reads, ticket_id)
    if known is None:
        raise NotFound
    found = [*never(words), *blanks(words), *careful(words, promised=known.promised), *personal(words, [known.email, known.phone, known.uid or ""])]
    return sorted(found, key=lambda one: (one.start, -one.end))


@before_words
def stop(actor: Actor, words: str) -> None:
    """Refuses public words of staff that ask for a secret, for remote access or for coins, or that hold a blank, by whatever way."""
    if blank := next(blanks(words), None):
        raise BlankLeft(words=blank.words, start=blank.start, end=blank.end)
    if found := next(never(words), None):
        raise NeverAsked(words=found.words, instead=found.instead, start=found.start, end=found.end)
