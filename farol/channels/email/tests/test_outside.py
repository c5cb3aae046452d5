"""Side threads write to people outside by mail, and their answers come back into the thread and nowhere else."""

from typing import Any
from uuid import uuid4

import aiosmtplib
import msgspec
import pytest

from farol.app.demo import cast
from farol.desk.threads import actions as threads
from tests.world import Client, World

from .conftest import Post, reply_to

BANK = "ops@bank.example"
BANKER = f"Bank <{BANK}>"


@pytest.fixture(autouse=True)
def domains(post: Post) -> None:
    """Who may be written to."""
    post.kit.settings = msgspec.structs.replace(post.kit.settings, thread_domains=("bank.example", "*.partner.example"))


async def opened(world: World, ana: Client, words: str = "我的 500 USDT 电汇没到，账号 6222 0000 1111") -> tuple[int, int]:
    """Mei's ticket, and a thread beside it with Dan."""
    ticket: int = (await world.open(await world.customer(), words, language="zh"))["ticket"]["id"]
    dan = (await (await world.staff(cast.DAN)).ok("GET", "/session"))["id"]
    thread: int = (await ana.ok("POST", f"/tickets/{ticket}/threads", json={
        "client_id": str(uuid4()), "kind": "side", "title": "Wire of 3 March", "body": "Dan, I ask the bank.", "people": [dan]}))["id"]
    return ticket, thread


async def say(ana: Client, thread: int, body: str, *to: int) -> dict[str, Any]:
    """Ana's words in the thread."""
    said: dict[str, Any] = await ana.ok("POST", f"/threads/{thread}/messages", json={"client_id": str(uuid4()), "body": body, "to": list(to)})
    return said


async def add(ana: Client, thread: int, address: str = BANK) -> int:
    """Somebody of outside."""
    id_: int = (await ana.ok("POST", f"/threads/{thread}/outsiders", json={"address": address, "name": "Bank"}))["id"]
    return id_


async def shown(client: Client, thread: int) -> Any:
    """The thread as they see it."""
    return await client.ok("GET", f"/threads/{thread}")


async def test_only_marked_words_go_out_and_the_answer_comes_back_into_the_thread(post: Post) -> None:
    ana = await post.world.staff(cast.ANA)
    ticket, thread = await opened(post.world, ana)
    bank = await add(ana, thread)
    await say(ana, thread, "Between us: careful.")
    said = await say(ana, thread, "Did you send wire 77?", bank)
    assert [letter["state"] for letter in said["letters"]] == ["queued"]
    [mail] = await post.arrived()
    assert post.sink.envelopes[0][1] == [BANK]
    assert mail.text.count("Did you send wire 77?") == 1
    for secret in ("careful", "500 USDT", "6222", "Mei", "mei.lin", "Dan, I ask"):
        assert secret not in mail.text
    assert mail.subject.endswith("Wire of 3 March")
    raw, address = reply_to(post.sink.raws[0], "Yes, on 3 March.", sender=BANKER)
    await post.send(raw, address, BANK)
    [settled] = await post.settled()
    assert (settled["state"], settled["ticket_id"], settled["outsider_id"]) == ("joined", None, bank)
    last = (await shown(ana, thread))["messages"][-1]
    assert (last["body"], last["author"], last["outside"]["address"]) == ("Yes, on 3 March.", None, BANK)
    assert [m["letters"][0]["state"] for m in (await shown(ana, thread))["messages"] if m["letters"]] == ["sent"]
    assert [m["body"] for m in await post.messages(ticket)] == ["我的 500 USDT 电汇没到，账号 6222 0000 1111"]
    dan = await post.world.staff(cast.DAN)
    assert any("answered from outside" in n["title"]["en"] for n in (await dan.ok("GET", "/notices"))["notices"])
    await say(ana, thread, "Thank you.", bank)
    await post.arrived(2)
    assert b"In-Reply-To: <" in post.sink.raws[1]


async def test_the_customer_sees_nothing_of_it(post: Post) -> None:
    ana = await post.world.staff(cast.ANA)
    ticket, thread = await opened(post.world, ana)
    await say(ana, thread, "Did you send it?", await add(ana, thread))
    await post.arrived()
    raw, address = reply_to(post.sink.raws[0], "Our answer", sender=BANKER)
    await post.send(raw, address, BANK)
    await post.settled()
    mei = await post.world.customer()
    seen = str(await mei.ok("GET", f"/tickets/{ticket}"))
    for word in ("Did you send it?", "Our answer", BANK, "thread"):
        assert word not in seen
    assert await post.kit.db.fetchval("select bool_or(public) from event where stream = $1 and kind like 'thread.%'", f"ticket:{ticket}") is False


async def test_strangers_answering_machines_and_those_taken_out_are_not_heard(post: Post) -> None:
    ana = await post.world.staff(cast.ANA)
    _, thread = await opened(post.world, ana)
    bank = await add(ana, thread)
    await say(ana, thread, "Did you send it?", bank)
    await post.arrived()
    stranger, address = reply_to(post.sink.raws[0], "Send me the passport", sender="Mallory <mallory@evil.example>")
    await post.send(stranger, address, "mallory@evil.example")
    machine, _ = reply_to(post.sink.raws[0], "I am away", sender=BANKER, extra=b"Auto-Submitted: auto-replied\r\n")
    await post.send(machine, address, BANK)
    await post.settled(2)
    await ana.ok("DELETE", f"/threads/{thread}/outsiders/{bank}")
    late, _ = reply_to(post.sink.raws[0], "Too late", sender=BANKER)
    await post.send(late, address, BANK)
    rows = await post.settled(3)
    assert [(r["state"], r["reason"]) for r in rows] == [
        ("quarantined", "other_sender"), ("dropped", "auto_submitted"), ("quarantined", "not_in_thread")]
    assert len((await shown(ana, thread))["messages"]) == 2
    with pytest.raises(aiosmtplib.SMTPRecipientsRefused):
        await post.send(late, f"reply+{'a' * 32}@{post.kit.settings.mail_domain}", BANK)
    await post.idle()
    assert len(post.sink.raws) == 1
    assert await post.kit.db.fetchval("select count(*) from ticket") == 1


async def test_an_answer_after_its_time_opens_no_ticket(post: Post) -> None:
    ana = await post.world.staff(cast.ANA)
    _, thread = await opened(post.world, ana)
    await say(ana, thread, "Did you send it?", await add(ana, thread))
    await post.arrived()
    await post.kit.db.execute("update reply_address set expires_at = now() where outsider_id is not null")
    raw, address = reply_to(post.sink.raws[0], "Only now", sender=BANKER)
    await post.send(raw, address, BANK)
    [row] = await post.settled()
    assert (row["state"], row["reason"]) == ("quarantined", "expired")
    assert await post.kit.db.fetchval("select count(*) from ticket") == 1


async def test_files_pass_the_same_checks_and_secrets_are_masked(post: Post) -> None:
    ana = await post.world.staff(cast.ANA)
    _, thread = await opened(post.world, ana)
    await say(ana, thread, "The receipt please", await add(ana, thread))
    await post.arrived()
    _, address = reply_to(post.sink.raws[0], "x", sender=BANKER)
    words = "Here. " + "abandon " * 11 + "about"
    part = "--XX\r\nContent-Type: {0}\r\nContent-Disposition: attachment; filename=\"{1}\"\r\n\r\n{2}\r\n"
    raw = (f"From: {BANKER}\r\nTo: <{address}>\r\nMessage-ID: <9@bank.example>\r\nDate: Sat, 21 Nov 2026 14:05:00 +0800\r\n"
           "Content-Type: multipart/mixed; boundary=XX\r\n\r\n--XX\r\nContent-Type: text/plain\r\n\r\n" + words + "\r\n"
           + part.format("text/plain", "receipt.txt", "wire 77") + part.format("application/x-msdownload", "run.exe", "MZ") + "--XX--\r\n").encode()
    await post.send(raw, address, BANK)
    [row] = await post.settled()
    assert (row["state"], bytes(row["raw"])) == ("joined", b"")
    last = (await shown(ana, thread))["messages"][-1]
    assert "abandon" not in last["body"]
    assert last["removed"]
    [file] = last["files"]
    assert file["name"] == "receipt.txt"
    assert "run.exe" in last["note"]
    assert (await ana.get(f"/threads/{thread}/files/{file['id']}")).content.strip() == b"wire 77"
    assert await post.kit.db.fetchval("select kept_at is not null from file")
    other = (await opened(post.world, ana, "另一张"))[1]
    assert (await ana.get(f"/threads/{other}/files/{file['id']}")).status_code == 404


async def test_what_cannot_be_delivered_is_said_and_never_goes_to_the_others(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await post.world.staff(cast.ANA)
    _, thread = await opened(post.world, ana)
    bank, desk = await add(ana, thread), await add(ana, thread, "desk@eu.partner.example")
    post.sink.rcpt = "550 no such user"
    await say(ana, thread, "Did you send it?", bank)

    async def failed() -> Any:
        letters = [letter for m in (await shown(ana, thread))["messages"] for letter in m["letters"]]
        return [letter["state"] for letter in letters] == ["failed"]

    await post.until(failed)
    assert any("did not arrive" in n["title"]["en"] for n in (await ana.ok("GET", "/notices"))["notices"])
    post.sink.rcpt = "250 OK"
    await say(ana, thread, "And you?", desk)
    await post.arrived()
    assert [e[1] for e in post.sink.envelopes] == [["desk@eu.partner.example"]]
    bounce = (f"From: MAILER-DAEMON@x.example\r\nTo: <{post.sink.envelopes[0][0]}>\r\nMessage-ID: <b@x.example>\r\nDate: Sat, 21 Nov 2026 14:05:00 +0800\r\n"
              "Content-Type: multipart/report; report-type=delivery-status; boundary=XX\r\n\r\n--XX\r\nContent-Type: text/plain\r\n\r\nno such user\r\n"
              "--XX\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n--XX--\r\n").encode()
    await post.send(bounce, post.sink.envelopes[0][0], "")
    await post.settled()
    assert (await shown(ana, thread))["messages"][-1]["letters"][0]["state"] == "bounced"


async def test_a_server_that_is_away_is_tried_again_with_the_same_bytes(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("farol.channels.email.letters.trying.LONGEST_PAUSE_S", 0.2)
    ana = await post.world.staff(cast.ANA)
    _, thread = await opened(post.world, ana)
    post.sink.answers = ["451 later", "250 OK"]
    await say(ana, thread, "Did you send it?", await add(ana, thread))
    await post.arrived()
    await post.idle()
    assert len(post.sink.raws) == 1
    assert await post.kit.db.fetchval("select attempts from thread_mail") == 2


async def test_a_domain_that_is_permitted_no_longer_is_not_written_to(post: Post) -> None:
    ana = await post.world.staff(cast.ANA)
    _, thread = await opened(post.world, ana)
    bank = await add(ana, thread)
    post.kit.settings = msgspec.structs.replace(post.kit.settings, thread_domains=())
    await say(ana, thread, "Did you send it?", bank)
    await post.idle()
    assert post.sink.raws == []
    assert (await shown(ana, thread))["messages"][-1]["letters"][0]["error"] == "domain not permitted"


async def test_an_answer_opens_a_closed_thread_again(post: Post) -> None:
    ana = await post.world.staff(cast.ANA)
    _, thread = await opened(post.world, ana)
    bank = await add(ana, thread)
    await ana.ok("PUT", f"/threads/{thread}/closure")
    for _ in range(2):
        assert await threads.say_from_outside(post.kit, bank, client_id=uuid4().__class__(int=7), body="Found it", files=[], note="") is not None
    now = await shown(ana, thread)
    assert now["thread"]["closed_at"] is None
    assert [m["body"] for m in now["messages"]].count("Found it") == 1
