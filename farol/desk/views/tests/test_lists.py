"""Lists by pages: in order, whole, without repetition, and only of what the reader may see."""

from typing import Any

from farol.app.demo import cast
from farol.desk.views.order import PAGE
from tests.world import Client, World

MANY = """
with c as (insert into customer (name) select 'customer ' || n from generate_series(1, $1::int) n returning id),
t as (
  insert into ticket (customer_id, opening_id, subject, channel, language, seq, last_public_seq, waiting_since, severity, opened_at, updated_at)
  select id, gen_random_uuid(), 'Many', 'webchat', 'en', 2, 2, case when id % 4 > 0 then now() - make_interval(secs => id % 7) end,
    'P' || id % 5, now() - make_interval(secs => id), now() - make_interval(secs => (id * 7919) % 1000) from c returning id, severity, waiting_since)
insert into sla_ticket (ticket_id, at, opened_at, tier, severity, channel, status, waiting_since, due_at)
select id, now(), now(), '', severity, 'webchat', 'open', waiting_since, case when id % 3 > 0 then now() + make_interval(secs => id % 11) end
from t where id % 5 > 0"""


async def everything(client: Client, view: str | int) -> list[dict[str, Any]]:
    """All pages of a list."""
    rows: list[dict[str, Any]] = []
    after = ""
    while True:
        page = await client.ok("GET", "/inbox", params={"view": view, **({"after": after} if after else {})})
        assert len(page["rows"]) <= PAGE
        rows += page["rows"]
        after = page["after"]
        if after is None:
            return rows
        assert len(page["rows"]) == PAGE


async def test_every_order_holds_each_ticket_once(world: World) -> None:
    ana = await world.staff()
    await world.kit.db.execute(MANY, 90)
    ids = {row["id"] for row in await world.kit.db.fetch("select id from ticket")}
    for sort in ("urgency", "opened", "updated", "due"):
        for descending in (False, True):
            body = {"zh": "全部", "en": sort, "conditions": {"all": []}, "sort": sort, "descending": descending}
            view = (await ana.ok("POST", "/views", json=body))["id"]
            rows = await everything(ana, view)
            assert len(rows) == 90
            assert {row["id"] for row in rows} == ids
            if sort in ("opened", "updated"):
                key = "id" if sort == "opened" else "updated_at"
                assert [row[key] for row in rows] == sorted((row[key] for row in rows), reverse=descending)


async def test_what_waits_stands_by_emergency_and_due(world: World) -> None:
    ana = await world.staff()
    await world.kit.db.execute(MANY, 60)
    rows = await everything(ana, "waiting")
    assert all(row["waiting_since"] for row in rows)
    due = {r["ticket_id"]: r["due_at"] for r in await world.kit.db.fetch("select ticket_id, due_at from sla_ticket")}
    timed = [row for row in rows if row["id"] in due]
    assert rows[: len(timed)] == timed, "what no clock knows yet comes after what one does"
    ranks = [(row["severity"] != "P0", due[row["id"]] is None, due[row["id"]]) for row in timed]
    assert [r[:2] for r in ranks] == sorted(r[:2] for r in ranks)
    assert [d for _, none, d in ranks if not none and _] == sorted(d for _, none, d in ranks if not none and _)
    every = await everything(ana, "all")
    waits = [row["waiting_since"] is not None for row in every]
    assert waits == sorted(waits, reverse=True)
    assert sum(waits) == len(rows)


async def test_a_cursor_of_another_list_is_refused(world: World) -> None:
    ana = await world.staff()
    await world.kit.db.execute(MANY, 40)
    after = (await ana.ok("GET", "/inbox", params={"view": "waiting"}))["after"]
    for bad in ("x", "AAAA", after[:-3], "W10", "WyJ1cmdlbmN5IixmYWxzZSwwLFsiMSIsIngiLCJQMyIsIjEiXV0", after + "=="):
        answer = await ana.get("/inbox", params={"view": "waiting", "after": bad})
        assert answer.status_code in (200, 422), bad
        assert answer.status_code == 422 or bad == after + "=="
    assert (await ana.get("/inbox", params={"view": "resolved", "after": after})).status_code == 422


async def test_snoozed_and_merged_tickets_leave_the_lists(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    a, b, c = [(await world.open(mei, f"nr {n}"))["ticket"]["id"] for n in range(3)]
    await world.kit.db.execute("update ticket set snoozed_until = now() + interval '1 hour' where id = $1", a)
    await world.kit.db.execute("update ticket set merged_into = $2 where id = $1", b, c)
    for view in ("waiting", "all"):
        assert [row["id"] for row in (await ana.ok("GET", "/inbox", params={"view": view}))["rows"]] == [c]
    page = await ana.ok("GET", "/inbox", params={"view": "snoozed"})
    assert [row["id"] for row in page["rows"]] == [a]
    assert page["counts"]["snoozed"] == 1
    assert (await ana.ok("GET", "/inbox/among", params={"view": "all", "ids": f"{a},{b},{c}"}))["ids"] == [c]


async def test_who_may_not_know_customers_gets_rows_without_them(world: World) -> None:
    mei, kai, ana = await world.customer(), await world.staff(cast.KAI), await world.staff()
    await world.open(mei)
    assert (await ana.ok("GET", "/inbox"))["rows"][0]["customer"]["name"] == cast.MEI.name
    assert (await kai.ok("GET", "/inbox"))["rows"][0]["customer"]["name"] == ""


async def test_a_page_is_a_few_statements(world: World) -> None:
    ana = await world.staff()
    await world.kit.db.execute(MANY, 60)
    await ana.ok("GET", "/inbox")
    with world.statements() as ran:
        await ana.ok("GET", "/inbox")
    assert len(ran) <= 4, ran
