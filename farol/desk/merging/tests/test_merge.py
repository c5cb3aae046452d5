"""Merging: one conversation, nobody's words to anybody else, exactly one winner."""

import asyncio
from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.sla import actions as sla
from tests.world import World

from .conftest import Pair


async def test_the_customer_has_one_conversation(pair: Pair) -> None:
    before = await pair.row(pair.newer)
    assert (await pair.merge()).status_code == 200
    merged, into = await pair.row(pair.newer), await pair.row(pair.older)
    assert (merged["status"], merged["merged_into"], merged["waiting_since"]) == ("closed", pair.older, None)
    assert into["waiting_since"] <= before["waiting_since"]
    joined = await pair.ana.ok("GET", f"/tickets/{pair.older}/merges")
    assert [(m["id"], m["messages"], m["by"], m["into"]) for m in joined["merged"]] == [(pair.newer, 1, cast.ANA.name, pair.older)]
    assert (await pair.ana.ok("GET", f"/tickets/{pair.newer}/merges"))["into"] == {"id": pair.older, "number": into["number"]}
    own = (await pair.mei.ok("GET", f"/tickets/{pair.newer}"))["ticket"]
    assert own["continues_in"] == {"id": pair.older, "number": into["number"]}
    assert (await pair.kinds(pair.newer))[-2:] == ["ticket.changed", "ticket.merged"]
    assert (await pair.kinds(pair.older))[-1] == "ticket.merged"


async def test_new_words_land_where_it_goes_on_once(pair: Pair) -> None:
    await pair.merge()
    said = await pair.world.say(pair.mei, pair.newer, "在吗", client_id="0b6c0f8e-0000-4000-8000-000000000001")
    again = await pair.world.say(pair.mei, pair.newer, "在吗", client_id="0b6c0f8e-0000-4000-8000-000000000001")
    assert (said["ticket"], said["seq"], said["outcome"]) == (pair.older, again["seq"], "new")
    assert again["outcome"] == "again"
    bodies = [m["body"] for m in (await pair.ana.ok("GET", f"/tickets/{pair.older}"))["messages"]]
    assert bodies[-1] == "在吗"
    assert len((await pair.ana.ok("GET", f"/tickets/{pair.newer}"))["messages"]) == 1


async def test_staff_neither_write_in_nor_change_a_merged_ticket(pair: Pair) -> None:
    await pair.merge()
    answer = await pair.ana.post(f"/tickets/{pair.newer}/messages", json={"client_id": "0b6c0f8e-0000-4000-8000-000000000002", "body": "hi"})
    number = (await pair.row(pair.older))["number"]
    assert (answer.status_code, answer.json()["code"], answer.json()["into"]) == (409, "merged", number)
    version = (await pair.row(pair.newer))["version"]
    answer = await pair.ana.patch(f"/tickets/{pair.newer}", json={"version": version, "status": "open"})
    assert (answer.status_code, answer.json()["code"]) == (409, "merged")


async def test_undo_restores_what_was_and_words_stay_where_they_were_said(pair: Pair) -> None:
    was = await pair.row(pair.newer)
    me = (await pair.ana.ok("GET", "/session"))["id"]
    await pair.ana.ok("PATCH", f"/tickets/{pair.newer}", json={"version": was["version"], "owner_id": me})
    await pair.merge()
    await pair.world.say(pair.mei, pair.newer, "这句在合并之后")
    assert (await pair.ana.delete(f"/tickets/{pair.newer}/merge")).status_code == 204
    now, into = await pair.row(pair.newer), await pair.row(pair.older)
    assert (now["status"], now["merged_into"], now["owner"]["id"], now["waiting_since"]) == ("open", None, me, was["waiting_since"])
    assert [m["body"] for m in (await pair.ana.ok("GET", f"/tickets/{pair.older}"))["messages"]][-1] == "这句在合并之后"
    assert into["waiting_since"] is not None
    assert (await pair.kinds(pair.newer))[-2:] == ["ticket.changed", "ticket.unmerged"]
    assert (await pair.kinds(pair.older))[-1] == "ticket.unmerged"
    said = await pair.world.say(pair.mei, pair.newer, "又写在这里")
    assert "ticket" not in said
    again = await pair.ana.delete(f"/tickets/{pair.newer}/merge")
    assert (again.status_code, again.json()["code"]) == (409, "not_merged")


async def test_a_resolved_ticket_opens_for_whoever_waits_in_the_other(pair: Pair) -> None:
    row = await pair.row(pair.older)
    await pair.ana.ok("PATCH", f"/tickets/{pair.older}", json={"version": row["version"], "status": "resolved"})
    await pair.merge()
    into = await pair.row(pair.older)
    assert (into["status"], into["waiting_since"] is not None) == ("open", True)
    assert (await pair.kinds(pair.older))[-2:] == ["ticket.changed", "ticket.merged"]


async def test_undo_takes_the_wait_along(pair: Pair) -> None:
    ana = {"client_id": "0b6c0f8e-0000-4000-8000-000000000003", "body": "好的"}
    await pair.ana.ok("POST", f"/tickets/{pair.older}/messages", json=ana)
    assert (await pair.row(pair.older))["waiting_since"] is None
    await pair.merge()
    assert (await pair.row(pair.older))["waiting_since"] is not None
    await pair.ana.delete(f"/tickets/{pair.newer}/merge")
    assert (await pair.row(pair.older))["waiting_since"] is None


async def test_clocks_wait_where_the_customer_waits(pair: Pair) -> None:
    await sla.seed(pair.kit)
    for ticket in (pair.older, pair.newer):
        await pair.ana.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": f"0b6c0f8e-0000-4000-8000-00000000001{ticket % 10}", "body": "看一下"})
    await pair.world.say(pair.mei, pair.newer, "还没到")
    await pair.world.react()

    async def waits(ticket: int) -> list[str]:
        shown = await pair.ana.ok("GET", f"/tickets/{ticket}/clocks")
        return [c["kind"] for c in shown["clocks"] if c["kind"] == "next_reply" and c["state"] in ("running", "late")]

    assert (await waits(pair.older), await waits(pair.newer)) == ([], ["next_reply"])
    await pair.merge()
    await pair.world.react()
    assert (await waits(pair.older), await waits(pair.newer)) == (["next_reply"], [])
    await pair.ana.delete(f"/tickets/{pair.newer}/merge")
    await pair.world.react()
    assert await waits(pair.newer) == ["next_reply"]


async def test_chains_hold_and_circles_cannot_be(pair: Pair) -> None:
    third = (await pair.world.open(pair.mei, "第三张"))["ticket"]["id"]
    assert (await pair.merge(third, pair.newer)).status_code == 200
    assert (await pair.merge(pair.newer, pair.older)).status_code == 200
    circle = await pair.merge(pair.older, third)
    assert (circle.status_code, circle.json()["code"]) == (409, "merged_already")
    assert (await pair.merge(pair.older, pair.older)).json()["code"] == "same_ticket"
    said = await pair.world.say(pair.mei, third, "到底在哪")
    assert said["ticket"] == pair.older
    assert {m["id"]: m["into"] for m in (await pair.ana.ok("GET", f"/tickets/{pair.older}/merges"))["merged"]} == {pair.newer: pair.older, third: pair.newer}
    await pair.ana.delete(f"/tickets/{pair.newer}/merge")
    assert (await pair.world.say(pair.mei, third, "现在呢"))["ticket"] == pair.newer


async def test_two_agents_crosswise_one_wins(pair: Pair) -> None:
    sol = await pair.world.staff(cast.SOL)
    for _ in range(8):
        answers = await asyncio.gather(
            pair.merge(), sol.post(f"/tickets/{pair.older}/merge", json={"into": pair.newer}))
        assert sorted(a.status_code for a in answers) == [200, 409]
        assert next(a for a in answers if a.status_code == 409).json()["code"] == "merged_already"
        won = pair.newer if answers[0].status_code == 200 else pair.older
        undone = await asyncio.gather(*(client.delete(f"/tickets/{won}/merge") for client in (pair.ana, sol)))
        assert sorted(a.status_code for a in undone) == [204, 409]


async def test_two_customers_are_never_joined(pair: Pair) -> None:
    ivan = await pair.world.customer(cast.IVAN)
    other = (await pair.world.open(ivan, "where is it"))["ticket"]["id"]
    for ticket, into in ((other, pair.older), (pair.newer, other)):
        answer = await pair.merge(ticket, into, why="same person")
        assert (answer.status_code, answer.json()["code"]) == (409, "other_customer")


async def test_an_address_typed_on_a_page_proves_nothing(pair: Pair) -> None:
    visitor = await pair.world.visitor(cast.MEI.email, "Mei")
    other = (await pair.world.open(visitor, "it is me"))["ticket"]["id"]
    sol = await pair.world.staff(cast.SOL)
    answer = await sol.post(f"/tickets/{other}/merge", json={"into": pair.older, "why": "same address"})
    assert answer.json()["code"] == "other_customer"


MAILED = """
with c as (insert into customer (name, email, language, seen_at) values ('Mei', $1, 'zh', now()) returning id),
t as (insert into ticket (customer_id, opening_id, subject, channel, language) select id, gen_random_uuid(), 'a letter', 'email', 'zh' from c returning id)
insert into mail_in (digest, content, recipient, return_path, peer, raw, state, sender, ticket_id)
select '\\x01', '\\x01', 'reply+x@farol.test', $1, '', '', $2, $1, id from t returning ticket_id"""


@pytest.mark.parametrize(("state", "who", "why", "code"), [
    ("joined", cast.SOL, "answered our letter", None), ("joined", cast.SOL, "", "say_why"),
    ("joined", cast.ANA, "answered our letter", "not_allowed"), ("opened", cast.SOL, "first letter", "other_customer")])
async def test_a_proven_mailbox_may_be_joined_by_a_lead_who_says_why(world: World, pair: Pair, state: str, who: Any, why: str, code: str | None) -> None:
    letter = await world.kit.db.fetchval(MAILED, cast.MEI.email.upper(), state)
    client = await world.staff(who)
    answer = await client.post(f"/tickets/{letter}/merge", json={"into": pair.older, "why": why})
    assert answer.json().get("code") == code
    if code is None:
        assert answer.status_code == 200
        assert (await client.ok("GET", f"/tickets/{pair.older}/merges"))["merged"][0]["mailed"] is True
        other_way = await client.post(f"/tickets/{pair.newer}/merge", json={"into": letter, "why": why})
        assert other_way.json()["code"] in ("other_customer", "merged_already")


async def test_a_closed_ticket_takes_nothing_in(pair: Pair) -> None:
    row = await pair.row(pair.older)
    await pair.ana.ok("PATCH", f"/tickets/{pair.older}", json={"version": row["version"], "status": "closed"})
    answer = await pair.merge()
    assert (answer.status_code, answer.json()["code"]) == (409, "into_closed")


async def test_a_trainee_does_not_merge(pair: Pair) -> None:
    tim = await pair.world.staff(cast.TIM)
    assert (await tim.post(f"/tickets/{pair.newer}/merge", json={"into": pair.older})).status_code == 403
