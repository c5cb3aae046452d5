"""Each way by which a person's words reach somebody outside, played as the console plays it. By the route's module and name."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import msgspec

from farol.kit import clock
from farol.selfserve.community import begin as forum
from tests.world import Client, World

Way = Callable[[World, Client, int, str], Awaitable[Any]]
WAYS: dict[str, Way] = {}
SAID = {"zh": "中文", "en": "English"}


def way(route: str) -> Callable[[Way], Way]:
    """Registers how a route is played."""

    def register(play: Way) -> Way:
        WAYS[route] = play
        return play

    return register


def client_id() -> str:
    """A new one."""
    return str(uuid4())


@way("desk.inbox.api:post_message")
async def reply(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post(f"/tickets/{ticket}/messages", json={"client_id": client_id(), "body": words})


@way("desk.outgoing.api:hold")
async def undo_send(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post(f"/tickets/{ticket}/outgoing", json={"client_id": client_id(), "body": words})


@way("desk.sla.api:make_promise")
async def promise(world: World, sol: Client, ticket: int, words: str) -> Any:
    by = (clock.now() + timedelta(minutes=30)).isoformat()
    return await sol.post(f"/tickets/{ticket}/promises", json={"client_id": client_id(), "by": by, "words": words})


@way("desk.bulk.api:begin")
async def bulk(world: World, sol: Client, ticket: int, words: str) -> Any:
    row = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]
    return await sol.post("/bulk", json={
        "client_id": client_id(), "action": {"reply": words}, "tickets": [{"id": row["id"], "version": row["version"], "seen": row["seq"]}]})


async def _incident(sol: Client, ticket: int) -> int:
    made = await sol.ok("POST", "/incidents", json={
        "client_id": client_id(), "zh": "停顿", "en": "A standstill", "scope": {"features": ["login"]}, "severity": "P3", "public": False, "internal": "none"})
    await sol.post(f"/incidents/{made['id']}/tickets", json={"ticket_id": ticket})
    return int(made["id"])


@way("desk.incidents.api:answer")
async def answer_to_all(world: World, sol: Client, ticket: int, words: str) -> Any:
    incident = await _incident(sol, ticket)
    return await sol.post(f"/incidents/{incident}/answers", json={"client_id": client_id(), "zh": "正在处理。", "en": words})


@way("desk.threads.api:open_thread")
async def letter(world: World, sol: Client, ticket: int, words: str) -> Any:
    world.kit.settings = msgspec.structs.replace(world.kit.settings, thread_domains=("bank.example",))
    return await sol.post(f"/tickets/{ticket}/threads", json={
        "client_id": client_id(), "title": "The bank", "body": words, "kind": "side", "outside": "ops@bank.example"})


@way("selfserve.community.api:reply")
async def community(world: World, sol: Client, ticket: int, words: str) -> Any:
    await forum.start(world.kit)
    topic = await world.kit.db.fetchval(
        "insert into forum_topic (kind, category, language, title, staff_id, state) select 'question', code, 'en', 'Where', $1, 'shown' from forum_category limit 1"
        " returning id", await world.kit.db.fetchval("select id from staff limit 1"))
    return await sol.post(f"/community/topics/{topic}/posts", json={"client_id": client_id(), "body": words})


@way("channels.opinions.api:answer")
async def opinion(world: World, sol: Client, ticket: int, words: str) -> Any:
    db = world.kit.db
    connection = await db.fetchval("insert into connection (channel, name, token, state) values ('x', 'X', $1, 'active') returning id", uuid4().hex)
    made = (await sol.ok("POST", "/opinions", json={"source": "review", "body": f"words {uuid4()}", "author": "Somebody"}))["id"]
    await db.execute("update opinion set connection_id = $2 where id = $1", made, connection)
    return await sol.post(f"/opinions/{made}/answers", json={"client_id": client_id(), "body": words})


@way("desk.acknowledge.api:set_text")
async def acknowledgement(world: World, sol: Client, ticket: int, words: str) -> Any:
    version = (await sol.ok("GET", "/acknowledgement"))["version"]
    text = "{{ticket.number}} {{expected}}"
    return await sol.put("/acknowledgement", json={"active": True, "zh": text, "en": f"{text} {words}", "version": version})


@way("desk.incidents.api:declare")
async def banner(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post("/incidents", json={
        "client_id": client_id(), **SAID, "scope": {"features": ["login"]}, "severity": "P3", "public": True, "words_zh": "正在处理", "words_en": words, "internal": ""})


@way("desk.incidents.api:update")
async def news(world: World, sol: Client, ticket: int, words: str) -> Any:
    incident = await _incident(sol, ticket)
    return await sol.post(f"/incidents/{incident}/updates", json={"state": "identified", "public": True, "zh": "正在处理", "en": words, "next_update_by": None})


@way("desk.inbox.api:change")
async def subject(world: World, sol: Client, ticket: int, words: str) -> Any:
    version = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    return await sol.patch(f"/tickets/{ticket}", json={"version": version, "subject": words})


@way("desk.merging.api:split")
async def own_ticket(world: World, sol: Client, ticket: int, words: str) -> Any:
    seq = await world.kit.db.fetchval("select min(seq) from message where ticket_id = $1", ticket)
    return await sol.post(f"/tickets/{ticket}/split", json={"client_id": client_id(), "seqs": [seq], "subject": words})


@way("desk.macros.api:add")
async def canned(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post("/macros", json={"scope": "me", "name_zh": "名字", "name_en": "Name", "en": words, "effects": []})


@way("desk.plays.api:set_play")
async def play(world: World, sol: Client, ticket: int, words: str) -> Any:
    one = (await sol.ok("GET", "/plays"))["plays"][0]
    return await sol.put(f"/plays/{one['key']}", json={"active": True, "zh": one["words"]["zh"], "en": f"{one['words']['en']} {words}"})


@way("desk.fields.api:save_field")
async def field(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.put("/fields/told_where", json={"kind": "text", "zh": "哪里", "en": words[:60]})


@way("desk.fields.api:save_stage")
async def stage(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.put("/stages/with_them", json={"category": "open", **SAID, "shown_zh": "处理中", "shown_en": words[:80]})


@way("selfserve.announcements.api:publish")
async def announcement(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post("/announcements", json={
        "client_id": client_id(), "kind": "support", "title_zh": "通知", "title_en": "News", "body_zh": "请看。", "body_en": words})


@way("channels.posts.api:propose")
async def post(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post("/posts", json={
        "client_id": client_id(), "kind": "support", "title_zh": "通知", "title_en": "News", "body_zh": "请看。", "body_en": words, "in_product": True, "places": []})


@way("selfserve.knowledge.api.trees:add_term")
async def term(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post("/knowledge/terms", json={"zh": "词", "en": "Word", "meaning_zh": "意思", "meaning_en": words})


@way("selfserve.knowledge.api.trees:save_topic")
async def topic(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.put("/knowledge/topics/told-where", json={"zh": "哪里", "en": words[:80]})


@way("selfserve.retrieval.api:save_offers")
async def offered(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.put("/search/offers/en", json={"words": [words]})


@way("selfserve.forms.api:set_channel")
async def away(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.put("/door/channels/chat", json={"open": True, "away_en": words})


@way("selfserve.community.api:add_category")
async def category(world: World, sol: Client, ticket: int, words: str) -> Any:
    return await sol.post("/community/settings/categories", json={"code": "told", "place": 9, "zh": "哪里", "en": words[:60]})
