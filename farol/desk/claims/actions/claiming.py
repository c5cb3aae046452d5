"""A customer claims, once for an account."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from farol.core.shield import scrub
from farol.core.tickets import actions as tickets
from farol.core.tickets.model import Change
from farol.desk.claims import store
from farol.desk.claims.events import ClaimMade
from farol.desk.claims.model import Claim, Window
from farol.desk.claims.problems import ClaimAccountNeeded, ClaimedAlready, SheetMissing, WindowClosed
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid, NotFound
from farol.selfserve.portal.replying import Upload, received, traces
from farol.trust.identity import store as identity

from .assessing import Reading, read

REASON = "trd.system_loss"
MOST_WORDS = 4_000


class Form(msgspec.Struct, frozen=True):
    """A claim as it is made. form_id: made with the page; words: what the customer adds to the logs."""

    form_id: UUID
    words: str
    uploads: Sequence[Upload]
    language: str


async def make_claim(kit: Kit, actor: Actor, window_id: int, form: Form) -> Claim:
    """The claim with its ticket. Raises NotFound, ClaimAccountNeeded, SheetMissing, WindowClosed, ClaimedAlready, Invalid, and what
    receiving files raises."""
    window = await _open(kit, window_id)
    uid = await identity.signed_in_uid(kit.db, actor.session) if actor.kind == "customer" else None
    if not uid:
        raise ClaimAccountNeeded
    words = scrub(form.words.strip()).text
    if "\0" in words or len(words) > MOST_WORDS:
        raise Invalid(errors=[{"field": "words", "why": "cannot be right"}])
    known = await store.claim(kit.db, store.OF_UID, window_id, uid)
    if known is not None:
        raise ClaimedAlready(number=known.number)
    ticket_id = await _ticket(kit, actor, window, form, words)
    after = After()
    async with transaction(kit.db) as tx:
        id_ = await store.add(tx, window_id, actor.id, uid, ticket_id, words)
        if id_ is not None:
            await note(tx, actor, ticket_id, ClaimMade(id_, window_id), after)
            await enqueue(tx, read, Reading(id_), key=f"claim:{id_}:read")
    await after.say(kit)
    found = await store.claim(kit.db, store.OF_UID, window_id, uid)
    if found is None:
        raise NotFound
    if id_ is None:
        raise ClaimedAlready(number=found.number)
    return found


async def _open(kit: Kit, window_id: int) -> Window:
    window = await store.window(kit.db, window_id)
    if window is None:
        raise NotFound
    if not await store.sheets(kit.db, window_id):
        raise SheetMissing
    if _over(window.closes_at):
        raise WindowClosed
    return window


def _over(at: datetime) -> bool:
    return at <= clock.now()


async def _ticket(kit: Kit, actor: Actor, window: Window, form: Form, words: str) -> int:
    zh = form.language.startswith("zh")
    subject = f"索赔：{window.zh}" if zh else f"Claim: {window.en}"
    client_id = uuid5(form.form_id, "\n".join([subject, words, *await traces(form.uploads)]))
    files = [row.id for row in await received(kit, actor, form.uploads)]
    opened = await tickets.open_ticket(
        kit, actor, client_id=client_id, body="\n".join(filter(None, (subject, words))), files=files, channel="portal", language=form.language,
        subject=subject)
    async with transaction(kit.db) as tx:
        seq, _ = await tickets.change_in(tx, SYSTEM, opened.id, Change(reason=REASON))
    after = After()
    after.woke(f"ticket:{opened.id}", seq)
    await after.say(kit)
    return opened.id
