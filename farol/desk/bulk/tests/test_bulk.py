"""Bulk: what becomes of each ticket, exactly once, and back where nobody touched it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.desk.bulk import jobs
from tests.world import Client, World


class Desk:
    """Sol, and three tickets."""

    def __init__(self, world: World, sol: Client, mei: Client, tickets: list[int]) -> None:
        self.world, self.kit, self.sol, self.mei, self.tickets = world, world.kit, sol, mei, tickets

    async def row(self, ticket: int) -> dict[str, Any]:
        """A ticket as the desk has it."""
        found: dict[str, Any] = (await self.sol.ok("GET", f"/tickets/{ticket}"))["ticket"]
        return found

    async def begin(self, run: bool = True, client: Client | None = None, client_id: str = "", **action: Any) -> dict[str, Any]:
        """One thing for all three, as they stand now."""
        rows = [await self.row(ticket) for ticket in self.tickets]
        body = {"client_id": client_id or str(uuid4()), "action": action,
                "tickets": [{"id": r["id"], "version": r["version"], "seen": r["seq"]} for r in rows]}
        made: dict[str, Any] = await (client or self.sol).ok("POST", "/bulk", json=body)
        return await self.run(made["id"]) if run else made

    async def run(self, id_: int) -> dict[str, Any]:
        """A worker carries it out."""
        await jobs.run.run(self.kit, jobs.Run(id_))
        return await self.shown(id_)

    async def shown(self, id_: int) -> dict[str, Any]:
        """How far it is."""
        found: dict[str, Any] = await self.sol.ok("GET", f"/bulk/{id_}")
        return found

    async def undo(self, id_: int) -> dict[str, Any]:
        """Takes it back and carries that out."""
        return await self.run((await self.sol.ok("POST", f"/bulk/{id_}/undo"))["id"])

    async def values(self, name: str) -> list[Any]:
        """A field of all three."""
        return [(await self.row(ticket))[name] for ticket in self.tickets]


@pytest.fixture
async def desk(world: World) -> Desk:
    """The world with three tickets."""
    mei = await world.customer()
    return Desk(world, await world.staff(cast.SOL), mei, [(await world.open(mei, f"q{n}"))["ticket"]["id"] for n in range(3)])


async def test_fields_of_all_and_back(desk: Desk) -> None:
    done = await desk.begin(severity="P1", reason="dep.missing_memo")
    assert (done["state"], done["counts"], done["done"], done["total"]) == ("done", {"done": 3}, 3, 3)
    assert await desk.values("severity") == ["P1"] * 3
    assert (await desk.begin(severity="P1"))["counts"] == {"same": 3}
    back = await desk.undo(done["id"])
    assert (back["counts"], back["undoes"]) == ({"done": 3}, done["id"])
    assert (await desk.values("severity"), await desk.values("reason")) == (["P3"] * 3, [None] * 3)
    again = await desk.sol.ok("POST", f"/bulk/{done['id']}/undo")
    assert again["id"] == back["id"]
    assert (await desk.shown(done["id"]))["undoable"] is False


async def test_what_changed_meanwhile_is_left_alone_and_named(desk: Desk) -> None:
    made = await desk.begin(run=False, status="resolved")
    row = await desk.row(desk.tickets[1])
    await desk.sol.ok("PATCH", f"/tickets/{row['id']}", json={"version": row["version"], "severity": "P2"})
    done = await desk.run(made["id"])
    assert done["counts"] == {"done": 2, "conflict": 1}
    assert [(left["number"], left["outcome"]) for left in done["left"]] == [(row["number"], "conflict")]
    assert await desk.values("status") == ["resolved", "open", "resolved"]


async def test_undo_leaves_alone_what_somebody_set_anew(desk: Desk) -> None:
    done = await desk.begin(status="pending")
    await desk.world.say(desk.mei, desk.tickets[0], "我已经补了材料")
    row = await desk.row(desk.tickets[2])
    await desk.sol.ok("PATCH", f"/tickets/{row['id']}", json={"version": row["version"], "severity": "P0"})
    back = await desk.undo(done["id"])
    assert back["counts"] == {"done": 2, "conflict": 1}
    assert back["left"][0]["id"] == desk.tickets[0]
    assert await desk.values("status") == ["open", "open", "open"]


async def test_tags_go_on_and_off(desk: Desk) -> None:
    await desk.sol.ok("POST", f"/tickets/{desk.tickets[0]}/tags", json={"add": ["vip"]})
    done = await desk.begin(add_tags=["vip", "outage"])
    assert done["counts"] == {"done": 3}
    await desk.undo(done["id"])
    assert await desk.values("tags") == [["vip"], [], []]


async def test_snooze_and_back(desk: Desk) -> None:
    until = (datetime.now(UTC) + timedelta(hours=5)).isoformat()
    done = await desk.begin(snooze_until=until)
    assert done["counts"] == {"done": 3}
    assert None not in await desk.values("snoozed_until")
    assert (await desk.undo(done["id"]))["counts"] == {"done": 3}
    assert await desk.values("snoozed_until") == [None] * 3
    assert await desk.values("owner") == [None] * 3


async def test_one_text_to_all_is_said_once_each_and_not_over_new_words(desk: Desk) -> None:
    made = await desk.begin(run=False, reply="系统已恢复，请重试。")
    assert made["state"] == "waiting"
    await desk.world.say(desk.mei, desk.tickets[1], "好了吗")
    done = await desk.run(made["id"])
    await desk.run(made["id"])
    assert done["counts"] == {"done": 2, "conflict": 1}
    said = [[m["body"] for m in (await desk.sol.ok("GET", f"/tickets/{t}"))["messages"]].count("系统已恢复，请重试。") for t in desk.tickets]
    assert said == [1, 0, 1]
    answer = await desk.sol.post(f"/bulk/{made['id']}/undo")
    assert answer.json()["code"] in ("words_are_out", "not_undoable")


async def test_replies_are_stopped_before_they_begin(desk: Desk) -> None:
    made = await desk.begin(run=False, reply="x")
    assert (await desk.sol.ok("POST", f"/bulk/{made['id']}/undo"))["state"] == "stopped"
    assert (await desk.run(made["id"]))["counts"] == {}


async def test_begun_again_it_is_the_same_one(desk: Desk) -> None:
    client_id = str(uuid4())
    first = await desk.begin(run=False, client_id=client_id, severity="P1")
    assert (await desk.begin(run=False, client_id=client_id, severity="P1"))["id"] == first["id"]
    ana = await desk.world.staff(cast.ANA)
    assert (await ana.get(f"/bulk/{first['id']}")).status_code == 404
    assert (await ana.post(f"/bulk/{first['id']}/undo")).status_code == 404


@pytest.mark.parametrize(("action", "code"), [
    ({}, "one_thing"), ({"severity": "P1", "reply": "x"}, "one_thing"), ({"reason": "no.such"}, "invalid")])
async def test_what_cannot_be_begun(desk: Desk, action: dict[str, Any], code: str) -> None:
    body = {"client_id": str(uuid4()), "action": action, "tickets": [{"id": desk.tickets[0], "version": 1, "seen": 2}]}
    assert (await desk.sol.post("/bulk", json=body)).json()["code"] == code


async def test_a_role_that_lost_the_right_stops_it(desk: Desk) -> None:
    made = await desk.begin(run=False, severity="P1")
    await desk.kit.db.execute("update staff set role = 'viewer' where email = $1", cast.SOL.email)
    await jobs.run.run(desk.kit, jobs.Run(made["id"]))
    assert await desk.values("severity") == ["P3"] * 3


async def test_five_hundred(desk: Desk) -> None:
    rows = await desk.kit.db.fetch(
        "insert into ticket (customer_id, opening_id, subject, channel, language) select customer_id, gen_random_uuid(), 'x', 'webchat', 'zh'"
        " from ticket, generate_series(1, 500) where id = $1 returning id", desk.tickets[0])
    body = {"client_id": str(uuid4()), "action": {"severity": "P2"}, "tickets": [{"id": r["id"], "version": 1, "seen": 0} for r in rows]}
    made = await desk.sol.ok("POST", "/bulk", json=body)
    assert (await desk.run(made["id"]))["counts"] == {"done": 500}
