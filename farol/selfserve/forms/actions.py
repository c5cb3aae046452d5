"""What somebody does with a form: keep it, send it, or leave because an article was enough."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

import msgspec

from farol.core.exchange.shapes import Item
from farol.core.reasons import reasons
from farol.core.shield import scrub
from farol.core.tickets.actions import change_in, open_ticket
from farol.core.tickets.model import Change, Opened
from farol.desk.fields import actions as fields
from farol.desk.fields.model import slots as facts
from farol.desk.fields.problems import FieldInvalid
from farol.desk.fields.values import stored
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.selfserve.knowledge.model import Article
from farol.selfserve.portal.replying import Upload, received, traces

from . import store
from .checks import Verdict
from .events import TicketSpared
from .model import Answers, Form
from .urgent import urgency

MOST_URGENT = "P0"


class Kept(msgspec.Struct, frozen=True):
    """A draft as it was kept. removed: kinds of secrets that were masked before."""

    form_id: UUID
    at: datetime
    removed: tuple[str, ...]


class Sending(msgspec.Struct, frozen=True):
    """A form that is to become a ticket. body and subject: composed for people; facts: what the desk's fields take;
    about: the deposit or withdrawal; language: of the page; files: those the customer sent before."""

    form: Form
    form_id: UUID
    subject: str
    body: str
    facts: dict[str, Any]
    item: Item | None
    language: str
    uploads: Sequence[Upload] = ()
    files: Sequence[UUID] = ()


async def keep(kit: Kit, actor: Actor, form: Form, answers: Answers) -> Kept:
    """Keeps what was written so far, secrets masked. Nothing has happened yet, so nothing is told to the log."""
    story = scrub(answers.words)
    cleaned = {key: scrub(value) for key, value in answers.slots.items() if value.strip()}
    removed = {kind for found in (story, *cleaned.values()) for kind in found.removed}
    masked = Answers({key: found.text for key, found in cleaned.items()}, story.text, answers.about)
    form_id, at = await store.keep(kit.db, actor.id, form.reason, uuid4(), masked)
    return Kept(form_id, at, tuple(sorted(removed)))


async def drop(kit: Kit, actor: Actor, form: Form) -> None:
    """Forgets the draft of that form."""
    await store.drop(kit.db, actor.id, form.reason)


async def send(kit: Kit, actor: Actor, sending: Sending) -> Opened:
    """The ticket, with reason, severity and facts; the same form sent twice is one. Its draft is gone then.

    Words that speak of theft or of danger to a person make it most urgent at once. Raises what opening and ``receive`` raise.
    """
    client_id = uuid5(sending.form_id, "\n".join([sending.body, *await traces(sending.uploads), *map(str, sending.files)]))
    files = [*sending.files, *(row.id for row in await received(kit, actor, sending.uploads))]
    item = sending.item
    about = {"kind": item.kind, "id": item.id} if item else None
    opened = await open_ticket(
        kit, actor, client_id=client_id, body=sending.body, files=files, channel="portal", language=sending.language, about=about,
        subject=sending.subject)

    async def run() -> int | None:
        async with db.transaction(kit.db) as tx:
            await store.drop(tx, actor.id, sending.form.reason)
            return await _describe(tx, opened.id, sending)

    if (seq := await db.again(run)) is not None:
        await wake(kit.bus, f"ticket:{opened.id}", seq)
    return opened


async def _describe(tx: Tx, ticket_id: int, sending: Sending) -> int | None:
    """Reason, severity and facts, unless somebody of the desk was faster: the last seq, None when nothing changed."""
    if await store.reason_of(tx, ticket_id) is not None:
        return None
    reason = sending.form.reason
    severity = MOST_URGENT if urgency(reason, sending.body) else reasons()[reason].severity
    seq, _ = await change_in(tx, SYSTEM, ticket_id, Change(reason=reason, severity=severity))
    wanted = {one.field.key for one in (await fields.values(tx, SYSTEM, ticket_id)).fields}
    new = {key: value for key, value in sending.facts.items() if key in wanted}
    return await fields.fill_in(tx, SYSTEM, ticket_id, new, {}) or seq if new else seq


def fact(key: str, verdict: Verdict) -> Any:
    """An answer as the desk's field of that name keeps it, None where that takes no such value."""
    field = facts().get(key)
    if field is None or verdict.fact is None or verdict.state == "wrong":
        return None
    try:
        return stored(field, verdict.fact)
    except FieldInvalid:
        return None


def item_facts(item: Item) -> dict[str, Any]:
    """What the exchange says of the thing that was chosen, as the desk's fields keep it."""
    said: dict[str, Any] = {
        "coin": item.coin, "network": item.network, "txid": item.txid, "amount": {"amount": item.amount, "coin": item.coin},
        "time": f"{item.at:%Y-%m-%d %H:%M} UTC", "withdrawal_id": item.id if item.kind == "withdrawal" else None,
    }  # fmt: skip
    return {key: value for key, given in said.items() if given and (value := fact(key, Verdict("good", "", "", given))) is not None}


async def spared(kit: Kit, actor: Actor, form: Form, article: Article) -> None:
    """An article solved it: kept as that, and the draft is gone. Counted only because the customer said so."""
    async with db.transaction(kit.db) as tx:
        await store.solved(tx, actor.id, form.reason, article.article_id)
        await store.drop(tx, actor.id, form.reason)
        await emit(tx, f"customer:{actor.id}", actor, TicketSpared(form.reason, article.article_id, article.slug, article.language))
