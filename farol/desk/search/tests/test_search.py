"""What is found, by whom, and in which order."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.search import find, index
from farol.desk.search.index import catch_up
from farol.selfserve.knowledge.seeding import seed
from tests.world import Client, World, indexed

TXID = "0x" + "4e" * 32


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are emptied between tests; what a process remembers of them too."""
    monkeypatch.setattr(index, "_met", set())


async def asked(client: Client, q: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = await client.ok("GET", "/search", params={"q": q, **more})
    return found


async def numbers(client: Client, q: str) -> set[str]:
    """Of all tickets that a question leads to."""
    found = await asked(client, q)
    return {row["number"] for row in found["tickets"]} | {hit["number"] for hit in found["messages"]}


async def test_ids_people_hashes_and_words_are_found(world: World) -> None:
    mei, ivan, ana = await world.customer(), await world.customer(cast.IVAN), await world.staff()
    one = (await world.open(mei, f"充值没到账 {TXID}", about={"kind": "deposit", "id": "D-77120"}))["ticket"]["number"]
    two = (await world.open(ivan, "100% sure_about the withdrawal"))["ticket"]["number"]
    await indexed(world.kit)
    for text, wanted in ((one, one), (one.lower(), one), (cast.MEI.uid, one), (cast.IVAN.email.upper(), two), (TXID, one), (TXID.upper(), one),
                         ("到账", one), ("到帳", one), ("D-77120", one), ("withdr", two), ("sure_about", two)):
        assert await numbers(ana, text) == {wanted}, text
    for text in ("%", "_", "' or 1=1 --", "nothing of the kind", "账到", "withdrew"):
        assert await numbers(ana, text) == set(), text


async def test_notes_and_later_words_are_found_a_moment_later(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei, "hello"))["ticket"]
    await world.say(ana, ticket["id"], "the margin desk knows", internal=True)
    await indexed(world.kit)
    await world.say(mei, ticket["id"], "second thoughts about the margin")
    await indexed(world.kit)
    found = await asked(ana, "margin")
    assert [(hit["seq"], hit["internal"]) for hit in found["messages"]] == [(4, False), (3, True)]
    assert [found["messages"][0]["snippet"]["text"][a:b] for a, b in found["messages"][0]["snippet"]["marks"]] == ["margin"]
    assert await catch_up(world.kit) == 0


async def test_filters_narrow(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ids = [(await world.open(mei, f"充值 number {n}"))["ticket"]["id"] for n in range(2)]
    await world.say(ana, ids[0], "充值 is on its way")
    await ana.ok("PATCH", f"/tickets/{ids[1]}", json={"version": 1, "status": "resolved"})
    await indexed(world.kit)
    assert {h["ticket"] for h in (await asked(ana, "充值 status:resolved"))["messages"]} == {ids[1]}
    assert [h["author_kind"] for h in (await asked(ana, "充值 from:staff"))["messages"]] == ["staff"]
    assert [h["author_kind"] for h in (await asked(ana, "充值 from:me"))["messages"]] == ["staff"]
    assert (await asked(ana, "充值 before:2020-01-01"))["messages"] == []
    assert {r["id"] for r in (await asked(ana, f"from:{cast.MEI.uid}"))["tickets"]} == set(ids)
    assert (await asked(ana, "充值 from:99999"))["messages"] == []
    assert (await asked(ana, "充值 status:lost"))["wrong"] == ["status:lost"]


async def test_more_comes_by_pages_without_a_gap(world: World, monkeypatch: Any) -> None:
    monkeypatch.setattr(find, "AT_ONCE", 7)
    monkeypatch.setattr(find, "MOST_READS", 20)
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei, "first"))["ticket"]["id"]
    for n in range(60):
        await world.kit.db.execute(
            "with t as (update ticket set seq = seq + 1 where id = $1 returning seq), m as (insert into message (ticket_id, seq, client_id, author_kind,"
            " author_id, internal, channel, body) select $1, seq, gen_random_uuid(), 'staff', 0, false, 'console', 'needle ' || $2::int from t)"
            " insert into event (stream, seq, kind, actor, body) select 'ticket:' || $1::bigint, seq, 'message.posted', 'staff:0', '{}' from t", ticket, n)
    await indexed(world.kit)
    seen, page = [], await asked(ana, "needle")
    while True:
        seen += [hit["seq"] for hit in page["messages"]]
        if page["messages_after"] is None:
            break
        page = await asked(ana, "needle", kind="messages", after=page["messages_after"])
    assert sorted(seen) == list(range(3, 63))
    assert len(seen) == 60


async def test_articles_are_found_in_the_readers_language(world: World) -> None:
    await seed(world.kit)
    ana = await world.staff()
    for lang in ("zh", "en"):
        found = await asked(ana, "memo", lang=lang)
        assert {a["language"] for a in found["articles"]} == {lang}


async def test_customers_are_found_by_what_identifies_them_alone(world: World) -> None:
    await world.customer()
    ana, kai = await world.staff(), await world.staff(cast.KAI)
    found = (await asked(ana, cast.MEI.email))["customers"]
    assert [c["uid_masked"] for c in found] == ["20••••77"]
    assert (await asked(ana, cast.MEI.name))["customers"] == []
    assert (await asked(ana, cast.MEI.email[:-1]))["customers"] == []
    assert (await asked(kai, cast.MEI.email))["customers"] == []


async def test_a_closed_teams_tickets_are_found_by_its_members_alone(world: World) -> None:
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ticket = (await world.open(mei, "a quiet matter"))["ticket"]
    await indexed(world.kit)
    team = await world.kit.db.fetchval(
        "insert into team (key, zh, en, reasons, visibility) values ('aml', '合规', 'AML', '{}', 'members') returning id")
    await world.kit.db.execute("update ticket set team_id = $1", team)
    for text in ("quiet matter", ticket["number"], cast.MEI.uid):
        assert await numbers(ana, text) == set()
        assert await numbers(sol, text) == {ticket["number"]}
    await world.kit.db.execute("update team set visibility = 'all'")
    assert await numbers(ana, "quiet") == {ticket["number"]}
