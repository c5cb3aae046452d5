"""What a waiting customer is told."""

from farol.app.demo import cast
from farol.core.live.rounds import ANYWAY
from farol.desk.queue import actions, waits
from farol.desk.queue.model import Skill
from farol.desk.queue.tests.conftest import Desk
from farol.kit import clock
from tests.wire import screen


async def test_place_and_wait_from_the_first_minute(desk: Desk) -> None:
    mallory, mei = await desk.world.customer(cast.MALLORY), await desk.world.customer()
    ana = await desk.agent(cast.ANA, state="busy")
    mine = await desk.ticket(mallory)
    alone = await mallory.ok("GET", f"/tickets/{mine}/place")
    assert (alone["position"], alone["language_online"]) == (0, True)
    assert 30 < alone["usually_s"] < alone["slowest_s"] < 600
    hers = await desk.ticket(mei)  # VIP: before
    behind = await mallory.ok("GET", f"/tickets/{mine}/place")
    assert behind["position"] == 1
    assert behind["usually_s"] > alone["usually_s"]
    assert (await mei.ok("GET", f"/tickets/{hers}/place"))["position"] == 0
    await ana.ok("POST", f"/tickets/{mine}/take")
    assert await mallory.ok("GET", f"/tickets/{mine}/place") is None
    assert (await mei.get(f"/tickets/{mine}/place")).status_code == 404


async def test_one_by_one_and_all_at_once_are_the_same(desk: Desk) -> None:
    customers = [await desk.world.customer(who) for who in (cast.MALLORY, cast.MEI)]
    tickets = [await desk.ticket(customers[n % 2], language="zh" if n % 3 else "en") for n in range(9)]
    await desk.change(tickets[5], severity="P1")
    await desk.agent(cast.ANA, state="busy")
    many = await waits.places(desk.kit.db, tickets + [10**9 + n for n in range(30)], clock.now())
    few = await waits.places(desk.kit.db, tickets, clock.now())
    assert few == many
    assert sorted(place.position for place in few.values()) == list(range(9))
    assert few[tickets[5]].position == 0


async def test_nobody_there_is_said_honestly(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    mine = await desk.ticket(mallory)
    assert await mallory.ok("GET", f"/tickets/{mine}/place") == {
        "position": 0, "usually_s": None, "slowest_s": None, "language_online": False}
    await desk.agent(cast.TIM, Skill("en", "", 1), state="busy")
    place = await mallory.ok("GET", f"/tickets/{mine}/place")
    assert (place["language_online"], place["usually_s"] is None) == (False, False), "English will do"


async def test_the_place_is_pushed_when_it_changes(desk: Desk) -> None:
    mallory, mei = await desk.world.customer(cast.MALLORY), await desk.world.customer()
    ana = await desk.agent(cast.ANA, state="busy")
    mine = await desk.ticket(mallory)
    wire = await screen(desk.world, mallory, mine)
    staff = await screen(desk.world, ana, mine)
    rounds = desk.world.hub.rounds
    await rounds.places()
    (told,) = await wire.until("place")
    assert (told["ticket"], told["place"]["position"]) == (mine, 0)
    await rounds.places()
    await desk.ticket(mei)
    await rounds.places()
    await ana.ok("POST", f"/tickets/{mine}/take")
    await rounds.places()
    frames = await wire.until("place", 3)
    assert [f["place"] and f["place"]["position"] for f in frames] == [0, 1, None]
    assert not [f for f in staff.frames if f["t"] == "place"]
    for _ in range(ANYWAY):  # one of them tells it although it is the same
        await rounds.places()
    assert (await wire.until("place", 4))[-1]["place"] is None
    await wire.close()
    await staff.close()


async def test_it_learns_from_what_was(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    await desk.agent(cast.ANA, state="busy")
    mine = await desk.ticket(mallory)
    before = await mallory.ok("GET", f"/tickets/{mine}/place")
    await desk.kit.db.execute(
        "insert into queue_entry (ticket_id, team_id, severity, language, slots, at, entered_at, rank_at, usually_s, slowest_s, left_at, outcome, done_at)"
        " select $1, (select id from team), 'P3', 'zh', 1, t, t, t, 60, 200, t + make_interval(secs => n), 'taken', t + make_interval(secs => n + 600)"
        " from generate_series(1, 100) n, (select now() - interval '1 day' as t) d", mine)
    await actions.learn(desk.kit)
    row = await desk.kit.db.fetchrow("select * from team_figure where severity = 'P3'")
    assert row
    assert (row["answered"], round(row["slowest_x"], 3), round(row["usually_x"], 2)) == (100, 0.455, 0.85)
    assert 480 < row["handling_s"] < 600, "drawn from six minutes towards ten"
    after = await mallory.ok("GET", f"/tickets/{mine}/place")
    assert after["slowest_s"] < before["slowest_s"]
