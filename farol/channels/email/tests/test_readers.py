"""E04: who stands in Cc is proposed; the signed-in customer confirms; nothing said before is ever theirs."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.channels.email import actions
from farol.channels.email.readers import actions as readers
from farol.channels.email.readers import readers_store
from farol.kit.db import transaction

from .conftest import Post, reply_to
from .test_who_may_join import mailed

SISTER = "sister@example.org"


async def named(post: Post) -> tuple[int, Any]:
    """Mei answers with her sister in Cc: the ticket, and Mei's browser."""
    ticket, raw, _ = await mailed(post)
    answer, reply = reply_to(raw, "with my sister", extra=f"Cc: Sister <{SISTER}>, support@support.demo-exchange.example, mei.lin@example.com\r\n".encode())
    await post.send(answer, reply)
    await post.settled()
    await post.idle()
    return ticket, await post.world.customer()


async def test_a_cc_is_a_proposal_and_nothing_goes_to_it(post: Post) -> None:
    ticket, mei = await named(post)
    [one] = (await mei.ok("GET", f"/tickets/{ticket}/readers"))["readers"]
    assert (one["address"], one["name"], one["state"]) == (SISTER, "Sister", "proposed")
    assert [to for _, to in post.sink.envelopes] == [["mei.lin@example.com"]]
    ana = await post.world.staff()
    assert len((await ana.ok("GET", f"/tickets/{ticket}/readers"))["readers"]) == 1
    other = await post.world.customer(cast.MALLORY)
    for path in (f"/tickets/{ticket}/readers",):
        assert (await other.get(path)).status_code == 404
        assert (await other.post(path, json={"reader": one["id"]})).status_code == 404
        assert (await other.delete(f"{path}/{one['id']}")).status_code == 404


async def speaking(post: Post, ticket: int, mei: Any) -> tuple[int, str]:
    """The sister is confirmed: her id and her reply address."""
    [one] = (await mei.ok("GET", f"/tickets/{ticket}/readers"))["readers"]
    shown = await mei.ok("POST", f"/tickets/{ticket}/readers", json={"reader": one["id"]})
    assert shown["state"] == "confirmed"
    reader = await readers_store.reader(post.kit.db, one["id"])
    assert reader
    assert reader.after_seq == await post.kit.db.fetchval("select seq from ticket where id = $1", ticket)
    async with transaction(post.kit.db) as tx:
        return reader.id, await readers.reply_address(tx, post.kit.settings, reader)


async def test_a_reader_is_heard_beside_the_ticket(post: Post) -> None:
    ticket, mei = await named(post)
    await post.kit.db.execute("update ticket set status = 'resolved', resolved_at = now() where id = $1", ticket)
    reader, reply = await speaking(post, ticket, mei)
    await post.send(f"From: {SISTER}\r\nTo: <{reply}>\r\nMessage-ID: <s@x>\r\n\r\nI saw it too".encode(), reply, sender=SISTER)
    row = (await post.settled(2))[-1]
    assert (row["state"], row["reader_id"]) == ("joined", reader)
    last = (await post.messages(ticket))[-1]
    assert (last["author_kind"], last["internal"]) == ("system", True)
    assert SISTER in last["body"]
    assert "I saw it too" in last["body"]
    assert await post.kit.db.fetchval("select status from ticket where id = $1", ticket) == "resolved", "what they say opens nothing"
    assert "I saw it too" not in str(await mei.ok("GET", f"/tickets/{ticket}"))


async def test_nobody_else_speaks_for_a_reader_and_a_removed_one_is_not_heard(post: Post) -> None:
    ticket, mei = await named(post)
    reader, reply = await speaking(post, ticket, mei)
    await actions.receive(post.kit, recipient=reply, return_path=SISTER, peer="203.0.113.9", raw=f"From: {SISTER}\r\nMessage-ID: <1@x>\r\n\r\nno".encode())
    await post.send(b"From: mallory@evil.example\r\nMessage-ID: <2@x>\r\n\r\nno", reply, sender="mallory@evil.example")
    await post.settled(3)
    await mei.ok("DELETE", f"/tickets/{ticket}/readers/{reader}")
    await post.send(f"From: {SISTER}\r\nMessage-ID: <3@x>\r\n\r\nno".encode(), reply, sender=SISTER)
    rows = (await post.settled(4))[1:]
    assert [row["reason"] for row in rows] == ["unaligned", "other_sender", "expired"]
    assert (await mei.ok("GET", f"/tickets/{ticket}/readers"))["readers"] == []


async def test_a_removed_one_is_not_proposed_again_and_there_is_an_end(post: Post) -> None:
    ticket, mei = await named(post)
    [one] = (await mei.ok("GET", f"/tickets/{ticket}/readers"))["readers"]
    await mei.ok("DELETE", f"/tickets/{ticket}/readers/{one['id']}")
    many = "Cc: " + ", ".join(f"p{n}@example.org" for n in range(60)) + f", {SISTER}\r\n"
    raw, reply = reply_to(post.sink.raws[0], "all of them", extra=many.encode())
    await post.send(raw, reply)
    await post.settled(2)
    await post.idle()
    there = (await mei.ok("GET", f"/tickets/{ticket}/readers"))["readers"]
    assert len(there) <= 48
    assert SISTER not in [found["address"] for found in there]


@pytest.mark.parametrize("address", ["mei.lin@example.com", "support@support.demo-exchange.example", "reply+x@support.demo-exchange.example", "no address"])
async def test_who_cannot_read_along(post: Post, address: str) -> None:
    mei = await post.world.customer()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    assert (await mei.post(f"/tickets/{ticket}/readers", json={"address": address})).json()["code"] == "not_a_reader_address"


async def test_a_visitor_shares_nothing(post: Post) -> None:
    visitor = await post.world.visitor("rosa@example.org", "Rosa")
    ticket = (await post.world.open(visitor, "hello"))["ticket"]["id"]
    assert (await visitor.post(f"/tickets/{ticket}/readers", json={"address": SISTER})).json()["code"] == "sign_in_to_share"
