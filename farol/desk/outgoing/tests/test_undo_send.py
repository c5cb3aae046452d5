"""Undo send: the server waits, says it exactly once, and gives it back when somebody spoke first."""

import asyncio
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from farol.app.demo import cast
from farol.core.tickets.actions import post_message
from farol.desk.outgoing import actions, jobs
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests.world import Client, World


class Scene:
    """Mei's ticket and Ana, who answers."""

    def __init__(self, world: World, mei: Client, ana: Client, ticket: int) -> None:
        self.world, self.kit, self.mei, self.ana, self.ticket = world, world.kit, mei, ana, ticket

    async def hold(self, body: str = "已经到账", **more: Any) -> dict[str, Any]:
        """Ana's reply, with all she has on screen."""
        seen = (await self.ana.ok("GET", f"/tickets/{self.ticket}"))["seq"]
        held: dict[str, Any] = await self.ana.ok(
            "POST", f"/tickets/{self.ticket}/outgoing", json={"client_id": str(uuid4()), "body": body, "seen": seen, **more})
        return held

    async def mine(self) -> list[dict[str, Any]]:
        """What Ana wrote that is not in its ticket."""
        kept: list[dict[str, Any]] = (await self.ana.ok("GET", "/me/outgoing"))["outgoing"]
        return kept

    async def words(self) -> list[str]:
        """What stands in the ticket."""
        return [m["body"] for m in (await self.ana.ok("GET", f"/tickets/{self.ticket}"))["messages"]]

    async def due(self) -> None:
        """The seconds pass."""
        await self.kit.db.execute("update outgoing set due_at = now()")
        await jobs.send(self.kit)


@pytest.fixture
async def scene(world: World) -> Scene:
    """The world with one ticket."""
    mei, ana = await world.customer(), await world.staff(cast.ANA)
    return Scene(world, mei, ana, (await world.open(mei))["ticket"]["id"])


def wait(held: dict[str, Any]) -> float:
    """Seconds it waits."""
    return (datetime.fromisoformat(held["due_at"]) - datetime.fromisoformat(held["held_at"])).total_seconds()


async def test_it_waits_and_is_said_once(scene: Scene) -> None:
    held = await scene.hold()
    assert (held["state"], wait(held)) == ("held", 10)
    await jobs.send(scene.kit)
    assert "已经到账" not in await scene.words()
    await scene.kit.db.execute("update outgoing set due_at = now()")
    await asyncio.gather(*(jobs.send(scene.kit) for _ in range(4)))
    assert (await scene.words()).count("已经到账") == 1
    assert await scene.mine() == []
    assert await scene.kit.db.fetchval("select body from outgoing") == ""


async def test_they_are_said_in_the_order_in_which_they_were_written(scene: Scene) -> None:
    """Whichever a process comes upon first, and however many do at once."""
    later = [UUID((await scene.hold(f"答复 {n}"))["client_id"]) for n in range(1, 6)][::-1]
    await scene.kit.db.execute("update outgoing set due_at = now()")
    await asyncio.gather(*(actions.deliver(scene.kit, one) for one in later))
    assert [words for words in await scene.words() if words.startswith("答复")] == [f"答复 {n}" for n in range(1, 6)]


@pytest.mark.parametrize(("chosen", "live", "seconds"), [(30, False, 30), (30, True, 3), (2, True, 2)])
async def test_how_long_is_ones_own_choice_and_shorter_in_live_chat(scene: Scene, chosen: int, live: bool, seconds: int) -> None:
    await scene.ana.ok("PUT", "/me/preferences", json={"undo_send_s": chosen})
    assert wait(await scene.hold(live=live)) == seconds


async def test_without_a_wait_it_is_said_at_once(scene: Scene) -> None:
    await scene.ana.ok("PUT", "/me/preferences", json={"undo_send_s": 0})
    held = await scene.hold()
    assert held["state"] == "sent"
    assert (await scene.words())[-1] == "已经到账"


async def test_taken_back_nothing_is_sent(scene: Scene) -> None:
    held = await scene.hold()
    assert (await scene.ana.delete(f"/outgoing/{held['client_id']}")).status_code == 204
    await scene.due()
    assert "已经到账" not in await scene.words()
    assert (await scene.ana.delete(f"/outgoing/{held['client_id']}")).status_code == 404


async def test_too_late_to_take_back(scene: Scene) -> None:
    held = await scene.hold()
    await scene.due()
    answer = await scene.ana.delete(f"/outgoing/{held['client_id']}")
    assert (answer.status_code, answer.json()["code"]) == (409, "already_sent")


async def test_somebody_wrote_first_so_it_comes_back(scene: Scene) -> None:
    held = await scene.hold()
    await scene.world.say(scene.mei, scene.ticket, "不用了，我搞错了")
    await scene.due()
    assert "已经到账" not in await scene.words()
    back = (await scene.mine())[0]
    assert (back["state"], back["body"], back["why"]) == ("stale", "已经到账", "stale")
    told = (await scene.ana.ok("GET", "/notices"))["notices"]
    assert cast.MEI.name in told[0]["title"]["en"]
    seen = (await scene.ana.ok("GET", f"/tickets/{scene.ticket}"))["seq"]
    sent = await scene.ana.ok("POST", f"/outgoing/{held['client_id']}/send", json={"seen": seen})
    assert sent["state"] == "sent"
    assert (await scene.words())[-1] == "已经到账"


async def test_ones_own_second_reply_is_not_held_up_by_the_first(scene: Scene) -> None:
    await scene.hold("第一句")
    await scene.hold("第二句")
    await scene.due()
    assert (await scene.words())[-2:] == ["第一句", "第二句"]


async def test_the_status_goes_with_it_or_not_at_all(scene: Scene) -> None:
    held = await scene.hold(status="resolved")
    assert (await scene.ana.ok("GET", f"/tickets/{scene.ticket}"))["ticket"]["status"] == "open"
    await scene.due()
    assert (await scene.ana.ok("GET", f"/tickets/{scene.ticket}"))["ticket"]["status"] == "resolved"
    seq = await scene.kit.db.fetchval("select seq from outgoing where client_id = $1", held["client_id"])
    kinds = await scene.kit.db.fetch("select kind, seq from event where stream = $1 and seq >= $2 order by seq", f"ticket:{scene.ticket}", seq)
    assert [(row["kind"], row["seq"] - seq) for row in kinds] == [("message.posted", 0), ("ticket.changed", 1)]


async def test_refused_it_is_kept_with_the_reason(scene: Scene) -> None:
    await scene.hold()
    row = (await scene.ana.ok("GET", f"/tickets/{scene.ticket}"))["ticket"]
    await scene.ana.ok("PATCH", f"/tickets/{scene.ticket}", json={"version": row["version"], "status": "closed"})
    await scene.due()
    assert [(o["state"], o["why"], o["body"]) for o in await scene.mine()] == [("failed", "ticket_closed", "已经到账")]


async def test_whoever_left_says_nothing_more(scene: Scene) -> None:
    await scene.hold()
    await scene.kit.db.execute("update staff set disabled_at = now() where email = $1", cast.ANA.email)
    await scene.due()
    assert await scene.kit.db.fetchval("select state || ' ' || why from outgoing") == "failed not_allowed"


async def test_held_again_is_held_once_and_an_id_is_its_owners(scene: Scene) -> None:
    held = await scene.hold()
    body = {"client_id": held["client_id"], "body": "已经到账", "seen": held["seen"]}
    assert (await scene.ana.ok("POST", f"/tickets/{scene.ticket}/outgoing", json=body))["due_at"] == held["due_at"]
    assert (await scene.ana.post(f"/tickets/{scene.ticket}/outgoing", json={**body, "body": "别的"})).json()["code"] == "client_id_reused"
    sol = await scene.world.staff(cast.SOL)
    assert (await sol.post(f"/tickets/{scene.ticket}/outgoing", json=body)).json()["code"] == "client_id_reused"
    assert (await sol.delete(f"/outgoing/{held['client_id']}")).status_code == 404
    assert (await sol.ok("GET", "/me/outgoing"))["outgoing"] == []


async def test_the_draft_is_gone_with_it(scene: Scene) -> None:
    await scene.ana.ok("PUT", f"/tickets/{scene.ticket}/drafts", json={"mode": "reply", "body": "已经到"})
    await scene.hold()
    assert (await scene.ana.ok("GET", f"/tickets/{scene.ticket}/drafts"))["mine"] == []


async def test_a_secret_is_masked_while_it_waits(scene: Scene, kit: Kit) -> None:
    held = await scene.hold("您写的 legal winner thank year wave sausage worth useful legal winner thank yellow 我们删了")
    assert "sausage" not in held["body"]
    assert "sausage" not in await kit.db.fetchval("select body from outgoing")


async def test_what_the_desk_itself_says_meanwhile_is_no_reason_to_stop(scene: Scene, kit: Kit) -> None:
    await scene.hold()
    await post_message(kit, SYSTEM, scene.ticket, client_id=uuid4(), body="我们收到了您的问题", channel="webchat")
    await scene.due()
    assert (await scene.words())[-1] == "已经到账"
