"""REL-16: given a mail of ours that comes back, when the report arrives, then the ticket tells so, and a mailbox that is gone is left alone."""

import pytest

from farol.channels.email import address
from farol.channels.email.letters import dsn

from .bounces import BOUNCES
from .conftest import Post


def report(action: str, status: str, said: str, copy: str = "", kind: str = "delivery-status") -> bytes:
    """A report as RFC 3464 has it."""
    return (
        f"From: MAILER-DAEMON@mx.example\r\nTo: <x@y.example>\r\nContent-Type: multipart/report; report-type={kind}; boundary=XX\r\n\r\n"
        f"--XX\r\n\r\nDelivery report.\r\n--XX\r\nContent-Type: message/{kind}\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; mei.lin@example.com\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {said}\r\n"
        f"--XX\r\nContent-Type: message/rfc822\r\n\r\n{copy}\r\n--XX--\r\n"
    ).encode()


async def mailed(post: Post) -> tuple[int, str]:
    """A ticket with a mail that went, and where its bounces go."""
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "已经到账。")
    await post.arrived()
    return ticket, post.sink.envelopes[0][0]


async def lines(post: Post, ticket: int) -> list[dict[str, str]]:
    """What stands in the conversation about mail that came to nothing."""
    rows = await post.kit.db.fetch("select body from event where stream = $1 and kind = 'mail.returned' order by seq", f"ticket:{ticket}")
    return [row["body"] for row in rows]


async def letters(post: Post, ticket: int) -> dict[str, object]:
    ana = await post.world.staff()
    found: dict[str, object] = await ana.ok("GET", f"/tickets/{ticket}/letters")
    return found


async def test_a_gone_mailbox_is_told_and_not_written_to_until_somebody_lifts_it(post: Post) -> None:
    ticket, back = await mailed(post)
    await post.send(report("failed", "5.1.1", "550 5.1.1 <mei.lin@example.com> user unknown"), back, sender="")
    [mail] = await post.settled()
    assert (mail["state"], mail["reason"]) == ("dropped", "bounce")
    await post.idle()
    found = await letters(post, ticket)
    assert [(one["state"], one["status"]) for one in found["mails"]] == [("bounced", "5.1.1")]  # type: ignore[attr-defined]
    assert "mei.lin@example.com" not in str(found)
    assert "user unknown" in found["mails"][0]["said"]  # type: ignore[index]
    ana = await post.world.staff()
    told = await lines(post, ticket)
    assert [(one["state"], one["address"]) for one in told] == [("bounced", "m•••@e•••.com")], "by key and facts: each agent reads it in their language"
    assert "user unknown" in told[0]["said"]
    assert [row["internal"] for row in await post.messages(ticket)] == [False, False]
    await post.world.say(ana, ticket, "还在吗？")
    await post.idle()
    found = await letters(post, ticket)
    assert [one["state"] for one in found["mails"]] == ["suppressed", "bounced"]  # type: ignore[attr-defined]
    assert len(post.sink.raws) == 1
    assert [one["state"] for one in await lines(post, ticket)] == ["bounced", "suppressed"]
    [stopped] = found["suppressed"]  # type: ignore[misc]
    lifted = await ana.ok("POST", f"/mail/suppressed/{stopped['id']}/lifting", json={"why": "she called and it works"})
    assert lifted["lifted_at"]
    await post.world.say(ana, ticket, "再试一次")
    await post.arrived(2)
    assert (await letters(post, ticket))["suppressed"] == []


async def test_delayed_then_delivered_and_a_late_delay_changes_nothing(post: Post) -> None:
    ticket, back = await mailed(post)
    for action, status, state in (("delayed", "4.4.1", "delayed"), ("delivered", "2.0.0", "delivered"), ("delayed", "4.4.7", "delivered")):
        await post.send(report(action, status, "said"), back, sender="")
        await post.idle()
        assert [one["state"] for one in (await letters(post, ticket))["mails"]] == [state]  # type: ignore[attr-defined]
    assert [row["internal"] for row in await post.messages(ticket)] == [False, False]


async def test_a_complaint_ends_mail_to_the_mailbox(post: Post) -> None:
    ticket, _ = await mailed(post)
    copy = f"Message-ID: {post.sink.mails[0].message_id}\r\nSubject: x\r\n"
    raw = report("x", "x", "x", copy, "feedback-report").replace(b"Reporting-MTA: dns; mx.example\r\n\r\n", b"Feedback-Type: abuse\r\nVersion: 1\r\n")
    await post.send(raw, "support@support.demo-exchange.example", sender="fbl@mailbox.example")
    await post.settled()
    found = await letters(post, ticket)
    assert [one["state"] for one in found["mails"]] == ["complained"]  # type: ignore[attr-defined]
    assert [one["reason"] for one in found["suppressed"]] == ["complained"]  # type: ignore[attr-defined]


async def test_nobody_can_speak_about_somebody_else_s_mail(post: Post) -> None:
    ticket, back = await mailed(post)
    local, _, host = back.partition("@")
    with pytest.raises(Exception, match="No such mailbox"):
        await post.send(report("failed", "5.1.1", "gone"), f"{local[:-1]}{'a' if local[-1] != 'a' else 'b'}@{host}", sender="")
    forged = report("failed", "5.1.1", "gone", "Message-ID: <" + "a" * 26 + "." + "b" * 26 + "@support.demo-exchange.example>\r\n")
    await post.send(forged, "support@support.demo-exchange.example", sender="")
    await post.settled()
    assert [one["state"] for one in (await letters(post, ticket))["mails"]] == ["sent"]  # type: ignore[attr-defined]


async def test_a_holiday_note_to_the_bounce_address_changes_nothing(post: Post) -> None:
    ticket, back = await mailed(post)
    await post.send(b"From: mei.lin@example.com\r\nSubject: Out of office\r\n\r\nI am away until Monday.", back, sender="")
    [mail] = await post.settled()
    assert (mail["state"], mail["reason"]) == ("dropped", "bounce_unclear")
    assert [one["state"] for one in (await letters(post, ticket))["mails"]] == ["sent"]  # type: ignore[attr-defined]
    assert await post.kit.db.fetchval("select count(*) from ticket") == 1


async def test_a_refusal_at_the_door_suppresses_as_well(post: Post) -> None:
    post.sink.rcpt = "550 5.1.1 no such user here"
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "已经到账。")
    await post.idle()
    found = await letters(post, ticket)
    assert [(one["state"], one["status"]) for one in found["mails"]] == [("failed", "5.1.1")]  # type: ignore[attr-defined]
    assert len(found["suppressed"]) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "text", "outcome", "status", "gone"), BOUNCES, ids=[each[0] for each in BOUNCES])
def test_bounces_in_free_words(name: str, text: str, outcome: str | None, status: str, gone: bool) -> None:
    said = dsn.read(b"From: postmaster@mx.example\r\n\r\n" + text.encode(), text)
    assert (said.outcome if said else None) == outcome
    if said:
        assert (said.status, said.gone) == (status, gone)
        assert said.said
        assert "\n" not in said.said


def test_bounce_addresses_and_message_ids_cannot_be_made_up(post: Post) -> None:
    settings = post.kit.settings
    assert address.bounced(settings, address.bounce(settings, "m", 7)) == ("m", 7)
    assert address.bounced(settings, address.bounce(settings, "m", 7).upper()) == ("m", 7)
    assert address.bounced(settings, address.bounce(settings, "m", 7).replace("m7", "m8")) is None
    own = address.message_id(settings)
    assert address.is_own_id(settings, own)
    assert not address.is_own_id(settings, own.replace(own[1], "a" if own[1] != "a" else "b", 1))
    assert address.message_id(settings, "x") == address.message_id(settings, "x") != own
    assert address.mailbox("Vic.Tim+17@GoogleMail.com") == "victim@gmail.com"
    assert address.mailbox("a.b+c@qq.com") == "a.b@qq.com"
