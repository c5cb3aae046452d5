"""Every way by which words of staff reach somebody outside refuses words that lead elsewhere."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from farol.app.demo import cast
from farol.kit import clock
from farol.selfserve.community import begin as forum
from tests.world import Client, World

LINK, NUMBER = "Please go on at https://farol-desk.top/login today.", "Call us at +44 20 7946 0958 today."
FAROL = Path(__file__).parents[3]


def client_id() -> str:
    """A new one."""
    return str(uuid4())


async def reply(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post(f"/tickets/{ticket}/messages", json={"client_id": client_id(), "body": words})


async def undo_send(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post(f"/tickets/{ticket}/outgoing", json={"client_id": client_id(), "body": words})


async def promise(world: World, sol: Client, ticket: int, words: str) -> Any:
    by = (clock.now() + timedelta(minutes=30)).isoformat()
    return await sol.post(f"/tickets/{ticket}/promises", json={"client_id": client_id(), "by": by, "words": words})


async def bulk(world: World, sol: Client, ticket: int, words: str) -> Any:
    row = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]
    return await sol.post("/bulk", json={
        "client_id": client_id(), "action": {"reply": words}, "tickets": [{"id": row["id"], "version": row["version"], "seen": row["seq"]}]})


async def _incident(sol: Client, ticket: int) -> int:
    made = await sol.ok("POST", "/incidents", json={
        "client_id": client_id(), "zh": "停顿", "en": "A standstill", "scope": {"features": ["login"]}, "severity": "P3", "public": False, "internal": "none"})
    await sol.post(f"/incidents/{made['id']}/tickets", json={"ticket_id": ticket})
    return int(made["id"])


async def answer_to_all(world: World, sol: Client, ticket: int, words: str) -> Any:
    incident = await _incident(sol, ticket)
    return await sol.post(f"/incidents/{incident}/answers", json={"client_id": client_id(), "zh": "正在处理。", "en": words})


async def letter(world: World, sol: Client, ticket: int, words: str) -> Any:
    world.kit.settings = msgspec.structs.replace(world.kit.settings, thread_domains=("bank.example",))
    return await sol.post(f"/tickets/{ticket}/threads", json={
        "client_id": client_id(), "title": "The bank", "body": words, "kind": "side", "outside": "ops@bank.example"})


async def community(world: World, sol: Client, ticket: int, words: str) -> Any:
    await forum.start(world.kit)
    topic = await world.kit.db.fetchval(
        "insert into forum_topic (kind, category, language, title, staff_id, state) select 'question', code, 'en', 'Where', $1, 'shown' from forum_category limit 1"
        " returning id", await world.kit.db.fetchval("select id from staff limit 1"))
    return await sol.post(f"/community/topics/{topic}/posts", json={"client_id": client_id(), "body": words})


async def opinion(world: World, sol: Client, ticket: int, words: str) -> Any:
    db = world.kit.db
    connection = await db.fetchval("insert into connection (channel, name, token, state) values ('x', 'X', $1, 'active') returning id", uuid4().hex)
    made = (await sol.ok("POST", "/opinions", json={"source": "review", "body": f"words {uuid4()}", "author": "Somebody"}))["id"]
    await db.execute("update opinion set connection_id = $2 where id = $1", made, connection)
    return await sol.post(f"/opinions/{made}/answers", json={"client_id": client_id(), "body": words})


async def acknowledgement(world: World, sol: Client, ticket: int, words: str) -> Any:
    version = (await sol.ok("GET", "/acknowledgement"))["version"]
    text = "{{ticket.number}} {{expected}}"
    return await sol.put("/acknowledgement", json={"active": True, "zh": text, "en": f"{text} {words}", "version": version})


Way = Callable[[World, Client, int, str], Awaitable[Any]]
WAYS: list[Way] = [reply, undo_send, promise, bulk, answer_to_all, letter, community, opinion, acknowledgement]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize(("words", "codes"), [
    (LINK, {"link_not_allowed", "forum_link_imitates"}), (NUMBER, {"contact_not_allowed", "opinion_personal"}), ("Please send me your password.", {"never_asked"}),
])  # fmt: skip
async def test_a_way_out_refuses(world: World, listed: None, way: Way, words: str, codes: set[str]) -> None:
    sol = await world.staff(cast.SOL)
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    answer = await way(world, sol, ticket, words)
    assert answer.status_code in (409, 422), answer.text
    assert answer.json()["code"] in codes
    assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'staff' and not internal") == 0


SAYS = re.compile(r"posting\.post\(|get\(Poster\)|outgoing\.reply(?:_in)?\(|[^_]reply_in\(")
KNOWN = {
    "core/tickets/actions/saying.py": "asks itself", "core/tickets/actions/warning.py": "our own sentence",
    "channels/phone/record.py": "what was heard", "desk/effects/actions.py": "notes", "desk/merging/actions/split.py": "what was said before",
    "desk/incidents/actions/answer.py": "asks when it is written", "desk/brief/actions/handover.py": "notes", "desk/plays/actions/answering.py": "the customer's own press",
    "desk/transfer/actions/to_queue.py": "notes", "selfserve/assistant/actions.py": "the assistant's, checked against their ground",
    "trust/emergency/actions/freezing.py": "our own sentences", "trust/emergency/actions/hearing.py": "the customer's own words",
    "channels/opinions/actions/answering.py": "asks itself", "channels/messengers/outgoing.py": "what stands in the ticket", "channels/posts": "asks when it is proposed",
    "channels/messengers": "our own sentences", "channels/groups": "our own sentences", "channels/telegram": "our own sentences", "channels/discord": "our own sentences",
}  # fmt: skip
"""Every place that puts words into a ticket or before a platform beside ``tickets.say`` and ``post_message``, and why it may."""


def test_no_other_way_was_built() -> None:
    there = {
        str(path.relative_to(FAROL)) for path in FAROL.rglob("*.py")
        if "tests" not in path.parts and "app" not in path.relative_to(FAROL).parts[:1] and SAYS.search(path.read_text("utf-8"))}
    unknown = [one for one in there if not any(one == name or one.startswith(name + "/") for name in KNOWN)]
    assert not unknown, f"new ways out: ask checks.check_said there, and say so here: {sorted(unknown)}"
