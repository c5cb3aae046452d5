"""Given a reply nobody read on screen, when time passes, then it goes out by real SMTP, and the answer joins the ticket."""

import pytest

from farol.app.demo import cast

from .conftest import Post, reply_to


async def opened(post: Post) -> tuple[int, int]:
    """A ticket of Mei with an answer by Ana: ids of the ticket and the seq of the answer."""
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    return ticket, (await post.world.say(ana, ticket, "已经到账。"))["seq"]


async def test_unread_answer_is_mailed_and_the_reply_joins(post: Post) -> None:
    ticket, _ = await opened(post)
    sent = (await post.arrived())[0]
    number = await post.kit.db.fetchval("select number from ticket")
    assert post.sink.envelopes[0][1] == ["mei.lin@example.com"]
    assert sent.subject == f"[{number}] USDT 还没到账"
    assert "已经到账。" in sent.text
    raw, address = reply_to(post.sink.raws[0], "收到了，谢谢")
    assert "Kept" in await post.send(raw, address)
    mail = (await post.settled())[0]
    assert (mail["state"], mail["ticket_id"]) == ("joined", ticket)
    last = (await post.messages(ticket))[-1]
    assert (last["body"], last["author_kind"], last["channel"]) == ("收到了，谢谢", "customer", "email")
    # She answered, so she has read it; staff see that.
    read = await post.kit.db.fetchval("select seq from read_mark where reader = 'customer'")
    assert read == (await post.messages(ticket))[-2]["seq"]


async def test_the_agent_s_own_signature_stands_under_the_answer(post: Post) -> None:
    ana = await post.world.staff()
    await ana.ok("PUT", "/me/preferences", json={"signature": {"zh": "安娜\n<b>一线客服</b>", "en": "Ana"}})
    await opened(post)
    sent = (await post.arrived())[0]
    assert sent.text.index("已经到账。") < sent.text.index("安娜\n<b>一线客服</b>")
    assert "Ana\n" not in sent.text


async def test_later_mails_stand_in_one_thread_and_come_at_once(post: Post) -> None:
    ticket, _ = await opened(post)
    await post.arrived()
    raw, address = reply_to(post.sink.raws[0], "还有一个问题")
    await post.send(raw, address)
    await post.settled()
    ana = await post.world.staff()
    await post.world.say(ana, ticket, "请说。")
    first, second = await post.arrived(2)
    reply_id = await post.kit.db.fetchval("select message_id from mail_in")
    assert second.in_reply_to == reply_id
    assert second.references == (first.message_id, reply_id)
    assert second.subject == first.subject
    assert "请说。" in second.text
    assert "已经到账" not in second.text
    assert reply_to(post.sink.raws[1], "x")[1] == address


async def test_answer_read_on_screen_is_not_mailed(post: Post) -> None:
    post.patience(1)
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    seq = (await post.world.say(ana, ticket, "已经到账。"))["seq"]
    await mei.ok("PUT", f"/tickets/{ticket}/read", json={"seq": seq})
    await post.world.say(ana, ticket, "内部", internal=True)
    await post.idle()
    assert post.sink.raws == []


async def test_several_unread_answers_are_one_mail(post: Post) -> None:
    post.patience(2)
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    for words in ("一", "二", "三"):
        await post.world.say(ana, ticket, words)
    await post.arrived()
    await post.idle()
    [mail] = post.sink.mails
    assert mail.text.index("一") < mail.text.index("二") < mail.text.index("三")


async def test_note_never_leaves(post: Post) -> None:
    post.patience(1)
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "客户像是被骗了", internal=True)
    await post.world.say(ana, ticket, "您好")
    await post.arrived()
    assert "被骗" not in post.sink.mails[0].text


async def test_first_letter_opens_a_ticket_that_is_no_accounts(post: Post) -> None:
    """E16: Mei has an account with this address; a mail from it still proves nothing."""
    await post.world.customer(cast.MEI)
    raw = "From: 梅 <mei.lin@example.com>\r\nSubject: 提币\r\nMessage-ID: <n1@x.example>\r\n\r\n提币没有到".encode()
    await post.send(raw, "support@support.demo-exchange.example")
    mail = (await post.settled())[0]
    assert mail["state"] == "opened"
    row = await post.kit.db.fetchrow("select t.*, c.uid, c.email from ticket t join customer c on c.id = t.customer_id")
    assert (row["uid"], row["email"], row["channel"], row["language"], row["subject"]) == (None, "mei.lin@example.com", "email", "zh-Hans", "提币")
    ana = await post.world.staff()
    await post.world.say(ana, row["id"], "在查。")
    answer = (await post.arrived())[0]
    assert answer.in_reply_to == "<n1@x.example>"
    assert "如果您没有联系过" in answer.text


async def test_somebody_who_typed_the_address_on_a_page_sees_nothing_of_the_mail(post: Post) -> None:
    """E16: Mallory chats under Rosa's address; Rosa's mail must not appear in Mallory's list."""
    mallory = await post.world.visitor("rosa@example.org", "Rosa")
    for words in (b"first", b"second"):
        await post.send(b"From: rosa@example.org\r\n\r\n" + words, "support@support.demo-exchange.example", sender="rosa@example.org")
    rows = await post.settled(2)
    assert [row["state"] for row in rows] == ["opened", "opened"]
    assert (await mallory.ok("GET", "/tickets"))["tickets"] == []
    assert rows[0]["visitor_id"] == rows[1]["visitor_id"]


async def test_visitors_page_words_are_not_mailed_to_an_address_they_typed(post: Post) -> None:
    visitor, ana = await post.world.visitor("victim@example.org", "Buy pills"), await post.world.staff()
    ticket = (await post.world.open(visitor, "BUY PILLS http://spam.example"))["ticket"]["id"]
    await post.world.say(ana, ticket, "Hello.")
    mail = (await post.arrived())[0]
    assert "PILLS" not in post.sink.raws[0].decode() + mail.text + mail.subject


async def test_ticket_of_a_visitor_is_answered_by_mail_to_the_same_ticket(post: Post) -> None:
    visitor, ana = await post.world.visitor("rosa@example.org", "Rosa"), await post.world.staff()
    ticket = (await post.world.open(visitor, "hello"))["ticket"]["id"]
    await post.world.say(ana, ticket, "Hello.")
    await post.arrived()
    raw, address = reply_to(post.sink.raws[0], "thanks", sender="rosa@example.org")
    await post.send(raw, address, sender="rosa@example.org")
    assert (await post.settled())[0]["ticket_id"] == ticket


@pytest.mark.parametrize("count", [5])
async def test_two_answers_keep_their_order(post: Post, count: int) -> None:
    ticket, _ = await opened(post)
    await post.arrived()
    for n in range(count):
        raw, address = reply_to(post.sink.raws[0], f"answer {n}", quote=False)
        await post.send(raw, address)
    await post.settled(count)
    said = [row["body"] for row in await post.messages(ticket) if row["channel"] == "email"]
    assert said == [f"answer {n}" for n in range(count)]


async def test_secret_in_a_mail_is_removed_and_its_sender_told_once(post: Post) -> None:
    phrase = "abandon " * 11 + "about"
    await post.send(b"From: rosa@example.org\r\nSubject: help\r\n\r\nmy words: " + phrase.encode(), "support@support.demo-exchange.example",
                    sender="rosa@example.org")
    mail = (await post.settled())[0]
    assert mail["raw"] == b""
    ticket = mail["ticket_id"]
    assert "abandon" not in (await post.messages(ticket))[0]["body"]
    await post.arrived()
    assert b"Auto-Submitted: auto-generated" in post.sink.raws[0]
    assert "abandon" not in post.sink.mails[0].text


async def test_an_answer_to_a_merged_ticket_arrives_where_it_goes_on(post: Post) -> None:
    ticket, _ = await opened(post)
    await post.arrived()
    mei, ana = await post.world.customer(), await post.world.staff()
    into = (await post.world.open(mei, "同一件事"))["ticket"]["id"]
    await ana.ok("POST", f"/tickets/{ticket}/merge", json={"into": into})
    raw, address = reply_to(post.sink.raws[0], "收到了，谢谢")
    await post.send(raw, address)
    mail = (await post.settled())[0]
    assert (mail["state"], mail["ticket_id"]) == ("joined", into)
    assert (await post.messages(into))[-1]["body"] == "收到了，谢谢"
