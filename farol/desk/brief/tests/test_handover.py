"""What somebody leaves behind at the end of a shift."""

import uuid

from farol.app.demo import cast
from tests.world import Client, World


async def mine(world: World, ana: Client) -> int:
    """A ticket of Ana's."""
    mei = await world.customer()
    ticket: int = (await world.open(mei, "充值没到账"))["ticket"]["id"]
    await ana.ok("POST", f"/tickets/{ticket}/take")
    return ticket


async def test_a_drafted_note_goes_with_the_ticket_to_a_colleague(world: World) -> None:
    ana, sol = await world.staff(cast.ANA), await world.staff(cast.SOL)
    ticket, to = await mine(world, ana), (await sol.ok("GET", "/session"))["id"]
    [draft] = await ana.ok("GET", "/brief/handover")
    assert draft["ticket"]["ticket_id"] == ticket
    assert draft["words"] == "状态：处理中，客户已等 0 分钟\n最后一句（客户）：充值没到账\n下一步：回复客户"
    body = {"client_id": str(uuid.uuid4()), "words": draft["words"] + "\n节点在修", "to": to}
    await ana.ok("POST", f"/brief/tickets/{ticket}/handover", json=body)
    await ana.ok("POST", f"/brief/tickets/{ticket}/handover", json=body)
    opened = await sol.ok("GET", f"/tickets/{ticket}")
    assert opened["ticket"]["owner"]["id"] == to
    notes = [m for m in opened["messages"] if m["internal"]]
    assert [n["body"] for n in notes] == [body["words"]]
    assert [h["ticket_id"] for h in (await sol.ok("GET", "/brief"))["handed"]] == [ticket]
    again = await ana.post(f"/brief/tickets/{ticket}/handover", json={**body, "client_id": str(uuid.uuid4())})
    assert again.json()["code"] == "not_in_your_hands"
    assert await ana.ok("GET", "/brief/handover") == []


async def test_left_in_the_queue_or_refused(world: World) -> None:
    ana, kai = await world.staff(cast.ANA), await world.staff(cast.KAI)
    ticket = await mine(world, ana)
    body = {"client_id": str(uuid.uuid4()), "words": "请接手", "to": (await kai.ok("GET", "/session"))["id"]}
    assert (await ana.post(f"/brief/tickets/{ticket}/handover", json=body)).json()["code"] == "colleague_may_not"
    empty = await ana.post(f"/brief/tickets/{ticket}/handover", json={**body, "words": " ", "to": None})
    assert empty.json()["code"] == "nothing_written"
    await ana.ok("POST", f"/brief/tickets/{ticket}/handover", json={**body, "to": None})
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["owner"] is None
    kinds = await world.kit.db.fetch("select kind from event where stream = $1 order by seq desc limit 3", f"ticket:{ticket}")
    assert [r["kind"] for r in kinds] == ["ticket.changed", "ticket.handed_over", "message.posted"]


async def test_the_duty_log_is_never_changed_only_corrected(world: World) -> None:
    dan, ana = await world.staff(cast.DAN), await world.staff(cast.ANA)
    body = {"client_id": str(uuid.uuid4()), "shift": "夜班", "words": "一切平稳"}
    one = await dan.ok("POST", "/brief/log", json=body)
    assert await dan.ok("POST", "/brief/log", json=body) == one
    two = await dan.ok("POST", "/brief/log", json={"client_id": str(uuid.uuid4()), "words": "02:00 有一次短暂延迟", "corrects": one["id"]})
    assert [e["id"] for e in await dan.ok("GET", "/brief/log")] == [two["id"], one["id"]]
    assert two["corrects"] == one["id"]
    assert (await dan.post("/brief/log", json={**body, "client_id": str(uuid.uuid4()), "corrects": 999999})).status_code == 404
    assert (await ana.get("/brief/log")).status_code == 403
