"""What words do to a ticket beside being said: open it again, or not; give it an owner; leave a stage."""

import asyncio
from typing import Any

from farol.app.demo import cast
from tests.world import Client, World

STAGE = "insert into stage (key, category, zh, en, shown_zh, shown_en) values ($1, $2, $1, $1, $3, $4)"


async def row(client: Client, ticket: int) -> Any:
    """The ticket as staff see it."""
    return (await client.ok("GET", f"/tickets/{ticket}"))["ticket"]


async def change(client: Client, ticket: int, **fields: object) -> Any:
    """Sets fields on what stands now."""
    return await client.patch(f"/tickets/{ticket}", json={"version": (await row(client, ticket))["version"], **fields})


async def last(world: World, ticket: int) -> Any:
    """The last event's body."""
    return await world.kit.db.fetchval("select body from event where stream = $1 order by seq desc limit 1", f"ticket:{ticket}")


async def test_thanks_leave_a_resolved_ticket_as_it_is_and_are_told_as_such(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await change(ana, ticket, status="resolved")
    before = await row(ana, ticket)
    await world.say(mei, ticket, "好的，谢谢您！")
    after = await row(ana, ticket)
    assert {k: after[k] for k in ("status", "version", "resolved_at", "waiting_since")} == {
        k: before[k] for k in ("status", "version", "resolved_at", "waiting_since")}
    assert (after["last_public_seq"], (await last(world, ticket))["thanks"]) == (after["seq"], True)
    frame = (await ana.ok("GET", f"/tickets/{ticket}/events?after={before['seq']}"))["frames"][-1]
    assert (frame["t"], frame["thanks"], "status" in frame) == ("message", True, False)
    await world.say(mei, ticket, "谢谢，但还没到账")
    assert (await row(ana, ticket))["status"] == "open"
    assert "thanks" not in await last(world, ticket)


async def test_thanks_are_heard_where_something_is_still_open(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.say(ana, ticket, "可以退回吗？")
    await world.say(mei, ticket, "好的，谢谢")
    assert (await row(ana, ticket))["waiting_since"], "it may be the answer to a question"
    await change(ana, ticket, status="pending")
    await world.say(mei, ticket, "好的，谢谢")
    assert (await row(ana, ticket))["status"] == "open"


async def test_thanks_with_a_file_are_heard(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await change(ana, ticket, status="resolved")
    uploaded = await mei.ok("POST", "/files", files={"file": ("a.txt", b"proof", "text/plain")})
    await world.say(mei, ticket, "谢谢", files=[uploaded["id"]])
    assert (await row(ana, ticket))["status"] == "open"


async def test_who_answers_what_nobody_has_has_it(world: World) -> None:
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.say(sol, ticket, "看一下", internal=True)
    assert (await row(ana, ticket))["owner"] is None
    before = await row(ana, ticket)
    await world.say(ana, ticket, "马上看")
    taken = await row(ana, ticket)
    assert (taken["owner"]["name"], taken["version"]) == ("Ana Duarte", before["version"] + 1)
    frame = (await sol.ok("GET", f"/tickets/{ticket}/events?after={before['seq']}"))["frames"][-1]
    assert (frame["t"], frame["owner_id"], frame["version"]) == ("message", taken["owner"]["id"], taken["version"])
    seen = (await mei.ok("GET", f"/tickets/{ticket}/events?after={before['seq']}"))["frames"][-1]
    assert not seen.keys() & {"owner_id", "version"}
    await world.say(sol, ticket, "我也在")
    assert (await row(ana, ticket))["owner"]["name"] == "Ana Duarte"


async def test_two_answers_at_once_make_one_owner(world: World) -> None:
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ticket = (await world.open(mei))["ticket"]["id"]
    await asyncio.gather(*(world.say(client, ticket, f"answer {n}") for n, client in enumerate([ana, sol] * 4)))
    owners = [r["body"]["owner_id"] for r in await world.kit.db.fetch(
        "select body from event where stream = $1 and body ? 'owner_id'", f"ticket:{ticket}")]
    assert owners == [(await row(ana, ticket))["owner"]["id"]]


async def test_a_stage_brings_its_status_and_a_status_leaves_the_stage(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.kit.db.execute(STAGE, "proof", "pending", "等待凭证", "Waiting for your proof")
    await world.kit.db.execute(STAGE, "wallet", "open", "", "")
    assert (await change(ana, ticket, stage="proof")).status_code == 200
    stands = await row(ana, ticket)
    assert (stands["status"], stands["stage"]) == ("pending", "proof")
    told = (await mei.ok("GET", f"/tickets/{ticket}/events?after={stands['seq'] - 1}"))["frames"][-1]
    assert (told["status"], told["stage"]) == ("pending", {"zh": "等待凭证", "en": "Waiting for your proof"})
    own = (await mei.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert (own["status"], own["stage"]) == ("pending", told["stage"])
    await world.say(mei, ticket, "给您截图")
    assert [(await row(ana, ticket))[k] for k in ("status", "stage")] == ["open", None]
    await change(ana, ticket, stage="wallet")
    await change(ana, ticket, status="resolved")
    assert [(await row(ana, ticket))[k] for k in ("status", "stage")] == ["resolved", None]
    for wrong in ({"stage": "nope"}, {"stage": "proof", "status": "open"}):
        refused = await change(ana, ticket, **wrong)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "stage")


async def test_a_lost_race_says_who_and_what_stands(world: World) -> None:
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ticket = (await world.open(mei))["ticket"]["id"]
    version = (await row(ana, ticket))["version"]
    answers = await asyncio.gather(
        ana.patch(f"/tickets/{ticket}", json={"version": version, "severity": "P1"}),
        sol.patch(f"/tickets/{ticket}", json={"version": version, "severity": "P2"}))
    lost = next(a for a in answers if a.status_code == 409).json()
    stands = await row(ana, ticket)
    assert (lost["now"], lost["version"]) == ({"severity": stands["severity"]}, stands["version"])
    assert lost["by"] == ("Ana Duarte" if stands["severity"] == "P1" else (await sol.ok("GET", "/session"))["name"])
