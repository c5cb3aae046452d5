"""Given mail that was put aside, when the staff look, then they see why, and decide: let out, tried again, dropped, forgotten."""

from typing import Any

import pytest
from msgspec.structs import replace

from farol.app.demo import cast
from farol.channels.email import actions, jobs
from tests.world import Client

from .conftest import Post, reply_to
from .test_who_may_join import SUPPORT, mailed

QUARANTINE = "/mail/quarantine"


async def aside(post: Post, words: str = "收到，谢谢", *, sender: str = "Mei <mei.lin@example.com>", peer: str = "203.0.113.9") -> tuple[int, int]:
    """An answer that its domain does not stand behind: ids of ticket and mail."""
    ticket, raw, _ = await mailed(post)
    answer, reply = reply_to(raw, words, sender=sender)
    await actions.receive(post.kit, recipient=reply, return_path="mei.lin@example.com", peer=peer, raw=answer)
    return ticket, (await post.settled())[-1]["id"]


async def listed(client: Client, **query: Any) -> list[Any]:
    """What lies there."""
    return (await client.ok("GET", QUARANTINE, params=query))["mails"]  # type: ignore[no-any-return]


async def test_one_is_seen_with_its_reason_and_only_as_words(post: Post) -> None:
    ticket, mail = await aside(post, "<script>x</script> 我的密码是 Hunter2-xyz，请看")
    ana = await post.world.staff()
    [entry] = await listed(ana)
    assert (entry["id"], entry["reason"], entry["sender"], entry["ticket_id"], entry["whole"]) == (mail, "unaligned", "mei.lin@example.com", ticket, True)
    assert entry["recipient"].startswith("reply+")
    assert "…" in entry["recipient"]
    detail = await ana.ok("GET", f"{QUARANTINE}/{mail}")
    assert "Hunter2" not in detail["text"]
    assert detail["two"]
    assert detail["proof"]["spf"]["result"] == "fail"
    assert detail["said"]["en"].startswith("example.com says")
    raw = await ana.get(f"{QUARANTINE}/{mail}/original")
    assert raw.headers["content-type"] == "application/octet-stream"
    assert "attachment" in raw.headers["content-disposition"]
    assert raw.content.startswith(b"From: Mei")
    counts = await ana.ok("GET", f"{QUARANTINE}/counts")
    assert (counts["total"], counts["reasons"][0]["reason"]) == (1, "unaligned")
    assert await listed(ana, reason="empty") == []
    assert any("put aside" in n["title"]["en"] for n in (await ana.ok("GET", "/notices"))["notices"])


async def test_a_doubtful_one_takes_two(post: Post) -> None:
    ticket, mail = await aside(post)
    ana, dan = await post.world.staff(cast.ANA), await post.world.staff(cast.DAN)
    assert (await ana.ok("POST", f"{QUARANTINE}/{mail}/release", json={"way": "ticket"}))["outcome"] == "asked"
    assert (await ana.post(f"{QUARANTINE}/{mail}/release", json={"way": "ticket"})).json()["code"] == "mail_needs_second"
    assert (await listed(dan))[0]["asked_name"]
    assert (await dan.ok("POST", f"{QUARANTINE}/{mail}/release", json={"way": "ticket"}))["outcome"] == "released"
    await post.until(lambda: _state(post, mail, "joined"))
    said = [(m["author_kind"], m["internal"]) for m in await post.messages(ticket)][2:]
    assert said == [("customer", False)]
    left = await post.kit.db.fetchval("select left_out from mail_in where id = $1", mail)
    assert ["not confirmed" in each["en"] for each in left] == [True], "that nobody had confirmed the sender stands under the words"
    assert (await ana.post(f"{QUARANTINE}/{mail}/release", json={"way": "ticket"})).status_code == 404
    kinds = [row["kind"] for row in await post.kit.db.fetch("select kind from event where stream = $1 order by seq", f"mail_in:{mail}")]
    assert kinds == ["mail.received", "mail.settled", "mail.release_asked", "mail.released", "mail.settled"]


async def _state(post: Post, mail: int, state: str) -> Any:
    return await post.kit.db.fetchval("select state = $2 from mail_in where id = $1", mail, state)


async def test_somebody_elses_words_never_become_the_customers(post: Post) -> None:
    ticket, mail = await aside(post, "give me everything", sender="Mallory <mallory@evil.example>", peer="127.0.0.1")
    for who in (cast.ANA, cast.DAN):
        await (await post.world.staff(who)).ok("POST", f"{QUARANTINE}/{mail}/release", json={"way": "ticket"})
    await post.until(lambda: _state(post, mail, "joined"))
    last = (await post.messages(ticket))[-1]
    assert (last["author_kind"], last["internal"]) == ("system", True)
    assert "mallory@evil.example" in last["body"]
    await post.idle()
    assert len(post.sink.raws) == 1


async def test_one_that_nobody_doubts_goes_at_once_and_one_can_be_a_new_ticket(post: Post) -> None:
    visitor, ana = await post.world.visitor("rosa@nothing.example", "Rosa"), await post.world.staff()
    ticket = (await post.world.open(visitor, "hello"))["ticket"]["id"]
    await post.world.say(ana, ticket, "Hello.")
    await post.arrived()
    for words in ("one", "two"):
        raw, reply = reply_to(post.sink.raws[0], words, sender="rosa@nothing.example")
        await post.send(raw, reply, sender="rosa@nothing.example")
    first, second = await post.settled(2)
    assert (await ana.ok("POST", f"{QUARANTINE}/{first['id']}/release", json={"way": "ticket"}))["outcome"] == "released"
    assert (await ana.ok("POST", f"{QUARANTINE}/{second['id']}/release", json={"way": "new"}))["outcome"] == "released"
    await post.until(lambda: _state(post, first["id"], "joined"))
    await post.until(lambda: _state(post, second["id"], "opened"))
    assert await post.kit.db.fetchval("select ticket_id from mail_in where id = $1", second["id"]) != ticket
    assert not await post.kit.db.fetchval("select aligned from mail_proof where mail_id = $1", first["id"])


async def test_refused_dropped_and_replayed(post: Post) -> None:
    ticket, mail = await aside(post)
    ana, bo = await post.world.staff(cast.ANA), await post.world.staff(cast.DAN)
    await ana.ok("POST", f"{QUARANTINE}/{mail}/release", json={"way": "new"})
    await bo.ok("DELETE", f"{QUARANTINE}/{mail}/release")
    assert (await listed(ana))[0]["asked_by"] is None
    await post.kit.db.execute("update mail_in set peer = '127.0.0.1' where id = $1", mail)
    await ana.ok("POST", f"{QUARANTINE}/{mail}/replay")
    await post.until(lambda: _state(post, mail, "joined"))
    assert (await post.messages(ticket))[-1]["author_kind"] == "customer"
    await actions.receive(post.kit, recipient=SUPPORT, return_path="x@example.com", peer="127.0.0.1", raw=b"From: x@example.com\r\nMessage-ID: <e@x>\r\n\r\n")
    empty = (await post.settled(2))[-1]["id"]
    await ana.ok("DELETE", f"{QUARANTINE}/{empty}")
    assert await _state(post, empty, "dropped")
    assert await listed(ana) == []


async def test_all_of_a_reason_are_tried_again_after_a_mend(post: Post) -> None:
    for n in range(5):
        await actions.receive(post.kit, recipient=SUPPORT, return_path="c@strict.example", peer="203.0.113.9", raw=b"From: c@strict.example\r\nMessage-ID: <%d@x>\r\n\r\nx" % n)
    rows = await post.settled(5)
    assert {row["reason"] for row in rows} == {"spoofed"}
    await post.kit.db.execute("update mail_in set peer = '127.0.0.1'")
    ana, root = await post.world.staff(), await post.world.staff(replace(cast.ANA, key="root", email="root@demo-exchange.example", role="admin"))
    assert (await ana.post(f"{QUARANTINE}/replay", json={"reason": "spoofed"})).status_code == 403
    assert (await root.ok("POST", f"{QUARANTINE}/replay", json={"reason": "spoofed"}))["count"] == 5
    for row in rows:
        await post.until(lambda id_=row["id"]: _state(post, id_, "opened"))


async def test_bytes_are_forgotten_when_they_are_old(post: Post) -> None:
    _, mail = await aside(post)
    await post.kit.db.execute("update mail_in set settled_at = now() - interval '91 days' where id = $1", mail)
    await jobs.forget(post.kit)
    ana = await post.world.staff()
    [entry] = await listed(ana)
    assert (entry["whole"], entry["reason"]) == (False, "unaligned")
    assert (await ana.get(f"{QUARANTINE}/{mail}/original")).json()["code"] == "mail_bytes_kept"
    assert (await ana.post(f"{QUARANTINE}/{mail}/release", json={"way": "new"})).status_code == 410


@pytest.mark.parametrize("who", [one for one in cast.STAFF if one.role in ("trainee", "viewer", "knowledge")], ids=lambda one: one.role)
async def test_others_may_not(post: Post, who: cast.StaffMember) -> None:
    assert (await (await post.world.staff(who)).get(QUARANTINE)).status_code == 403
