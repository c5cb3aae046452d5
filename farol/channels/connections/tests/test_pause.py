"""Testing, pausing, resuming, the kill switch, and the one that switches itself off."""

from farol.channels.connections.tests.conftest import Office
from farol.channels.messengers import reading, sending
from tests.stand_ins import fake_platform as platform
from tests.stand_ins.fake_platform import said
from tests.world import FAROL

WHY = {"why": "A flood of spam"}


async def hear(office: Office, id_: int, text: str, message: int) -> None:
    """A webhook's words, kept, and read if they may be."""
    hook = (await office.shown(id_))["webhook"].removeprefix("http://farol.test")
    answer = await office.world.client(FAROL, {}).post(hook, **platform.signed(said(message, text)))
    assert answer.status_code == 200
    await reading.read_chat(office.kit, id_, "100")


async def send(office: Office) -> None:
    for row in await office.kit.db.fetch("select distinct chat_id from parcel_out where state = 'queued'"):
        await office.kit.db.execute("update parcel_out set due = now()")
        await sending.send_chat(office.kit, row["chat_id"])


async def test_a_pause_holds_both_ways_and_a_resume_lets_them_go(office: Office) -> None:
    made = await office.connect()
    await hear(office, made["id"], "first", 1)
    ticket = await office.kit.db.fetchval("select id from ticket")
    assert (await office.dan.ok("POST", f"/channels/connections/{made['id']}/pause", json=WHY))["why"] == WHY["why"]
    await office.dan.ok("POST", f"/channels/connections/{made['id']}/pause", json=WHY)
    await hear(office, made["id"], "second", 2)
    await office.world.say(office.ana, ticket, "the answer")
    await office.world.react()
    await send(office)
    assert office.server.sent == []
    shown = await office.shown(made["id"])
    assert (shown["health"]["waiting_in"], shown["health"]["waiting_out"]) == (1, 1)
    await office.dan.ok("POST", f"/channels/connections/{made['id']}/resume")
    await office.world.react()
    await reading.read_chat(office.kit, made["id"], "100")
    await send(office)
    assert len(office.server.sent) == 1
    assert await office.kit.db.fetchval("select count(*) from message where author_kind = 'customer'") == 2
    assert await office.events(made["id"]) == ["connection.made", "connection.paused", "connection.resumed"]


async def test_one_that_does_not_work_is_not_resumed(office: Office) -> None:
    made = await office.connect()
    await office.dan.ok("POST", f"/channels/connections/{made['id']}/pause", json=WHY)
    office.server.mood = "away"
    answer = await office.dan.post(f"/channels/connections/{made['id']}/resume")
    assert (answer.status_code, answer.json()["code"]) == (422, "connection_refused")
    assert (await office.shown(made["id"]))["state"] == "paused"


async def test_a_test_asks_now_and_changes_nothing(office: Office) -> None:
    made = await office.connect()
    assert (await office.dan.ok("POST", f"/channels/connections/{made['id']}/test"))["account"] == "@fake_bot"
    office.server.mood = "away"
    assert not (await office.dan.ok("POST", f"/channels/connections/{made['id']}/test"))["works"]
    assert (await office.shown(made["id"]))["state"] == "active"
    assert (await office.ana.post(f"/channels/connections/{made['id']}/test")).status_code == 403


async def test_the_kill_switch_stops_all_and_each_is_resumed_by_itself(office: Office) -> None:
    one, two = await office.connect(), await office.connect(name="Two")
    assert (await office.ana.post("/channels/pause", json=WHY)).status_code == 403
    assert (await office.dan.ok("POST", "/channels/pause", json={**WHY, "channel": "telegram"}))["connections"] == []
    assert (await office.dan.post("/channels/pause", json={**WHY, "channel": "nothing"})).status_code == 404
    assert sorted((await office.dan.ok("POST", "/channels/pause", json=WHY))["connections"]) == sorted([one["id"], two["id"]])
    assert (await office.dan.ok("POST", "/channels/pause", json=WHY))["connections"] == []
    await office.dan.ok("POST", f"/channels/connections/{one['id']}/resume")
    assert [(await office.shown(each["id"]))["state"] for each in (one, two)] == ["active", "paused"]


async def test_a_token_taken_back_switches_it_off_and_what_waited_goes_later(office: Office) -> None:
    made = await office.connect()
    await hear(office, made["id"], "first", 1)
    await office.world.say(office.ana, await office.kit.db.fetchval("select id from ticket"), "the answer")
    await office.world.react()
    office.server.mood = "revoked"
    await send(office)
    shown = await office.shown(made["id"])
    assert (shown["state"], shown["health"]["waiting_out"]) == ("broken", 1)
    assert "revoked" in shown["why"]
    for client in (office.roy, office.dan):
        assert any("switched itself off" in str(one) for one in (await client.ok("GET", "/notices"))["notices"])
    office.server.mood = "ok"
    await office.dan.ok("POST", f"/channels/connections/{made['id']}/resume")
    await send(office)
    assert len(office.server.sent) == 1
