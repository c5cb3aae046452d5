"""The page of figures, against values reckoned by hand, and the tickets behind each."""

from datetime import timedelta
from statistics import median, quantiles
from typing import Any
from uuid import uuid4

from farol.app.demo import cast
from farol.insight.figures import store
from farol.insight.figures.fold import after, begun
from farol.insight.figures.measure_store import CASE
from farol.kit import clock
from farol.kit.events import Recorded
from tests.world import Client, World


async def change(staff: Client, ticket: int, **fields: Any) -> None:
    version = (await staff.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await staff.ok("PATCH", f"/tickets/{ticket}", json={"version": version, **fields})


async def day(world: World) -> list[int]:
    """Six tickets of six customers: all answered, five resolved, one of those reopened; three rated."""
    ana, tickets = await world.staff(), []
    for n in range(6):
        visitor = await world.visitor(f"v{n}@example.net")
        ticket = (await world.open(visitor, f"Deposit {n} is missing"))["ticket"]["id"]
        await world.say(ana, ticket, "Looking at it now")
        if n:
            await change(ana, ticket, status="resolved", reason="dep.unconfirmed")
        if 0 < n < 4:
            await visitor.ok("POST", f"/tickets/{ticket}/rating", json={"stars": n + 2})
        if n == 5:
            await world.say(visitor, ticket, "It is still missing")
        tickets.append(ticket)
    await world.react()
    return tickets


def figure(page: Any, key: str) -> Any:
    return next(f for f in page["figures"] if f["key"] == key)


async def test_a_slip_taken_back_by_its_maker_never_counted(world: World) -> None:
    ana, sol, visitor = await world.staff(), await world.staff(cast.SOL), await world.visitor("slip@example.net")
    ticket = (await world.open(visitor, "Deposit is missing"))["ticket"]["id"]

    async def resolved() -> tuple[int, int]:
        await world.react()
        counted = await world.kit.db.fetchval("select count(*) from figure_resolution where reopened_at is not null")
        return (await sol.ok("GET", "/figures"))["resolved"], counted

    await change(ana, ticket, status="resolved")
    assert await resolved() == (1, 0)
    await change(ana, ticket, status="open")
    assert await resolved() == (0, 0)
    await change(ana, ticket, status="resolved")
    await change(sol, ticket, status="open")
    assert await resolved() == (1, 1), "a colleague saw that it was not"


async def test_times_are_medians_and_ninth_deciles_of_people_answering(world: World) -> None:
    tickets, waits = await day(world), [60, 120, 180, 240, 300, 4000]
    for ticket, wait in zip(tickets, waits, strict=True):
        await world.kit.db.execute(
            "update figure_ticket set asked_at = replied_at - make_interval(secs => $2) where ticket_id = $1", ticket, wait)
    page = await (await world.staff(cast.SOL)).ok("GET", "/figures")
    found = figure(page, "first_reply")
    assert found["n"] == 6
    assert round(found["value"]) == median(waits)
    assert round(found["most"]) == round(quantiles(waits, n=10, method="inclusive")[8])
    assert page["opened"] == 6
    assert page["resolved"] == 5
    assert page["days"][-1]["opened"] == 6
    assert {s["key"]: s["opened"] for s in page["reasons"]} == {"dep.unconfirmed": 5, "": 1}
    assert [s["key"] for s in page["channels"]] == ["webchat"]
    behind = await (await world.staff(cast.SOL)).ok("GET", "/figures/first_reply/tickets")
    assert [t["id"] for t in behind["tickets"]] == tickets[::-1]


async def test_shares_follow_their_formulas(world: World) -> None:
    tickets = await day(world)
    sol = await world.staff(cast.SOL)
    page = await sol.ok("GET", "/figures")
    reopened, rated = figure(page, "reopened"), figure(page, "csat")
    assert (reopened["value"], reopened["n"]) == (0.2, 5)
    assert (rated["n"], rated["value"], rated["more"]["asked"]) == (3, None, 5)  # three answers are too few to show
    one = figure(page, "one_contact")
    assert (one["n"], one["aside"]) == (0, 5)  # none of them is old enough to tell
    behind = await sol.ok("GET", "/figures/reopened/tickets")
    assert [t["id"] for t in behind["tickets"]] == [tickets[5]]
    ratings = await sol.ok("GET", "/figures/csat/tickets")
    assert [t["value"] for t in ratings["tickets"]] == [-3, -4, -5]


async def test_one_contact_counts_the_same_person_on_any_channel(world: World) -> None:
    tickets = await day(world)
    ago = clock.now() - timedelta(days=5)
    await world.kit.db.execute("update figure_resolution set at = $1, reopened_at = reopened_at - interval '5 days'", ago)
    await world.kit.db.execute("update ticket set opened_at = $1, severity = 'P3'", ago - timedelta(hours=1))
    again = await world.visitor("v2@example.net")
    second = (await world.open(again, "It is missing again"))["ticket"]["id"]
    await world.kit.db.execute(
        "update ticket set opened_at = $2, reason = 'dep.suspended', customer_id = (select customer_id from ticket where id = $3) where id = $1",
        second, ago + timedelta(hours=2), tickets[2])
    sol = await world.staff(cast.SOL)
    found = figure(await sol.ok("GET", "/figures"), "one_contact")
    assert (found["n"], found["value"]) == (5, 0.6)  # one came back, one was reopened
    behind = await sol.ok("GET", "/figures/one_contact/tickets")
    assert {t["id"] for t in behind["tickets"]} == {tickets[2], tickets[5]}
    await world.kit.db.execute("update ticket set reason = 'wd.failed' where id = $1", second)
    assert figure(await sol.ok("GET", "/figures"), "one_contact")["value"] == 0.8


async def test_two_conversations_at_once_count_their_time_once(world: World) -> None:
    tickets = await day(world)
    start = clock.now() - timedelta(hours=2)
    ana = await world.kit.db.fetchval("select id from staff where email = $1", cast.ANA.email)
    await world.kit.db.execute("delete from offer")
    await world.kit.db.execute("delete from queue_entry")
    team = await world.kit.db.fetchval("insert into team (key, zh, en, reasons) values ('figures', '组', 'Team', '{}') returning id")
    for n, ticket in enumerate(tickets[:5]):
        await world.kit.db.execute(
            """insert into queue_entry (ticket_id, team_id, severity, language, slots, at, entered_at, rank_at, left_at, outcome, staff_id, done_at)
            values ($1, $2, 'P3', 'en', 1, $3, $3, $3, $4, 'taken', $5, $6)""",
            ticket, team, start - timedelta(seconds=30), start, ana, start + timedelta(seconds=100 + n))
    page = await (await world.staff(cast.SOL)).ok("GET", "/figures")
    handle, speed = figure(page, "handle"), figure(page, "answer_speed")
    assert handle["n"] == 5
    assert round(handle["more"]["mean"], 1) == 20.8  # 104 seconds of work on five
    assert round(handle["value"]) == 102
    assert round(speed["value"]) == 30


async def test_spam_and_merged_tickets_are_left_out_and_told(world: World) -> None:
    tickets = await day(world)
    await world.kit.db.execute("update ticket set tags = '{spam}' where id = $1", tickets[0])
    await world.kit.db.execute("update ticket set merged_into = $2 where id = $1", tickets[1], tickets[2])
    page = await (await world.staff(cast.SOL)).ok("GET", "/figures")
    assert (page["opened"], page["left_out"], figure(page, "first_reply")["n"]) == (4, 2, 4)


async def test_filters_narrow_every_figure(world: World) -> None:
    await day(world)
    sol = await world.staff(cast.SOL)
    assert (await sol.ok("GET", "/figures", params={"reason": "dep"}))["opened"] == 5
    assert (await sol.ok("GET", "/figures", params={"channel": "email"}))["opened"] == 0
    for bad in ({"since": "2026-02-30"}, {"since": "2026-11-20", "until": "2026-11-01"}, {"since": "2000-01-01", "until": "2026-01-01"}, {"since": "1"}):
        assert (await sol.request("GET", "/figures", params=bad)).status_code in (400, 422), bad
    assert (await sol.request("GET", "/figures/no_such/tickets")).status_code == 404
    assert (await (await world.staff()).request("GET", "/figures")).status_code == 403
    assert CASE.count("$") == 6 + 2


async def test_the_page_costs_few_statements(world: World) -> None:
    await day(world)
    sol = await world.staff(cast.SOL)
    await sol.ok("GET", "/figures")
    with world.statements() as ran:
        await sol.ok("GET", "/figures")
    assert len([q for q in ran if "figure_" in q or "ticket" in q]) <= 16


async def test_what_is_kept_is_what_the_log_says(world: World) -> None:
    await day(world)
    for row in await world.kit.db.fetch("select * from figure_ticket"):
        log = await world.kit.db.fetch(
            "select stream, seq, kind, actor, public, body, at from event where stream = $1 and kind in"
            " ('ticket.opened', 'message.posted', 'ticket.changed') order by seq", f"ticket:{row['ticket_id']}")
        events = [Recorded(**dict(r)) for r in log]
        known = begun(events[0])
        for event in events:
            known, _ = after(known, event)
        assert known == await store.facts(world.kit.db, row["ticket_id"])


async def test_live_tells_what_is_open_now(world: World) -> None:
    await day(world)
    await world.open(await world.customer(), client_id=str(uuid4()))
    now = await (await world.staff(cast.SOL)).ok("GET", "/figures/live")
    assert (now["open"], now["waiting"]) == (3, 2)
    assert now["days_of_work"] > 0
