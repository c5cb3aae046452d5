"""A call from the customer's wish to the line in the ticket, by HTTP alone; browsers meet in the journey."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.channels.voice import actions
from farol.channels.voice.model import turn_credential
from farol.core.people.model import RIGHTS
from farol.kit import clock
from farol.kit.permission import Can
from tests.wire import screen
from tests.world import Client, World, later


class Scene:
    """Mei with a ticket, and Ana who is available."""

    def __init__(self, world: World, mei: Client, ana: Client, ticket: int) -> None:
        self.world, self.mei, self.ana, self.ticket = world, mei, ana, ticket

    async def ask(self, kind: str = "voice") -> int:
        """Mei asks: the call's id."""
        id_: int = (await self.mei.ok("POST", f"/tickets/{self.ticket}/calls", json={"kind": kind}))["id"]
        return id_

    async def both(self) -> int:
        """They speak."""
        call = await self.ask()
        await self.ana.ok("POST", f"/calls/{call}/acceptance")
        await self.mei.ok("POST", f"/calls/{call}/beginning")
        return call

    async def lines(self, client: Client) -> list[str]:
        """What the desk's lines in the ticket say to this side."""
        found = await client.ok("GET", f"/tickets/{self.ticket}")
        return [m["body"] for m in found["messages"] if m["channel"] == "call"]

    async def noted(self) -> list[dict[str, Any]]:
        """What the desk reads of it in the conversation, by key and facts."""
        rows = await self.world.kit.db.fetch("select body from event where stream = $1 and kind = 'call.noted' order by seq", f"ticket:{self.ticket}")
        return [row["body"] for row in rows]

    async def state(self) -> dict[str, Any]:
        """The call as Mei sees it."""
        call: dict[str, Any] = (await self.mei.ok("GET", f"/tickets/{self.ticket}/call"))["call"]
        return call


@pytest.fixture
async def scene(world: World) -> Scene:
    """Everybody is there."""
    mei, ana = await world.customer(), await world.staff()
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    return Scene(world, mei, ana, (await world.open(mei))["ticket"]["id"])


async def test_asked_taken_spoken_and_over(scene: Scene) -> None:
    call = await scene.ask()
    assert [c["id"] for c in (await scene.ana.ok("GET", "/calls"))["calls"]] == [call]
    assert [(one["what"], one["call_kind"]) for one in await scene.noted()] == [("asked", "voice")], "the desk is asked in the ticket"
    assert not await scene.lines(scene.mei), "the customer knows it themselves"
    taken = await scene.ana.ok("POST", f"/calls/{call}/acceptance")
    assert (taken["state"], taken["who"]) == ("taken", "Ana")
    await scene.mei.ok("POST", f"/calls/{call}/beginning")
    later(minutes=3)
    await scene.mei.ok("POST", f"/calls/{call}/end", json={"why": "hung_up"})
    over = await scene.state()
    assert (over["state"], over["why"]) == ("ended", "hung_up")
    assert any("时长" in line or "took" in line for line in await scene.lines(scene.mei))
    await scene.ana.ok("POST", f"/calls/{call}/end", json={"why": "hung_up"})
    assert len([line for line in await scene.lines(scene.mei) if "0:0" in line or ":" in line]) == 1, "said once"


async def test_whoever_speaks_has_the_ticket_where_nobody_had_it(scene: Scene) -> None:
    call = await scene.ask()
    await scene.ana.ok("POST", f"/calls/{call}/acceptance")
    assert (await scene.ana.ok("GET", f"/tickets/{scene.ticket}"))["ticket"]["owner"] is None, "they may still not find a way to each other"
    for _ in range(2):
        await scene.mei.ok("POST", f"/calls/{call}/beginning")
    assert (await scene.ana.ok("GET", f"/tickets/{scene.ticket}"))["ticket"]["owner"]["name"] == "Ana Duarte"


async def test_it_rings_at_once_at_whoever_takes_work(scene: Scene) -> None:
    wire = await screen(scene.world, scene.ana)
    call = await scene.ask()
    assert [frame["call"] for frame in await wire.until("call")] == [call], "nobody has the ticket yet"
    await wire.close()


async def test_signals_reach_the_other_side_in_order_and_nobody_else(scene: Scene) -> None:
    call = await scene.both()
    for n in range(3):
        await scene.mei.ok("POST", f"/calls/{call}/signals", json={"kind": "candidate", "body": str(n)})
    await scene.ana.ok("POST", f"/calls/{call}/signals", json={"kind": "answer", "body": "sdp"})
    heard = await scene.ana.ok("GET", f"/calls/{call}/signals")
    assert [s["body"] for s in heard["signals"]] == ["0", "1", "2"]
    assert [s["body"] for s in (await scene.ana.ok("GET", f"/calls/{call}/signals", params={"after": heard["signals"][1]["seq"]}))["signals"]] == ["2"]
    assert [s["body"] for s in (await scene.mei.ok("GET", f"/calls/{call}/signals"))["signals"]] == ["sdp"]
    from farol.app.demo import cast

    sol, mallory = await scene.world.staff(cast.SOL), await scene.world.customer(cast.MALLORY)
    assert (await sol.get(f"/calls/{call}/signals")).status_code == 404, "whoever does not speak hears nothing"
    assert (await mallory.get(f"/calls/{call}/signals")).status_code == 404
    assert (await mallory.post(f"/calls/{call}/end", json={})).status_code == 404


async def test_an_agent_offers_and_dials_nobody(scene: Scene) -> None:
    call = (await scene.ana.ok("POST", f"/tickets/{scene.ticket}/calls", json={"kind": "voice"}))["id"]
    assert (await scene.state())["state"] == "invited"
    assert (await scene.ana.post(f"/calls/{call}/acceptance")).json()["code"] == "call_over", "only the customer can take it"
    assert (await scene.ana.post(f"/calls/{call}/signals", json={"kind": "offer", "body": "x"})).json()["code"] == "call_over"
    assert (await scene.mei.ok("POST", f"/calls/{call}/acceptance"))["state"] == "taken"


async def test_one_call_at_a_time(scene: Scene) -> None:
    await scene.ask()
    assert (await scene.mei.post(f"/tickets/{scene.ticket}/calls", json={})).json()["code"] == "call_goes_on"
    assert (await scene.ana.post(f"/tickets/{scene.ticket}/calls", json={})).json()["code"] == "call_goes_on"


async def test_two_agents_take_one_call_once(scene: Scene) -> None:
    from farol.app.demo import cast

    sol, call = await scene.world.staff(cast.SOL), await scene.ask()
    first, second = await scene.ana.post(f"/calls/{call}/acceptance"), await sol.post(f"/calls/{call}/acceptance")
    assert (first.status_code, second.json()["code"]) == (200, "call_over")


async def test_nobody_there_is_said_before_anybody_waits(scene: Scene) -> None:
    await scene.ana.ok("PUT", "/me/state", json={"state": "away"})
    assert not (await scene.mei.ok("GET", f"/tickets/{scene.ticket}/call"))["open"]
    assert (await scene.mei.post(f"/tickets/{scene.ticket}/calls", json={})).json()["code"] == "calls_closed"


@pytest.mark.parametrize(("column", "ago", "why"), [("asked_at", "91 seconds", "missed"), ("seen_customer", "30 seconds", "missed")])
async def test_whoever_waits_is_told_in_time(scene: Scene, column: str, ago: str, why: str) -> None:
    call = await scene.ask()
    await scene.world.kit.db.execute(f"update call set {column} = now() - interval '{ago}' where id = $1", call)
    await actions.end_late(scene.world.kit)
    assert (await scene.state())["why"] == why
    assert any("客服" in line or "Nobody" in line for line in await scene.lines(scene.mei))


@pytest.mark.parametrize(("change", "why"), [
    ("seen_staff = now() - interval '30 seconds'", "lost"), ("live_at = now() - interval '3 hours'", "too_long"),
    ("state = 'taken', live_at = null, taken_at = now() - interval '2 minutes'", "failed"),
])
async def test_a_call_that_no_longer_lives_ends(scene: Scene, change: str, why: str) -> None:
    call = await scene.both()
    await scene.world.kit.db.execute(f"update call set {change} where id = $1", call)
    await actions.end_late(scene.world.kit)
    assert (await scene.state())["why"] == why


async def test_recorded_only_with_the_customers_word(scene: Scene) -> None:
    call = await scene.both()
    file = (await scene.ana.ok("POST", "/files", content=b"\x1aE\xdf\xa3" + b"\0" * 20 + b"webm" + b"\0" * 60,
                               headers={"content-type": "video/webm", "x-file-name": "call.webm"}))["id"]
    said = {"file_id": file, "seconds": 12}
    assert (await scene.ana.post(f"/calls/{call}/recordings", json=said)).json()["code"] == "no_consent"
    assert (await scene.ana.put(f"/calls/{call}/consent", json={"given": True})).status_code == 404, "nobody agrees for them"
    assert (await scene.mei.ok("PUT", f"/calls/{call}/consent", json={"given": True}))["recording"] is True
    await scene.ana.ok("POST", f"/calls/{call}/recordings", json=said)
    [line] = [m for m in (await scene.ana.ok("GET", f"/tickets/{scene.ticket}"))["messages"] if m["files"]]
    assert (line["internal"], line["files"][0]["id"]) == (True, file)
    assert [(one["what"], one["seconds"]) for one in await scene.noted()] == [("asked", 0), ("recorded", 12)]
    await scene.mei.ok("PUT", f"/calls/{call}/consent", json={"given": False})
    assert (await scene.ana.post(f"/calls/{call}/recordings", json=said)).json()["code"] == "no_consent"


async def test_a_browser_in_circles_is_stopped(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_SIGNALS", 3)
    call = await scene.both()
    answers = [await scene.mei.post(f"/calls/{call}/signals", json={"kind": "candidate", "body": "x"}) for _ in range(4)]
    assert [a.status_code for a in answers] == [200, 200, 200, 409]
    assert answers[-1].json()["code"] == "too_many_signals"


def test_turn_credentials_are_those_of_coturn() -> None:
    # The pair that `turnadmin`'s REST mode and RFC-draft-uberti give for this name, secret and time.
    user, password = turn_credential("north", "7-customer", clock.now().replace(year=2030, month=1, day=1, hour=0, minute=0, second=0, microsecond=0))
    assert user == "1893456000:7-customer"
    assert len(password) == 28


def test_who_only_looks_takes_no_call() -> None:
    assert Can.TICKET_REPLY not in RIGHTS["viewer"]


async def test_a_blocked_customer_asks_for_no_call_but_in_an_emergency(scene: Scene) -> None:
    sol = await scene.world.staff(cast.SOL)
    await sol.ok("POST", f"/tickets/{scene.ticket}/block", json={"reason": "Threats"})
    refused = await scene.mei.post(f"/tickets/{scene.ticket}/calls", json={"kind": "voice"})
    assert (refused.status_code, refused.json()["code"]) == (403, "customer_blocked")
    assert not await scene.lines(scene.ana)
    assert [one["channel"] for one in (await sol.ok("GET", f"/tickets/{scene.ticket}/block"))["unheard"]] == ["call"]
    await scene.world.kit.db.execute("update ticket set severity = 'P0' where id = $1", scene.ticket)
    assert await scene.ask()
