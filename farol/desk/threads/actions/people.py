"""Who takes part in a thread."""

from collections.abc import Sequence

from farol.core.notices.actions import notify
from farol.core.people.model import RIGHTS
from farol.core.tickets.log_store import bump
from farol.desk.threads import sight, store
from farol.desk.threads.events import ThreadJoined
from farol.desk.threads.model import MOST_PEOPLE, Hearer
from farol.desk.threads.problems import NobodyAsked, NotAColleague, ThreadClosed
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound

ASKED = {
    "swarm": {"en": "You are asked about a ticket: {title}", "zh": "有人请您看一张工单：{title}"},
    "side": {"en": "Your department is asked: {title}", "zh": "有人请您的部门协助：{title}"},
    "whisper": {"en": "A lead whispers to you", "zh": "主管给您悄悄提示"},
}


async def invite(kit: Kit, actor: Actor, thread_id: int, people: Sequence[int], teams: Sequence[str]) -> None:
    """More people and teams take part from now on; who does already is left as they are.

    Raises NotFound, NobodyAsked, NotAColleague, ThreadClosed, Invalid (a whisper stays between two; too many at once).
    """
    if not people and not teams:
        raise NobodyAsked
    if (await sight.readable(kit.db, actor, thread_id)).kind == "whisper":
        raise Invalid(errors=[{"field": "people", "why": "a whisper stays between two"}])
    after = After()
    async with transaction(kit.db) as tx:
        await invite_in(tx, actor, thread_id, people, teams, after)
    await after.say(kit)


async def invite_in(tx: Tx, actor: Actor, thread_id: int, people: Sequence[int], teams: Sequence[str], after: After) -> None:
    """``invite`` within a transaction of the caller's, who says ``after`` when it stands."""
    ids, by_key = await known(tx, people, teams)
    row = await store.lock(tx, thread_id)
    if row is None:
        raise NotFound
    if row["closed_at"] is not None:
        raise ThreadClosed
    came = [r["staff_id"] for r in await tx.fetch(store.ADD_PEOPLE, thread_id, ids, actor.ref)]
    joined = {r["team_id"] for r in await tx.fetch(store.ADD_TEAMS, thread_id, list(by_key.values()), actor.ref)}
    keys = [key for key, id_ in by_key.items() if id_ in joined]
    if not came and not keys:
        return
    seq = await tx.fetchval(store.SEQ, thread_id)
    after.woke(f"thread:{thread_id}", await emit(tx, f"thread:{thread_id}", actor, ThreadJoined(thread_id, came, keys), seq=seq))
    hearers = await store.hearers(tx, thread_id)
    await ask(tx, actor, thread_id, row, hearers)
    after.tell([h.id for h in hearers], "thread", thread=thread_id, ticket=row["ticket_id"], seq=seq, message=None)


async def ask(tx: Tx, actor: Actor, thread_id: int, thread: store.Locked, hearers: Sequence[Hearer]) -> None:
    """A notice to whoever takes part, once each however often they are asked into this thread."""
    title = {language: text.format(title=thread["title"]) for language, text in ASKED[thread["kind"]].items()}
    await notice(tx, actor, hearers, thread["ticket_id"], title, "", f"thread:{thread_id}")


async def notice(
    tx: Tx, actor: Actor, hearers: Sequence[Hearer], ticket_id: int, title: dict[str, str], words: str, key: str,
) -> None:
    """Notices lead to the ticket for those who may open it, and nowhere for the others."""
    for opens in (True, False):
        ids = [h.id for h in hearers if h.noticed and (Can.TICKET_SEE in RIGHTS.get(h.role, ())) is opens]
        await notify(tx, ids[:200], "mention.thread", ticket_id=ticket_id if opens else None, title=title, words=words, key=key, but=actor)


async def on_ticket(tx: Tx, actor: Actor, ticket_id: int, event: Event, after: After) -> None:
    """An event of the thread stands in its ticket too."""
    seq = await bump(tx, ticket_id)
    after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq))


async def known(tx: Tx, people: Sequence[int], teams: Sequence[str]) -> tuple[list[int], dict[str, int]]:
    """The ids of these people, and of these teams by key. Raises NotAColleague, Invalid (too many at once)."""
    if len(people) + len(teams) > MOST_PEOPLE:
        raise Invalid(errors=[{"field": "people", "why": f"more than {MOST_PEOPLE} at once"}])
    wanted = sorted(set(people))
    rows = await tx.fetch(store.COLLEAGUES, wanted) if wanted else []
    by_key = {r["key"]: r["id"] for r in await tx.fetch(store.TEAMS, list(teams))} if teams else {}
    if len(rows) < len(wanted) or set(teams) - set(by_key) or any(Can.THREAD_WORK not in RIGHTS.get(r["role"], ()) for r in rows):
        raise NotAColleague
    return wanted, by_key
