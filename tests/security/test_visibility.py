"""A01, A02: a ticket of a team that keeps its tickets to its members does not exist for anybody else who works here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import product

import pytest

from farol.core.people.model import RIGHTS
from farol.core.tickets import visibility
from farol.kit.permission import Can
from tests.security.inventory import Route
from tests.security.objects import MISSING
from tests.security.scene import ROLES, Scene, listed
from tests.security.test_objects import ask, foreign_to, heard, things
from tests.wire import Wire

NARROW = tuple(role for role in ROLES if Can.TICKET_SEE in RIGHTS[role] and Can.TICKET_SEE_ALL not in RIGHTS[role])
TAKES_PART = ("GET /api/console/escalations", "GET /api/console/notices", "GET /api/console/threads/mine", "GET /api/console/threads/{thread_id}")
"""Whoever asked, was told, or was asked into a talk, keeps what they take part in, by name and number alone."""
WIDE = tuple(role for role in ROLES if Can.TICKET_SEE_ALL in RIGHTS[role])


@asynccontextmanager
async def closed(scene: Scene) -> AsyncIterator[int]:
    """All tickets belong to a team nobody is in, nobody owns or follows one; afterwards everything is as it was."""
    db = scene.kit.db
    tickets = await db.fetch("select id, owner_id, team_id from ticket")
    followers = await db.fetch("select ticket_id, staff_id, why, at from follower")
    team: int = await db.fetchval(
        "insert into team (key, zh, en, reasons, visibility) values ('closed', '内部', 'Closed', '{}', 'members') returning id")
    await db.execute("delete from follower")
    await db.execute("update ticket set team_id = $1, owner_id = null", team)
    try:
        yield team
    finally:
        await db.executemany("update ticket set owner_id = $2, team_id = $3 where id = $1", [tuple(row) for row in tickets])
        await db.executemany("insert into follower (ticket_id, staff_id, why, at) values ($1, $2, $3, $4)", [tuple(row) for row in followers])
        await db.execute("delete from team where id = $1", team)


def of_tickets(scene: Scene) -> list[Route]:
    """The console's routes that name a ticket, or what belongs to one."""
    names = {"ticket_id", *visibility.BELONGS}
    return [r for r in scene.routes if r.audience == "console" and set(r.names) & names]


async def test_a01_nothing_of_a_closed_team_answers_differently_from_nothing(scene: Scene) -> None:
    wrong, asked = [], 0
    async with closed(scene):
        before = await scene.state()
        for route, who in product(of_tickets(scene), NARROW):
            if route.can not in RIGHTS[who]:
                continue
            nothing, asked = dict.fromkeys(route.names, 987_654_321), asked + 1
            there = await ask(scene, who, route, {**nothing, **foreign_to(scene, who)})
            nowhere = await ask(scene, who, route, {**nothing, **things(scene, who), **MISSING})
            if heard(there) != heard(nowhere) or there.status_code != 404:
                wrong.append((who, route.key, there.status_code, nowhere.status_code, there.text[:120], nowhere.text[:120]))
        after = await scene.state()
    assert not wrong, listed(wrong)
    assert asked > 30
    assert after == before


async def test_a02_no_answer_names_what_a_closed_team_has(scene: Scene) -> None:
    """Whatever somebody asks that names no ticket: walls, briefs, incidents, lists and reports."""
    named = [scene.things[who]["number"] for who in ("mei", "mallory", "visitor")]
    wrong = []
    async with closed(scene):
        for route, who in product([r for r in scene.routes if r.audience == "console" and not r.writes], NARROW):
            if route.can not in RIGHTS[who]:
                continue
            values = {**dict.fromkeys(route.names, 987_654_321), **things(scene, who)}
            answer = await scene.ask(who, route, route.address(**values), params={"after": 0, "before": 2**31, "q": "USDT"})
            if route.key not in TAKES_PART and any(number in answer.text for number in named):
                wrong.append((who, route.key, answer.status_code, answer.text[:200]))
    assert not wrong, listed(wrong)


async def test_a01_who_oversees_sees_them_all_the_same(scene: Scene) -> None:
    route = scene.route("GET /api/console/tickets/{ticket_id}")
    async with closed(scene) as team:
        for role in WIDE:
            assert (await scene.ask(role, route, route.address(**scene.things["mei"]))).status_code == 200, role
        ana = scene.things["agent"]
        assert (await scene.ask("agent", route, route.address(**scene.things["mei"]))).status_code == 404
        for state, undo in (
            ("insert into team_member (team_id, staff_id, set_by) values ($1, $2, 'staff:0')", "delete from team_member where team_id = $1 and staff_id = $2"),
            ("update ticket set owner_id = $2 where team_id = $1", "update ticket set owner_id = null where team_id = $1 and owner_id = $2"),
        ):
            await scene.kit.db.execute(state, team, ana["staff_id"])
            assert (await scene.ask("agent", route, route.address(**scene.things["mei"]))).status_code == 200, state
            await scene.kit.db.execute(undo, team, ana["staff_id"])
        follow = "insert into follower (ticket_id, staff_id, why) values ($1, $2, 'mentioned')"
        await scene.kit.db.execute(follow, scene.things["mei"]["ticket_id"], ana["staff_id"])
        assert (await scene.ask("agent", route, route.address(**scene.things["mei"]))).status_code == 200
        await scene.kit.db.execute("delete from follower")


@pytest.mark.parametrize("role", NARROW)
async def test_a02_lists_counts_and_search_hold_none_of_it(scene: Scene, role: str) -> None:
    client, ids = scene.things[role]["client"], ",".join(str(scene.things[who]["ticket_id"]) for who in ("mei", "mallory"))
    async with closed(scene):
        for view in ("waiting", "mine", "all", "snoozed", "resolved"):
            page = await client.ok("GET", "/inbox", params={"view": view})
            assert page["rows"] == []
        counts = (await client.ok("POST", "/views/preview", json={"conditions": {"all": []}}))["count"]
        among = (await client.ok("GET", "/inbox/among", params={"view": "all", "ids": ids}))["ids"]
        found = [await client.ok("GET", "/search", params={"q": q}) for q in (scene.things["mei"]["number"], "USDT", "status:open")]
    assert (counts, among) == (0, [])
    assert not any(each["tickets"] or each["messages"] for each in found)


async def test_a02_live_tells_none_of_it(scene: Scene) -> None:
    ana, mei = scene.things["agent"]["client"], scene.things["mei"]
    token = (await ana.ok("POST", "/live-pass"))["pass"]
    wire = await Wire(scene.world).connect(token)
    await wire.send({"t": "inbox"})
    await wire.send({"t": "watch", "ticket": mei["ticket_id"], "after": 0})
    await wire.until("watching")
    async with closed(scene):
        await wire.until("error", seconds=8)
        heard_before = len(wire.frames)
        await scene.world.say(mei["client"], mei["ticket_id"], "a secret of the closed team")
        own = (await scene.world.open(scene.things["mallory"]["client"], "of no team"))["ticket"]["id"]
        await scene.kit.db.execute("update ticket set team_id = null where id = $1", own)
        await scene.world.say(scene.things["mallory"]["client"], own, "again")
        await wire.until("row", 1)
        while not any(f["t"] == "row" and f["row"]["id"] == own for f in wire.frames):
            await wire.until("row", len([f for f in wire.frames if f["t"] == "row"]) + 1)
        later = wire.frames[heard_before:]
    assert not any("secret" in str(frame) or frame.get("ticket") == mei["ticket_id"] for frame in later)
    await wire.close()


async def test_a01_fails_on_a_planted_hole(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """When addresses are not looked at, the matrix must notice."""
    async def careless(*_: object) -> bool:
        return True

    monkeypatch.setattr(visibility, "may_see", careless)
    route = scene.route("GET /api/console/tickets/{ticket_id}/messages")
    async with closed(scene):
        there = await ask(scene, "agent", route, foreign_to(scene, "agent"))
    assert there.status_code == 200
