"""Given a mailbox of ours that names a team, when a letter comes to it, then its ticket waits for that team; and what our own mailboxes send opens nothing."""

from farol.channels.connections import actions as connections
from farol.channels.email.doors import fetch, mailbox
from farol.channels.email.letters import letterheads
from farol.channels.email.letters.letterhead import Letterhead
from farol.kit.permission import SYSTEM

from .conftest import Post, reply_to
from .test_who_may_join import mailed


async def connect(post: Post, address: str, team: str = "", **more: str) -> None:
    _, found = await connections.connect(post.kit, SYSTEM, mailbox.KEY, "Help", {"address": address, **({"team": team} if team else {}), **more})
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


async def test_a_ticket_carries_the_tags_and_its_mail_the_brand_of_its_mailbox(post: Post) -> None:
    await letterheads.put(post.kit, SYSTEM, "default", Letterhead("Demo Exchange"), 0)
    await letterheads.put(post.kit, SYSTEM, "harbour", Letterhead("Harbour", footer={"en": "Harbour Ltd, Lisbon"}), 0)
    await connect(post, "help@harbour.example", brand="Harbour", tags="Harbour, vip desk，,")
    await connect(post, "help@quay.example", brand="Quay")
    for n, to in enumerate(("help@harbour.example", "help@quay.example", "support@support.demo-exchange.example")):
        await post.send(f"From: rosa{n}@example.org\r\nMessage-ID: <{n}@x.example>\r\n\r\nwhere is it {n}".encode(), to, sender=f"rosa{n}@example.org")
    rows = {row["recipient"]: row["ticket_id"] for row in await post.settled(3)}
    tags = [await post.kit.db.fetchval("select tags from ticket where id = $1", ticket) for ticket in rows.values()]
    assert sorted(tags) == [[], [], ["harbour", "vip-desk"]]
    brands = {to: (await letterheads.of(post.kit.db, post.kit.settings, await post.kit.db.fetchval("select customer_id from ticket where id = $1", ticket), ticket))[1].brand
              for to, ticket in rows.items()}
    assert brands == {"help@harbour.example": "Harbour", "help@quay.example": "Quay", "support@support.demo-exchange.example": "Demo Exchange"}
    ana = await post.world.staff()
    await post.world.say(ana, rows["help@harbour.example"], "It has arrived.")
    assert "Harbour Ltd, Lisbon" in (await post.arrived())[0].text


async def test_a_mailbox_s_provider_is_believed_only_where_it_is_named(post: Post) -> None:
    """Fetched mail has no connecting server: without the name, a stranger's own header proves nothing."""
    await connect(post, "help@harbour.example", authserv_id="MX.host.example")
    await connect(post, "help@quay.example")
    for to in ("help@harbour.example", "help@quay.example"):
        raw = (f"Authentication-Results: mx.host.example; dmarc=pass header.from=example.org\r\nReceived: from out.example (out.example [198.51.100.7]) by mx.host.example\r\n"
               f"From: rosa@example.org\r\nTo: {to}\r\nMessage-ID: <{to}>\r\n\r\nwhere is it").encode()
        connection = next(each for each in await connections.of_channel(post.kit, mailbox.KEY) if each.value("address") == to)
        await fetch.receive(post.kit, mailbox.of(connection), raw)
    rows = {row["recipient"]: row["id"] for row in await post.settled(2)}
    whys = {to: await post.kit.db.fetchval("select why from mail_proof where mail_id = $1", id_) for to, id_ in rows.items()}
    assert whys["help@harbour.example"] == "relay"
    assert whys["help@quay.example"] != "relay"


async def test_a_forged_result_in_fetched_mail_joins_nothing(post: Post) -> None:
    """E01: the answer address and a copied header do not make a stranger's mail the customer's."""
    ticket, raw, _ = await mailed(post)
    await connect(post, "help@harbour.example", authserv_id="mx.host.example")
    [connection] = await connections.of_channel(post.kit, mailbox.KEY)
    says = "Authentication-Results: {}; dmarc=pass header.from=example.com\r\n"
    taken = "Received: from out.example (out.example [198.51.100.7]) by {} with ESMTPS\r\n"
    real, other = says.format("mx.host.example"), says.format("mx.host.example.evil.example")
    forged = [taken.format("mx.host.example") + taken.format("a") + real, taken.format("mx.real.example") + real, other + taken.format("mx.host.example")]
    for n, top in enumerate([*forged, real + taken.format("mx.host.example")]):
        answer, _ = reply_to(raw, f"words {n}")
        await fetch.receive(post.kit, mailbox.of(connection), top.encode() + answer)
    rows = await post.settled(len(forged) + 1)
    assert [row["state"] for row in sorted(rows, key=lambda row: row["id"])] == ["quarantined"] * len(forged) + ["joined"]
    assert [row["body"] for row in await post.messages(ticket) if row["author_kind"] == "customer"][1:] == [f"words {len(forged)}"]
