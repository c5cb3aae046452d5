"""A ticket changes hands only when somebody accepts it, and always has exactly one owner."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.desk.sla import actions as sla
from farol.kit import clock
from farol.kit.permission import SYSTEM
from tests.world import Client, World

LIA = cast.StaffMember("lia", "Lia Roth", "Lia", "lia@demo-exchange.example", "agent", "en")
BOTH = (Skill("zh", "", 3), Skill("en", "", 2))


async def me(client: Client) -> int:
    """Whose client it is."""
    found: int = (await client.ok("GET", "/session"))["id"]
    return found


async def come(world: World, who: cast.StaffMember, *skills: Skill, team: str = "l1") -> Client:
    """Somebody on shift."""
    await queue.add_team(world.kit, SYSTEM, Team(0, team, "一线", "First line", ["dep"], [], 3, 30, 120, 60))
    client = await world.staff(who)
    await queue.place_staff(world.kit, SYSTEM, await me(client), [team], list(skills))
    await client.ok("PUT", "/me/state", json={"state": "available"})
    return client


async def ticket(world: World, owner: Client) -> int:
    """Mei's ticket, owned."""
    mei = await world.customer()
    found: int = (await world.open(mei, "充值 500 USDT 没到账，很着急", language="zh"))["ticket"]["id"]
    await owner.ok("POST", f"/tickets/{found}/take")
    return found


async def owner(world: World, ticket_id: int) -> int | None:
    """Who has it."""
    found: int | None = await world.kit.db.fetchval("select owner_id from ticket where id = $1", ticket_id)
    return found


async def offer(client: Client, ticket_id: int, **to: Any) -> int:
    """A ticket is handed over."""
    made: int = (await client.ok("POST", f"/tickets/{ticket_id}/transfers", json={"summary": "Asks for a deposit.", **to}))["id"]
    return made


async def test_the_sender_keeps_it_until_the_receiver_accepts(world: World) -> None:
    ana, lia = await come(world, cast.ANA, *BOTH), await come(world, LIA, *BOTH)
    mine = await ticket(world, ana)
    sent = await offer(ana, mine, to_staff=await me(lia))
    assert await owner(world, mine) == await me(ana)
    waiting, = (await lia.ok("GET", "/transfers"))["transfers"]
    assert (waiting["transfer"]["summary"], waiting["transfer"]["sender"]["name"]) == ("Asks for a deposit.", "Ana Duarte")
    assert (await lia.ok("GET", "/notices"))["notices"][0]["title"]["en"].startswith("Ana Duarte hands FRL-")
    assert (await ana.post(f"/transfers/{sent}/acceptance")).json()["code"] == "not_receiver"
    await lia.ok("POST", f"/transfers/{sent}/acceptance")
    assert await owner(world, mine) == await me(lia)
    assert (await lia.post(f"/transfers/{sent}/acceptance")).json()["code"] == "transfer_over"
    await world.react()
    kinds = await world.kit.db.fetch("select kind from event where stream = $1 and kind like 'ticket.%' order by seq", f"ticket:{mine}")
    assert [r["kind"] for r in kinds][-3:] == ["ticket.transfer_offered", "ticket.changed", "ticket.transferred"]


async def test_the_receiver_returns_it_with_a_reason(world: World) -> None:
    ana, lia = await come(world, cast.ANA, *BOTH), await come(world, LIA, *BOTH)
    mine = await ticket(world, ana)
    sent = await offer(ana, mine, to_staff=await me(lia))
    assert (await lia.post(f"/transfers/{sent}/return", json={"why": " "})).json()["code"] == "empty"
    await lia.ok("POST", f"/transfers/{sent}/return", json={"why": "Break in five minutes"})
    assert await owner(world, mine) == await me(ana)
    assert (await ana.ok("GET", "/notices"))["notices"][0]["words"] == "Break in five minutes"
    shown = await ana.ok("GET", f"/tickets/{mine}/transfers")
    assert (shown["transfers"][0]["outcome"], shown["transfers"][0]["why"], shown["times"]) == ("returned", "Break in five minutes", 0)
    again = await offer(ana, mine, to_staff=await me(lia))
    await ana.ok("POST", f"/transfers/{again}/withdrawal")
    assert (await lia.ok("GET", "/transfers"))["transfers"] == []


async def test_of_a_team_one_gets_it(world: World) -> None:
    ana, lia, sol = [await come(world, who, *BOTH, team=team) for who, team in ((cast.ANA, "l1"), (LIA, "wallet"), (cast.SOL, "wallet"))]
    for _ in range(5):
        mine = await ticket(world, ana)
        sent = await offer(ana, mine, to_team="wallet")
        answers = await asyncio.gather(*(c.post(f"/transfers/{sent}/acceptance") for c in (lia, sol)))
        assert sorted(a.status_code for a in answers) == [200, 409]
        won = (lia, sol)[[a.status_code for a in answers].index(200)]
        assert await owner(world, mine) == await me(won)
        team = await world.kit.db.fetchval("select g.key from ticket t join team g on g.id = t.team_id where t.id = $1", mine)
        assert team == "wallet"


@pytest.mark.parametrize(("who", "skills", "code"), [
    (cast.KAI, BOTH, "receiver_may_not"), (cast.SOL, (Skill("es", "", 3),), "receiver_lacks_skill"),
    (cast.SOL, (Skill("zh", "trd", 3),), "receiver_lacks_skill")])
async def test_somebody_without_right_or_skill_is_refused_with_the_reason(
    world: World, who: cast.StaffMember, skills: tuple[Skill, ...], code: str,
) -> None:
    ana = await come(world, cast.ANA, *BOTH)
    await queue.add_team(world.kit, SYSTEM, Team(0, "other", "其他", "Other", [], [], 3, 30, 120, 60))
    other = await world.staff(who)
    await queue.place_staff(world.kit, SYSTEM, await me(other), ["other"], list(skills))
    mine = await ticket(world, ana)
    await world.kit.db.execute("update ticket set reason = 'dep.missing_memo' where id = $1", mine)
    body = {"summary": "S", "to_staff": await me(other)}
    refused = await ana.post(f"/tickets/{mine}/transfers", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert who.name in refused.json()["detail"]
    listed = {p["id"]: p for p in (await ana.ok("GET", f"/tickets/{mine}/transfer-draft"))["people"]}
    assert listed[await me(other)]["hinders"] == code
    team = await ana.post(f"/tickets/{mine}/transfers", json={"summary": "S", "to_team": "other"})
    assert team.json()["code"] == "team_lacks_skill"
    assert await world.kit.db.fetchval("select count(*) from transfer") == 0


@pytest.mark.parametrize(("change", "code"), [
    ({"summary": "  "}, "empty"), ({"to_staff": 987_654}, "receiver_gone"), ({"to_staff": None, "to_team": "nobody"}, "receiver_gone"),
    ({"to_team": "l1"}, "invalid"), ({"to_staff": None}, "invalid")])
async def test_what_cannot_be_handed_over(world: World, change: dict[str, Any], code: str) -> None:
    ana, lia = await come(world, cast.ANA, *BOTH), await come(world, LIA, *BOTH)
    mine = await ticket(world, ana)
    refused = await ana.post(f"/tickets/{mine}/transfers", json={"summary": "S", "to_staff": await me(lia), **change})
    assert refused.json()["code"] == code


async def test_who_may_hand_over(world: World) -> None:
    ana, lia, sol = [await come(world, who, *BOTH) for who in (cast.ANA, LIA, cast.SOL)]
    mine = await ticket(world, ana)
    body = {"summary": "S", "to_staff": await me(lia)}
    assert (await lia.post(f"/tickets/{mine}/transfers", json=body)).json()["code"] == "not_yours"
    assert (await ana.post(f"/tickets/{mine}/transfers", json={**body, "to_staff": await me(ana)})).json()["code"] == "transfer_to_owner"
    await sol.ok("POST", f"/tickets/{mine}/transfers", json=body)
    again = await ana.post(f"/tickets/{mine}/transfers", json=body)
    assert (again.json()["code"], again.json()["receiver"]) == ("transfer_open", "Lia Roth")
    free = (await world.open(await world.customer(), "还有一个问题", language="zh"))["ticket"]["id"]
    await ana.ok("POST", f"/tickets/{free}/transfers", json=body)
    assert await owner(world, free) == await me(ana)


async def test_a_ticket_that_goes_another_way_ends_the_transfer(world: World) -> None:
    ana, lia = await come(world, cast.ANA, *BOTH), await come(world, LIA, *BOTH)
    mine = await ticket(world, ana)
    sent = await offer(ana, mine, to_staff=await me(lia))
    version = (await ana.ok("GET", f"/tickets/{mine}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{mine}", json={"version": version, "owner_id": None})
    raced = await lia.post(f"/transfers/{sent}/acceptance")
    assert raced.json()["code"] == "transfer_over"
    await world.react()
    assert (await ana.ok("GET", f"/tickets/{mine}/transfers"))["transfers"][0]["why"] == "overtaken"


async def test_a_ticket_that_goes_to_and_fro_says_so(world: World) -> None:
    ana, lia = await come(world, cast.ANA, *BOTH), await come(world, LIA, *BOTH)
    mine = await ticket(world, ana)
    for n in range(3):
        here, there = (ana, lia) if n % 2 == 0 else (lia, ana)
        await there.ok("POST", f"/transfers/{await offer(here, mine, to_staff=await me(there))}/acceptance")
    shown = await ana.ok("GET", f"/tickets/{mine}/transfers")
    assert (shown["times"], shown["ping_pong"]) == (3, True)
    assert "之前已转交 3 次" in (await lia.ok("GET", f"/tickets/{mine}/transfer-draft"))["summary"] or "Handed over 3 times before" in (
        await lia.ok("GET", f"/tickets/{mine}/transfer-draft"))["summary"]


async def test_the_summary_is_drafted_from_what_is_known(world: World) -> None:
    await sla.seed(world.kit)
    ana = await come(world, cast.ANA, *BOTH)
    mine = await ticket(world, ana)
    await world.kit.db.execute("update ticket set reason = 'dep.missing_memo' where id = $1", mine)
    await world.react()
    await world.say(ana, mine, "已提交找回，今天内答复您。")
    await world.say(ana, mine, "wallet 3 has it", internal=True)
    await world.say(await world.customer(), mine, "好的，等您消息")
    by = (clock.now() + timedelta(minutes=30)).isoformat()
    await ana.ok("POST", f"/tickets/{mine}/promises", json={"client_id": str(uuid4()), "by": by, "words": "30 分钟内告诉您"})
    await ana.ok("PUT", f"/tickets/{mine}/checklist/{await step(ana, mine)}", json={"done": True})
    with world.statements() as ran:
        found = await ana.ok("GET", f"/tickets/{mine}/transfer-draft")
    assert len(ran) <= 12, ran
    text = found["summary"]
    for part in ("客户要办的事：充值 500 USDT 没到账", "原因：漏填", "共回复 2 次，最近 Ana Duarte", "Ana Duarte 的备注：wallet 3 has it",
                 "已承诺：", "还缺：", "已做：", "下一步：", "好的，等您消息"):
        assert part in text, text


async def step(client: Client, ticket_id: int) -> str:
    """The first step of a ticket's procedure."""
    found: str = (await client.ok("GET", f"/tickets/{ticket_id}/checklist"))["steps"][0]["key"]
    return found
