"""Experts are asked beside a ticket; nobody else reads along, and nobody is asked twice."""

import asyncio
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from farol.app.demo import cast
from farol.core.people import actions as people
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.kit.permission import SYSTEM
from tests.world import Client, World


async def me(client: Client) -> int:
    """Whose client it is."""
    found: int = (await client.ok("GET", "/session"))["id"]
    return found


async def ticket(world: World, words: str = "我的 500 USDT 还没到账") -> int:
    """Mei's ticket."""
    found: int = (await world.open(await world.customer(), words, language="zh"))["ticket"]["id"]
    return found


async def ask(client: Client, ticket_id: int, *people: int, **more: Any) -> int:
    """A side thread with these people."""
    body = {"client_id": str(uuid4()), "title": "TRC20 memo", "body": "Is this hash on our wallet?", "people": list(people), **more}
    found: int = (await client.ok("POST", f"/tickets/{ticket_id}/threads", json=body))["id"]
    return found


async def say(client: Client, thread: int, body: str) -> dict[str, Any]:
    """Something said in a thread."""
    said: dict[str, Any] = await client.ok("POST", f"/threads/{thread}/messages", json={"client_id": str(uuid4()), "body": body})
    return said


async def notices(client: Client) -> list[dict[str, Any]]:
    """What somebody was told, oldest first."""
    return (await client.ok("GET", "/notices"))["notices"][::-1]


async def test_an_expert_is_asked_without_handing_over(world: World) -> None:
    ana, dan = await world.staff(cast.ANA), await world.staff(cast.DAN)
    mine = await ticket(world)
    thread = await ask(ana, mine, await me(dan))
    got = await dan.ok("GET", "/threads/mine")
    assert got["unread"] == 1
    assert [t["thread"]["id"] for t in got["threads"]] == [thread]
    shown = await dan.ok("GET", f"/threads/{thread}")
    assert [m["body"] for m in shown["messages"]] == ["Is this hash on our wallet?"]
    assert shown["about"]["ticket_id"] == mine
    await dan.ok("PUT", f"/threads/{thread}/read", json={"seq": shown["messages"][-1]["seq"]})
    assert (await dan.ok("GET", "/threads/mine"))["unread"] == 0
    await say(dan, thread, "Yes, wallet 3.")
    assert (await ana.ok("GET", "/threads/mine"))["unread"] == 1
    asked, = await notices(dan)
    assert (asked["kind"], asked["ticket"]["id"]) == ("mention.thread", mine)
    assert "500 USDT" not in str(asked)
    answered, = await notices(ana)
    assert answered["title"]["en"] == "Dan Whitfield wrote in a side thread: TRC20 memo"
    row = await world.kit.db.fetchrow("select owner_id, version from ticket where id = $1", mine)
    assert (row["owner_id"], row["version"]) == (None, 1)


async def test_who_may_not_open_the_ticket_sees_the_thread_and_a_masked_summary(world: World) -> None:
    ana = await world.staff(cast.ANA)
    engineer = await world.staff(msgspec.structs.replace(cast.DAN, key="eve", name="Eve", email="eve@demo-exchange.example", role="admin"))
    mine = await ticket(world)
    thread = await ask(ana, mine, await me(engineer), kind="side")
    shown = await engineer.ok("GET", f"/threads/{thread}")
    assert shown["about"]["ticket_id"] is None
    assert shown["about"]["number"].startswith("FRL-")
    text = str(shown) + str(await engineer.ok("GET", "/threads/mine")) + str(await notices(engineer))
    assert "500 USDT" not in text
    assert "Mei" not in text
    assert (await notices(engineer))[0]["ticket"] is None
    await say(engineer, thread, "A fix is out.")
    assert (await engineer.get(f"/tickets/{mine}/threads")).status_code == 403
    assert (await engineer.get(f"/tickets/{mine}")).status_code == 403
    other = await ask(ana, mine, await me(await world.staff(cast.DAN)))
    assert (await engineer.get(f"/threads/{other}")).status_code == 404
    assert (await engineer.post(f"/threads/{other}/messages", json={"client_id": str(uuid4()), "body": "x"})).status_code == 404


async def test_a_team_takes_part_and_its_people_on_shift_are_told(world: World) -> None:
    await queue.add_team(world.kit, SYSTEM, Team(0, "risk", "风控", "Risk", [""], [], 3, 30, 120, 60))
    ana, vera, sol = await world.staff(cast.ANA), await world.staff(cast.VERA), await world.staff(cast.SOL)
    for client in (vera, sol):
        await queue.place_staff(world.kit, SYSTEM, await me(client), ["risk"], [Skill("en", "", 3)])
    await vera.ok("PUT", "/me/state", json={"state": "available"})
    thread = await ask(ana, await ticket(world), kind="side", teams=["risk"])
    assert len(await notices(vera)) == 1
    assert await notices(sol) == []
    assert [t["key"] for t in (await sol.ok("GET", f"/threads/{thread}"))["thread"]["teams"]] == ["risk"]
    assert (await sol.ok("GET", "/threads/mine"))["unread"] == 1


async def test_a_closed_thread_is_opened_again_before_one_writes(world: World) -> None:
    ana, dan = await world.staff(cast.ANA), await world.staff(cast.DAN)
    mine = await ticket(world)
    thread = await ask(ana, mine, await me(dan))
    for _ in range(2):
        await dan.ok("PUT", f"/threads/{thread}/closure")
    refused = await ana.post(f"/threads/{thread}/messages", json={"client_id": str(uuid4()), "body": "One more"})
    assert (refused.status_code, refused.json()["code"]) == (409, "thread_closed")
    await ana.ok("DELETE", f"/threads/{thread}/closure")
    await say(ana, thread, "One more")
    kinds = await world.kit.db.fetch("select kind from event where stream = $1 and kind like 'thread.%' order by seq", f"ticket:{mine}")
    assert [r["kind"] for r in kinds] == ["thread.opened", "thread.closed", "thread.reopened"]
    seqs = await world.kit.db.fetch("select seq from event where stream = $1 order by seq", f"thread:{thread}")
    assert [r["seq"] for r in seqs] == list(range(1, len(seqs) + 1))


async def test_sending_the_same_again_is_harmless(world: World) -> None:
    ana, dan = await world.staff(cast.ANA), await world.staff(cast.DAN)
    mine, dan_id = await ticket(world), await me(dan)
    body = {"client_id": str(uuid4()), "title": "One", "body": "Once", "people": [dan_id]}
    ids = await asyncio.gather(*(ana.ok("POST", f"/tickets/{mine}/threads", json=body) for _ in range(6)))
    thread, = {found["id"] for found in ids}
    words = {"client_id": str(uuid4()), "body": "Twice"}
    said = await asyncio.gather(*(dan.ok("POST", f"/threads/{thread}/messages", json=words) for _ in range(6)))
    assert len({m["seq"] for m in said}) == 1
    assert [m["body"] for m in (await ana.ok("GET", f"/threads/{thread}"))["messages"]] == ["Once", "Twice"]
    reused = await dan.post(f"/threads/{thread}/messages", json={**words, "body": "Other"})
    assert reused.json()["code"] == "client_id_reused"


async def test_secrets_are_masked_before_anybody_reads_them(world: World) -> None:
    ana, dan = await world.staff(cast.ANA), await world.staff(cast.DAN)
    thread = await ask(ana, await ticket(world), await me(dan))
    said = await say(ana, thread, "card 4111 1111 1111 1111")
    assert said["removed"]
    assert "4111 1111" not in str(await dan.ok("GET", f"/threads/{thread}")) + str(await notices(dan))


@pytest.mark.parametrize(("change", "code"), [
    ({"people": []}, "nobody_asked"), ({"people": [999_999]}, "not_a_colleague"), ({"teams": ["nobody"]}, "not_a_colleague"),
    ({"body": " "}, "empty"), ({"body": "x" * 4001}, "too_long")])
async def test_what_cannot_be_asked(world: World, change: dict[str, Any], code: str) -> None:
    ana, dan = await world.staff(cast.ANA), await world.staff(cast.DAN)
    body = {"client_id": str(uuid4()), "title": "T", "body": "B", "people": [await me(dan)], **change}
    refused = await ana.post(f"/tickets/{await ticket(world)}/threads", json=body)
    assert refused.json()["code"] == code
    assert await world.kit.db.fetchval("select count(*) from thread") == 0


async def test_who_left_is_not_asked(world: World) -> None:
    ana, dan = await world.staff(cast.ANA), await world.staff(cast.DAN)
    gone = await me(dan)
    await people.disable_staff(world.kit, SYSTEM, gone) if hasattr(people, "disable_staff") else await world.kit.db.execute(
        "update staff set disabled_at = now() where id = $1", gone)
    body = {"client_id": str(uuid4()), "title": "T", "body": "B", "people": [gone]}
    assert (await ana.post(f"/tickets/{await ticket(world)}/threads", json=body)).json()["code"] == "not_a_colleague"


async def test_more_people_join(world: World) -> None:
    ana, dan, sol = [await world.staff(who) for who in (cast.ANA, cast.DAN, cast.SOL)]
    thread = await ask(ana, await ticket(world), await me(dan))
    for _ in range(2):
        await dan.ok("POST", f"/threads/{thread}/people", json={"people": [await me(sol)]})
    assert len(await notices(sol)) == 1
    assert (await sol.ok("GET", "/threads/mine"))["unread"] == 1
    joined = await world.kit.db.fetchval("select count(*) from event where stream = $1 and kind = 'thread.joined'", f"thread:{thread}")
    assert joined == 1
