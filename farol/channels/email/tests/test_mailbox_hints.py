"""Given a mailbox of ours that names a team, when a letter comes to it, then its ticket waits for that team; and what our own mailboxes send opens nothing."""

from farol.channels.connections import actions as connections
from farol.channels.email.doors import mailbox
from farol.kit.permission import SYSTEM

from .conftest import Post


async def connect(post: Post, address: str, team: str = "") -> None:
    _, found = await connections.connect(post.kit, SYSTEM, mailbox.KEY, "Help", {"address": address, **({"team": team} if team else {})})
    assert found.works


async def test_a_letter_waits_for_the_team_of_its_mailbox(post: Post) -> None:
    team = await post.kit.db.fetchval("select id from team where key = 'l1'") or await post.kit.db.fetchval(
        "insert into team (key, zh, en, reasons) values ('l1', '一线', 'First line', '{}') returning id")
    await connect(post, "withdrawals@brand.example", "l1")
    await connect(post, "other@brand.example", "nobody")
    for n, to in enumerate(("withdrawals@brand.example", "withdrawals+vip@brand.example", "other@brand.example")):
        await post.send(f"From: rosa@example.org\r\nMessage-ID: <{n}@x.example>\r\n\r\nwhere is it {n}".encode(), to, sender="rosa@example.org")
    rows = await post.settled(3)
    assert [row["state"] for row in rows] == ["opened"] * 3
    teams = [await post.kit.db.fetchval("select team_id from ticket where id = $1", row["ticket_id"]) for row in sorted(rows, key=lambda row: row["recipient"])]
    assert [one == team for one in teams] == [False, True, True]


async def test_what_our_own_mailboxes_send_opens_nothing(post: Post) -> None:
    await connect(post, "help@brand.example")
    for author in ("help@brand.example", "Help@Brand.example", "help+x@brand.example"):
        await post.send(f"From: {author}\r\n\r\nhello {author}".encode(), "support@support.demo-exchange.example", sender="x@brand.example")
    assert {(row["state"], row["reason"]) for row in await post.settled(3)} == {("dropped", "own_address")}
