"""What people say of an answer, what customers allow, and which model answers."""

from datetime import timedelta

from farol.core.reasons import reasons
from farol.core.tickets.log_store import bump
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid, NotFound

from . import model_store, store
from .events import AnswerCorrected, LearningRefused, ModelMade, ModelServed
from .judging import worse
from .model import SHIPPED, Kind, LabelKind, Message, Shadow
from .problems import CorrectionLacks, ServesAlready, TrainsAlready
from .training import Trained, train
from .words import kept

STREAM = "learning:1"
NIGHT, APART = timedelta(hours=20), timedelta(minutes=30)
"""Between nightly trainings, and between any two that are asked for."""


async def correct(kit: Kit, actor: Actor, ticket_id: int, seq: int, kind: Kind, reason: str, article_id: int | None) -> None:
    """Keeps an agent's word on what the assistant made of a message, named by its seq or by that of the reply; once more changes it.

    Raises NotFound where the assistant said nothing, CorrectionLacks, and Invalid for what is no reason or no article.
    """
    if reason and reason not in reasons():
        raise Invalid(errors=[{"field": "reason", "why": "not a reason"}])
    if kind == "wrong_reason" and not reason:
        raise CorrectionLacks
    async with db.transaction(kit.db) as tx:
        about = await store.asked(tx, ticket_id, seq)
        if about is None:
            raise NotFound
        if article_id is not None and not await store.article(tx, article_id):
            raise Invalid(errors=[{"field": "article", "why": "not an article"}])
        right = reason or (about.was if kind == "right" else "")
        said = await bump(tx, ticket_id)
        await _keep(tx, ticket_id, about, actor.id, kind, right, article_id)
        await emit(tx, f"ticket:{ticket_id}", actor, AnswerCorrected(about.seq, kind, about.was, right, article_id), seq=said)
    await wake(kit.bus, f"ticket:{ticket_id}", said)


async def changed(tx: Tx, ticket_id: int, staff_id: int, reason: str) -> None:
    """An agent changed the ticket's reason: a word on the customer's first message."""
    about = await store.first(tx, ticket_id)
    if about is not None:
        await _keep(tx, ticket_id, about, staff_id, "changed", reason, None)


async def accepted(tx: Tx, draft_id: int) -> None:
    """An agent sent a draft as it was: a word on the customer's first message, where the draft came from the macro of the ticket's reason."""
    draft = await store.draft(tx, draft_id)
    about = await store.first(tx, draft.ticket_id) if draft else None
    if draft and about is not None:
        await _keep(tx, draft.ticket_id, about, draft.staff_id, "accepted", draft.reason, None)


async def _keep(tx: Tx, ticket_id: int, about: Message, staff_id: int, kind: LabelKind, reason: str, article_id: int | None) -> None:
    words = kept(about.body, about.language, about.names) if about.may_keep else ""
    await store.label(tx, ticket_id, about, staff_id, kind, reason, article_id, words)


async def allow(kit: Kit, actor: Actor, *, may: bool) -> None:
    """A customer says whether their words may be learnt from; with no, everything kept of them goes at once."""
    async with db.transaction(kit.db) as tx:
        if not may:
            await store.withdraw(tx, actor.id)
        if not await store.set_may(tx, actor.id, may=may):
            return
        seq = await emit(tx, f"customer:{actor.id}", actor, LearningRefused(may))
    await wake(kit.bus, f"customer:{actor.id}", seq)


async def ask_training(kit: Kit) -> None:
    """Claims the next training. Raises TrainsAlready within half an hour of the last."""
    if not await model_store.begin(kit.db, clock.now(), APART):
        raise TrainsAlready


async def learn(kit: Kit) -> int | None:
    """Trains on what there is and lets the new model in where no language and no alarm gets worse than with the one that answers and with
    the product's own; else it stays a candidate. Its id, None where there was nothing new."""
    trained = await train(kit)
    if trained is None:
        return None
    async with db.transaction(kit.db) as tx:
        model_id, seq = await _let_in(tx, trained)
    await wake(kit.bus, STREAM, seq)
    return model_id


async def _let_in(tx: Tx, trained: Trained) -> tuple[int, int]:
    if trained.base is not None:
        await model_store.keep_base(tx, trained.frozen, trained.base)
    held = await model_store.lock(tx)
    now = next((one for one in held if one.state == "serving"), None)
    before: list[Shadow | None] = [await model_store.base_of(tx, trained.frozen)]
    before += [now.shadow] if now is not None and now.frozen == trained.frozen else []
    why = sorted({each for one in before if one is not None for each in worse(trained.shadow, one)})
    model_id = await model_store.add(tx, trained.files, trained.card, trained.frozen, trained.shadow, trained.learnt, why)
    seq = await emit(tx, STREAM, SYSTEM, ModelMade(model_id, trained.card.digest, why))
    if not why:
        await model_store.serve(tx, model_id, SYSTEM.ref, "")
        seq = await emit(tx, STREAM, SYSTEM, ModelServed(model_id, now.id if now else SHIPPED, ""))
    else:
        await model_store.trim(tx)
    return model_id, seq


async def serve(kit: Kit, actor: Actor, model_id: int, reason: str) -> None:
    """Lets a model answer: a candidate, one that did before, or 0, the product's own. Raises NotFound, ServesAlready."""
    async with db.transaction(kit.db) as tx:
        held = await model_store.lock(tx)
        now = next((one.id for one in held if one.state == "serving"), SHIPPED)
        if model_id != SHIPPED and all(one.id != model_id for one in held):
            raise NotFound
        if model_id == now:
            raise ServesAlready
        await model_store.serve(tx, model_id, actor.ref, reason)
        seq = await emit(tx, STREAM, actor, ModelServed(model_id, now, reason))
    await wake(kit.bus, STREAM, seq)
