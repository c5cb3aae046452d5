"""One text for all attached tickets: prepared at once, sent in batches, each ticket exactly once.

Whose turn it is stands in rows that are marked in the transaction that posts; a message's id is made of answer and
ticket. So a job that dies goes on, and one that runs twice says nothing twice.
"""

from uuid import NAMESPACE_OID, UUID, uuid5

from farol.core.people.model import RIGHTS
from farol.core.shield import scrub
from farol.core.tickets import frames, posting
from farol.core.tickets.actions import UNIQUE
from farol.core.tickets.checks import check_told
from farol.core.tickets.events import TicketChanged
from farol.core.tickets.model import Draft, Outcome
from farol.core.urgency.silence import silent_among
from farol.desk.incidents import answer_store, jobs, store, ticket_store, words
from farol.desk.incidents.events import IncidentAnswered
from farol.desk.incidents.model import SENT_AT_ONCE, Share
from farol.desk.incidents.problems import AnswerUnderWay, IncidentOver, NobodyToAnswer, WordsMissing
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, NotFound

CHANNEL = "webchat"
Woken = list[tuple[int, int, tuple[bytes, ...]]]


def cleaned(zh: str, en: str) -> tuple[str, str]:
    """Both variants without secrets. Raises WordsMissing, UnknownVariable."""
    zh, en = scrub(zh.strip()).text, scrub(en.strip()).text
    if not (zh and en):
        raise WordsMissing
    words.check(zh)
    words.check(en)
    return zh, en


async def preview(kit: Kit, incident_id: int, *, skip_answered: bool) -> list[Share]:
    """Who would get an answer, by language, most first. Raises NotFound."""
    if await store.incident(kit.db, incident_id) is None:
        raise NotFound
    found = await answer_store.shares(kit.db, incident_id, skip_answered=skip_answered, everybody=True)
    return [Share(language, n, words.variant(language)) for language, n in found]


async def answer(kit: Kit, actor: Actor, incident_id: int, client_id: UUID, zh: str, en: str, *, skip_answered: bool) -> tuple[int, int]:
    """Says one thing to every attached ticket: the answer's id and how many get it. The same client_id sends it once.

    skip_answered: leaves out tickets that somebody answered by hand since the incident was declared.
    Raises NotFound, IncidentOver, AnswerUnderWay, NobodyToAnswer, WordsMissing, UnknownVariable, Conflict.
    """
    zh, en = cleaned(zh, en)

    async def run() -> tuple[int, int, int]:
        async with transaction(kit.db) as tx:
            state = await store.locked(tx, incident_id)
            if state is None:
                raise NotFound
            if old := await tx.fetchrow(answer_store.OF_CLIENT, client_id):
                if (old["incident_id"], old["zh"], old["en"]) != (incident_id, zh, en):
                    raise Conflict
                return old["id"], old["total"], 0
            if state == "resolved":
                raise IncidentOver
            if await tx.fetchval(answer_store.OPEN_ONE, incident_id):
                raise AnswerUnderWay
            id_, total = await prepare(tx, actor, incident_id, client_id, "answer", zh, en, skip_answered=skip_answered, everybody=True)
            if not total:
                raise NobodyToAnswer
            return id_, total, await emit(tx, f"incident:{incident_id}", actor, IncidentAnswered(id_, total))

    id_, total, seq = await again(run, "incident_answer_client_id_key")
    if seq:
        await wake(kit.bus, f"incident:{incident_id}", seq)
    return id_, total


async def prepare(
    tx: Tx, actor: Actor, incident_id: int, client_id: UUID, kind: str, zh: str, en: str, *, skip_answered: bool = False,
    everybody: bool, resolve: bool = False,
) -> tuple[int, int]:
    """Writes down the text and who gets it, and queues the sending: id and number. everybody: also who wants to hear nothing."""
    await check_told(tx, actor, zh, en)
    id_: int = await tx.fetchval(answer_store.ADD, incident_id, client_id, kind, resolve, zh, en, actor.id)
    await tx.execute(answer_store.TARGETS, incident_id, skip_answered, everybody, id_)
    total: int = await tx.fetchval(answer_store.TOTAL, id_)
    if total:
        await enqueue(tx, jobs.send, jobs.Send(id_), key=f"incident.send:{id_}")
    else:
        await tx.execute(answer_store.FINISH, id_)
    return id_, total


async def send(kit: Kit, answer_id: int) -> None:
    """Sends what is left of an answer."""
    while await send_some(kit, answer_id):
        pass


async def send_some(kit: Kit, answer_id: int) -> bool:
    """The next tickets; whether there are more."""

    async def run() -> tuple[bool, Woken]:
        async with transaction(kit.db) as tx:
            row = await tx.fetchrow(answer_store.JOB_LOCK, answer_id)
            if row is None or row["finished_at"] is not None:
                return False, []
            open_ = answer_store.Open(**dict(row))
            left = [answer_store.Left(**dict(r)) for r in await tx.fetch(answer_store.LEFT, answer_id, SENT_AT_ONCE)]
            if not left:
                await tx.execute(answer_store.FINISH, answer_id)
                return False, []
            return True, await _post(tx, open_, left)

    more, woken = await again(run, *UNIQUE)
    for ticket, seq, shown in woken:
        await wake(kit.bus, f"ticket:{ticket}", seq, *shown)
    return more


async def _post(tx: Tx, given: answer_store.Open, left: list[answer_store.Left]) -> Woken:
    who = Actor("staff", given.by_id, RIGHTS.get(given.role, frozenset()), name=given.name, alias=given.alias)
    # A text to all is nobody's own word: where a person may be in danger by now it is not said.
    silent = await silent_among(tx, [ticket.ticket_id for ticket in left])
    drafts = [_draft(given, ticket) for ticket in left if ticket.ticket_id not in silent]
    outcomes = await posting.post(tx, drafts)
    became = [_became(o) for o in outcomes]
    await tx.execute(answer_store.DONE, given.id, [*(d.ticket_id for d in drafts), *silent], [*became, *("refused" for _ in silent)],
                     [*(o.seq if b == "sent" else None for o, b in zip(outcomes, became, strict=True)), *(None for _ in silent)])
    new = [(d, o) for d, o in zip(drafts, outcomes, strict=True) if o.outcome == "new"]
    woken: Woken = [(d.ticket_id, o.seq or 0, frames.posted(d, o, who)) for d, o in new]
    if given.resolve:
        ids = [d.ticket_id for d, b in zip(drafts, became, strict=True) if b == "sent"]
        woken += [(ticket, seq, ()) for ticket, seq in await _resolve(tx, who, ids)]
    return woken


def _draft(given: answer_store.Open, ticket: answer_store.Left) -> Draft:
    zh = words.variant(ticket.language) == "zh"
    body = words.filled(given.zh if zh else given.en, number=ticket.number, name=ticket.name,
                        incident=given.title_zh if zh else given.title_en)
    client_id = uuid5(NAMESPACE_OID, f"farol:incident:{given.id}:{ticket.ticket_id}")
    return Draft(ticket.ticket_id, client_id, "staff", given.by_id, body, False, CHANNEL, (), (), None)


def _became(outcome: Outcome) -> str:
    if outcome.outcome in ("new", "again"):
        return "sent"
    return "closed" if outcome.outcome == "closed" else "refused"


async def _resolve(tx: Tx, who: Actor, ids: list[int]) -> list[tuple[int, int]]:
    rows = await tx.fetch(answer_store.RESOLVE, ids)
    if rows:
        bodies = [{"fields": {"status": "resolved"}, "version": r["version"]} for r in rows]
        await tx.execute(ticket_store.EVENTS, [r["id"] for r in rows], [r["seq"] for r in rows], TicketChanged.kind, who.ref, True, bodies)
    return [(r["id"], r["seq"]) for r in rows]
