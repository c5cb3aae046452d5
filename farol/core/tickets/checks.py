"""What features ask before a ticket's status moves, and before staff speak to its customer."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import msgspec

from farol.kit.core import Kit
from farol.kit.db import Reads, Tx
from farol.kit.permission import Actor

Check = Callable[[Tx, Actor, int, str], Awaitable[None]]
"""Given the acting person, the ticket and its new status, inside the transaction that moved it: raises a Problem to refuse."""
CHECKS: list[Check] = []


def before_status(run: Check) -> Check:
    """Registers a check of every new status, whoever sets it and by whatever verb."""
    CHECKS.append(run)
    return run


WordsCheck = Callable[[Actor, str], None]
"""Given who speaks and the words: raises a Problem to refuse. Pure, for it stands in the hottest verb."""
WORDS_CHECKS: list[WordsCheck] = []


def before_words(run: WordsCheck) -> WordsCheck:
    """Registers a check of public words of staff, by whatever verb they are said."""
    WORDS_CHECKS.append(run)
    return run


def check_words(actor: Actor, words: str, *, internal: bool) -> None:
    """Asks all of them."""
    if actor.kind == "staff" and not internal:
        for each in WORDS_CHECKS:
            each(actor, words)


SayingCheck = Callable[[Reads, Actor, int | None, str, UUID | None], Awaitable[None]]
"""Given who speaks, in which ticket (None: to many, or outside of tickets), the words and their client_id: raises a Problem to refuse."""
SAYING_CHECKS: list[SayingCheck] = []


def before_saying(run: SayingCheck) -> SayingCheck:
    """Registers a check of public words of staff that has to look something up. It stands in the hottest verb: it looks up nothing
    unless the words themselves give it a reason."""
    SAYING_CHECKS.append(run)
    return run


async def check_said(reads: Reads, actor: Actor, ticket_id: int | None, words: str, *, internal: bool = False, client_id: UUID | None = None) -> None:
    """Asks all of both kinds. Every way by which words of staff reach somebody outside comes through here."""
    check_words(actor, words, internal=internal)
    if actor.kind == "staff" and not internal:
        for each in SAYING_CHECKS:
            await each(reads, actor, ticket_id, words, client_id)


async def check_told(reads: Reads, actor: Actor, *words: str) -> None:
    """The same for words that stand where many read them, such as a banner or a reason that its author is told."""
    for each in words:
        await check_said(reads, actor, None, each)


class Heard(msgspec.Struct, frozen=True):
    """What a customer wants to say. ticket_id: None for a new ticket. about: as the form that opens it says."""

    customer_id: int
    ticket_id: int | None
    client_id: UUID
    words: str
    channel: str
    about: dict[str, str] | None = None


HearingCheck = Callable[[Kit, Heard], Awaitable[None]]
"""Raises a Problem when a customer is not listened to. It stands in the hottest verb."""
HEARING_CHECKS: list[HearingCheck] = []


def before_hearing(run: HearingCheck) -> HearingCheck:
    """Registers a check of what customers say."""
    HEARING_CHECKS.append(run)
    return run


async def check_heard(kit: Kit, heard: Heard) -> None:
    """Asks all of them."""
    for each in HEARING_CHECKS:
        await each(kit, heard)
