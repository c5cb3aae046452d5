"""Verbs of the copilot: draft, put into the reply, drop, and keep what became of it. None says anything to a customer."""

from collections.abc import Callable
from typing import Any

from farol.core.tickets import store as tickets
from farol.core.tickets.model import MessageView
from farol.core.translation import Translator
from farol.core.urgency.problems import HumanOnly
from farol.core.urgency.silence import alone
from farol.desk.evidence.case import Case, Read, deal
from farol.desk.macros import actions as macros
from farol.desk.macros import store as macro_store
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.i18n import LANGS, Lang, canonical
from farol.kit.model_port import ModelPort
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound
from farol.selfserve.knowledge.audience import ANYBODY
from farol.selfserve.retrieval.asking import ask

from . import composing, labels, store, wording
from .events import DraftMade, DraftSettled, DraftUsed
from .model import Composed, DraftView, Source

MOST_READ = 12
"""Of the customer's messages since our last answer."""
MOST_ASKED = 400
"""Characters of them that articles are searched for."""


def lang_of(language: str) -> Lang:
    """The language macros and the exchange's words are taken in: Chinese for any Chinese, English for all others."""
    return "zh" if language.startswith("zh") else "en"


async def draft(kit: Kit, actor: Actor, ticket_id: int, *, worded: bool) -> DraftView:
    """Words for the agent's next reply, with their sources. worded: a model may word them. Nothing is said to the customer.

    Raises NotFound, HumanOnly where a person may be in danger.
    """
    row = await macro_store.values(kit.db, ticket_id)
    if row is None:
        raise NotFound
    language: str = row["language"]
    talk = await tickets.messages(kit.db, ticket_id, public=True)
    said = [m for m in talk if m.author.kind == "customer"]
    if alone(row["reason"], [m.body for m in reversed(said)]):
        raise HumanOnly
    last = max((m.seq for m in talk if m.author.kind == "staff"), default=0)
    waiting = [m for m in said if m.seq > last][-MOST_READ:] or said[-1:]
    composed = await _compose(kit, actor, ticket_id, row, talk, waiting)
    words = wording.Worded(why="asked")
    if worded:
        words = await wording.word(
            kit.db, kit.get(ModelPort), [m.body for m in waiting], composed, language, row["customer_id"], ticket_id)
    body = words.text or composed.body
    made_by = "model" if words.text else "desk"
    written_in = language if words.text else composed.language
    async with transaction(kit.db) as tx:
        id_ = await store.add(
            tx, ticket_id, actor.id, row["seq"], row["reason"], written_in, body, made_by, words.why, composed.macro_id, list(composed.sources))
        made = DraftMade(ticket_id, made_by, words.why, [one.kind for one in composed.sources])
        seq = await emit(tx, f"copilot:{id_}", actor, made, seq=store.FIRST)
    await wake(kit.bus, f"copilot:{id_}", seq)
    return DraftView(
        id_, body, written_in, language, "model" if words.text else "desk", words.why, words.strange, composed.sources,
        None if words.text else composed.macro_id, row["seq"])


async def _compose(kit: Kit, actor: Actor, ticket_id: int, row: Any, talk: list[MessageView], waiting: list[MessageView]) -> Composed:
    read = Read(ticket_id, row["number"], row["reason"], talk, row["uid"], row["time_zone"] or "UTC")
    case, fitting = await deal(kit, actor, read)
    lang = _lang(kit, actor, row["language"])
    canned = None
    if fitting:
        macro = fitting[0]
        filled = await macros.fitted(kit, kit.db, actor, ticket_id, macro, row, lang)
        canned = composing.Canned(macro.id, macro.name_zh, macro.name_en, filled.text, filled.language)
    item = next((one for one in case.exchange.items if f"{one.kind}:{one.id}" == case.subject), None)
    holds = [one.words for one in case.exchange.holds] if _of_holds(case) else []
    return composing.compose(lang, canned, item, holds, await _passage(kit, waiting, lang))


def _lang(kit: Kit, actor: Actor, language: str) -> Lang:
    """Which of the desk's two languages a draft is in: the customer's; for other languages the agent's own, if the desk translates from it."""
    wanted, own = canonical(language), lang_of(actor.language)
    if wanted[:2] in LANGS or not kit.has(Translator):
        return lang_of(language)
    return own if kit.get(Translator).offers(canonical(own), wanted) else lang_of(language)


def _of_holds(case: Case) -> bool:
    """Whether a limit on the account is what it is about: then the customer is told of it."""
    return case.reason in ("wd.security_hold", "sec.restricted")


async def _passage(kit: Kit, waiting: list[MessageView], lang: Lang) -> composing.Passage | None:
    asked = " ".join(m.body for m in waiting)[-MOST_ASKED:]
    found = await ask(kit, ANYBODY, asked, lang, most=1) if asked.strip() else None
    if found is None or not found.good or not found.hits:
        return None
    hit = found.hits[0]
    article, anchor = hit.article, f"#{hit.passage.anchor}" if hit.passage.anchor else ""
    url = f"{kit.settings.public_url}/help/{article.language}/a/{article.slug}{anchor}"
    quoted = composing.quoted(hit.passage.text)
    return composing.Passage(article.title, quoted, Source(
        "article", article.title, article.title, f"{article.title}\n{quoted}", url, article.version, article.checked_on, article.language))


async def use(kit: Kit, actor: Actor, id_: int) -> None:
    """The actor put it into their reply. Raises NotFound for another's draft, or one that is settled."""
    await _mark(kit, actor, id_, store.USE, DraftUsed)


async def drop(kit: Kit, actor: Actor, id_: int) -> None:
    """The actor does not want it: a label. Raises NotFound for another's draft, or one that is settled."""
    await _mark(kit, actor, id_, store.DROP, lambda ticket_id: DraftSettled(ticket_id, "dropped", None, None))


async def _mark(kit: Kit, actor: Actor, id_: int, statement: str, event: Callable[[int], Event]) -> None:
    async with transaction(kit.db) as tx:
        ticket_id = await tx.fetchval(statement, id_, actor.id)
        if ticket_id is None:
            raise NotFound
        seq = await emit(tx, f"copilot:{id_}", actor, event(ticket_id))
    await wake(kit.bus, f"copilot:{id_}", seq)


async def settle(tx: Tx, actor: Actor, ticket_id: int, seq: int) -> list[tuple[str, int]]:
    """The actor's open drafts in this ticket get their labels from the words of this seq: streams that grew, with their seq."""
    drafts = await store.open_drafts(tx, ticket_id, actor.id, seq)
    body = await tx.fetchval(store.SAID, ticket_id, seq) if drafts else None
    newest = max((one.id for one in drafts if one.used_at), default=0)
    if body is None:
        return []
    grown = []
    for one in drafts:
        result, changed = labels.outcome(one.body, body, used=one.id == newest)
        if await store.settle(tx, one.id, result, changed, seq if result != "dropped" else None):
            stream = f"copilot:{one.id}"
            grown.append((stream, await emit(tx, stream, actor, DraftSettled(ticket_id, result, changed, seq))))
    return grown


async def give_up(kit: Kit, most: int = 200) -> int:
    """Drafts that nobody came back to within a day are dropped: how many."""
    async with transaction(kit.db) as tx:
        found = await store.old(tx, most)
        for one in found:
            await store.settle(tx, one.id, "dropped", None, None)
            await emit(tx, f"copilot:{one.id}", SYSTEM, DraftSettled(one.ticket_id, "dropped", None, None))
    return len(found)
