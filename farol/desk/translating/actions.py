"""Reading what one cannot read, and answering in a language one does not write.

What a customer wrote is translated for whoever looks at it and kept nowhere. What goes out is kept as its author wrote it. A
translation is text that a stranger has touched: it is shown as plain words, and what it says that the original does not is refused.
"""

import asyncio
from uuid import UUID

from farol.core.language import SWITCH, detect
from farol.core.tickets.actions import clean
from farol.core.tickets.checks import check_said
from farol.core.translation import Translation, Translator, differing, folded, said
from farol.desk.guard.model import Finding
from farol.desk.guard.never import blanks, never
from farol.kit.core import Kit
from farol.kit.i18n import canonical
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from . import store, terms
from .model import AT_ONCE, Draft, Reading, Settled
from .problems import AlreadySaid, TranslationDiffers
from .store import Message, Own

UNKNOWN = "und"
_SAME = {"zh": "您写的已经是这种语言，可以直接发送。", "en": "What you wrote is in that language already. Send it as it is."}


def _says(one: Translation) -> dict[str, str]:
    return {"zh": said(one, "zh"), "en": said(one, "en")}


async def read(kit: Kit, ticket_id: int, seqs: list[int], into: str) -> list[Reading]:
    """These messages in a language the reader knows; those that are in it already are left out. Raises NotFound, Invalid."""
    target = _language(into, "into")
    rows = await store.messages(kit.db, ticket_id, seqs)
    if not rows and await store.about(kit.db, ticket_id) is None:
        raise NotFound
    await terms.follow(kit)
    translator, turns = kit.get(Translator), asyncio.Semaphore(AT_ONCE)

    async def one(row: Message) -> Reading:
        source = canonical(row.language) if row.language else UNKNOWN
        async with turns:
            made = await translator.translate(row.body, source, target, customer=row.customer_id, about=f"ticket:{ticket_id}")
        return Reading(row.seq, made.words, source, made.by, made.why, _says(made))

    return [one for one in await asyncio.gather(*(one(row) for row in rows)) if one.why != "same"]


async def draft(kit: Kit, actor: Actor, ticket_id: int, client_id: UUID, text: str, source: str, target: str) -> Draft:
    """A reply in its customer's language, or in ``target``, beside its way back; kept for the reply of this id. Drafting again replaces it.

    source: what its author writes in as a rule; where a whole sentence is plainly in another language, it is translated from that.
    Raises NotFound, Invalid, Empty, TooLong, AlreadySaid.
    """
    about = await store.about(kit.db, ticket_id)
    if about is None:
        raise NotFound
    language, customer_id = about
    ours, theirs = _language(source, "source"), _language(target or language, "target")
    body, _ = clean(text, [])
    heard = await asyncio.to_thread(detect, body)
    ours = heard.code if heard.sure >= SWITCH else ours
    await terms.follow(kit)
    translator, stream = kit.get(Translator), f"ticket:{ticket_id}"
    made = await translator.translate(body, ours, theirs, customer=customer_id, about=stream)
    if made.words is None:
        says = _SAME if made.why == "same" else _says(made)
        return Draft(client_id, ours, theirs, body, None, "", made.why, says, findings=_findings(body))
    back = await translator.translate(made.words, theirs, ours, customer=customer_id, about=stream)
    if not await store.keep(kit.db, ticket_id, client_id, actor.id, Own(ours, theirs, body, made.words, made.by)):
        raise AlreadySaid
    return Draft(client_id, ours, theirs, body, made.words, made.by, "done", _says(made), back.words,
                 _findings(body) + _findings(made.words) + _findings(back.words or ""))


async def settle(kit: Kit, actor: Actor, ticket_id: int, client_id: UUID, words: str) -> Settled:
    """These words, as the machine or its author put them, may go out with the reply of this id.

    The guard judges the original, the words, and where they were changed their way back, so that what is not asked in one language
    is not asked in another. Raises NotFound, Empty, TooLong, TranslationDiffers, NeverAsked, BlankLeft.
    """
    own = await store.own(kit.db, ticket_id, client_id, actor.id)
    if own is None:
        raise NotFound
    words, _ = clean(words, [])
    edited, back = words != own.machine, None
    if edited and (pieces := differing(words, own.original, own.machine)):
        raise TranslationDiffers(pieces=", ".join(pieces[:5]))
    await check_said(kit.db, actor, ticket_id, own.original, client_id=client_id)
    await check_said(kit.db, actor, ticket_id, words, client_id=client_id)
    if edited:
        about = await store.about(kit.db, ticket_id)
        made = await kit.get(Translator).translate(words, own.target, own.source, customer=about[1] if about else None, about=f"ticket:{ticket_id}")
        back = made.words
        await check_said(kit.db, actor, ticket_id, back or "", client_id=client_id)
    await store.settle(kit.db, ticket_id, client_id, actor.id, words)
    return Settled(client_id, words, edited, back)


def _findings(text: str) -> list[Finding]:
    return [*never(text), *blanks(text)]


def _language(given: str, field: str) -> str:
    code = canonical(given)
    if code == UNKNOWN or folded(code) is None:
        raise Invalid(errors=[{"field": field, "why": "not a language code such as ru or zh-Hant"}])
    return code

