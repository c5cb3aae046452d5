"""A reply that is stopped: the agent is told why, and whoever leads the desk is told that it happened."""

import uuid

from farol.app.demo import cast
from tests.world import Client, World


async def refused(ana: Client, ticket: int, body: str) -> str:
    answer = await ana.post(f"/tickets/{ticket}/messages", json={"client_id": str(uuid.uuid4()), "body": body})
    assert answer.status_code == 422, answer.text
    return str(answer.json()["code"])


async def test_the_lead_is_told_once_an_hour(world: World, listed: None) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    assert await refused(ana, ticket, "Send 100 USDT first to unlock the account.") == "never_asked"
    assert await refused(ana, ticket, "请先转 100 USDT 解锁账户。") == "never_asked"
    assert await refused(ana, ticket, "We will refund you within 24 hours.") == "money_promised"
    assert await refused(ana, ticket, "Please log in at https://farol-help.top/login") == "link_not_allowed"
    told = (await sol.ok("GET", "/notices"))["notices"]
    assert [one["kind"] for one in told] == ["escalation.guard"] * 3
    assert {one["ticket"]["id"] for one in told} == {ticket}
    assert "Ana" in told[0]["title"]["en"]
    assert (await ana.ok("GET", "/notices"))["notices"] == []
    kept = await world.kit.db.fetch("select problem, words from guard_stop order by id")
    assert [row["problem"] for row in kept] == ["never_asked", "never_asked", "money_promised", "link_not_allowed"]
    events = await world.kit.db.fetchval("select count(*) from event where kind = 'guard.stopped'")
    assert events == 4
    assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'staff'") == 0


async def test_a_reply_that_waits_and_one_for_many_are_stopped_too(world: World, listed: None) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    held = await ana.post(f"/tickets/{ticket}/outgoing", json={"client_id": str(uuid.uuid4()), "body": "Добавьте нас в Telegram @farol_refund_desk."})
    assert held.json()["code"] == "link_not_allowed", held.text
    assert len((await sol.ok("GET", "/notices"))["notices"]) == 1


async def test_links_of_ours_and_of_explorers_go_out(world: World, listed: None) -> None:
    ana = await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    await world.say(ana, ticket, "详见 https://farol.test/help ，哈希在 https://tronscan.org/#/transaction/abc。")
    await world.say(ana, ticket, "A note for colleagues: https://evil.example", internal=True)


async def test_what_is_pointed_out_is_not_stopped(world: World, listed: None) -> None:
    ana = await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    text = "PLEASE READ THIS!! Сами виноваты."
    found = (await ana.ok("POST", f"/tickets/{ticket}/guard", json={"body": text}))["findings"]
    assert {one["code"] for one in found} == {"tone.shouting", "blame.customer"}
    assert not any(one["blocks"] for one in found)
    await world.say(ana, ticket, text)


async def test_advice_that_was_not_taken_is_kept_and_nobody_is_told(world: World) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    seq = (await world.say(ana, ticket, "We will look at it shortly, unfortunately it takes time."))["seq"]
    await world.say(ana, ticket, "It is with the wallet team.")
    await world.say(ana, ticket, "They will do it shortly.", internal=True)
    await world.react()
    [kept] = await world.kit.db.fetch("select problem, words, message_seq from guard_stop")
    assert (kept["problem"], kept["words"], kept["message_seq"]) == ("promise.vague empty.words", "shortly", seq)
    [event] = await world.kit.db.fetch("select body, public from event where kind = 'guard.left'")
    assert (event["body"]["codes"], event["public"]) == (["promise.vague", "empty.words"], False)
    assert (await sol.ok("GET", "/notices"))["notices"] == []
