"""REL-16: given a mail server that fails in every way, when a mail is sent, then it goes once, in order, or staff can see why not."""

import asyncio

import msgspec
import pytest

from farol.channels.email import jobs
from farol.channels.email.letters import outgoing
from farol.channels.email.model import Later

from .conftest import Post


async def queued(post: Post, *answers: str, words: tuple[str, ...] = ("一",)) -> int:
    """A ticket with one mail for each word, while the server answers so."""
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    post.sink.answers = list(answers)
    for number, word in enumerate(words, 1):
        await post.world.say(ana, ticket, word)

        async def written(count: int = number) -> bool:
            return bool(await post.kit.db.fetchval("select count(*) from mail_out") >= count)

        await post.until(written)
    return ticket


async def now(post: Post) -> None:
    """Makes waiting tries due at once."""
    await post.kit.db.execute("update pgqueuer set execute_after = now() where entrypoint = 'mail.send' and status = 'queued'")


async def rows(post: Post) -> list[tuple[str, str]]:
    return [(row["state"], row["error"]) for row in await post.kit.db.fetch("select state, error from mail_out order by id")]


async def until_sent(post: Post, count: int = 1) -> None:
    async def done() -> bool:
        await now(post)
        return bool(await post.kit.db.fetchval("select count(*) from mail_out where state = 'sent'") >= count)

    await post.until(done)


async def test_temporary_refusal_is_tried_again_with_the_same_bytes(post: Post) -> None:
    await queued(post, "451 busy", "452 full")
    await until_sent(post)
    assert len(post.sink.raws) == 1
    assert post.sink.raws[0] == outgoing.unsealed(post.kit.settings, *(await post.kit.db.fetchrow("select message_id, raw from mail_out")))
    assert await post.kit.db.fetchval("select attempts from mail_out") == 3


async def test_connection_lost_before_the_answer_to_data(post: Post) -> None:
    await queued(post, "hang up before")
    await until_sent(post)
    assert len(post.sink.raws) == 1


async def test_connection_lost_after_data_repeats_the_same_message_id(post: Post) -> None:
    await queued(post, "hang up after")
    await until_sent(post)
    first, second = post.sink.mails
    assert first.message_id == second.message_id
    assert post.sink.raws[0] == post.sink.raws[1]


async def test_final_refusal_is_not_repeated_and_says_why(post: Post) -> None:
    await queued(post, "554 5.7.1 spam")

    async def failed() -> bool:
        return (await rows(post))[0][0] == "failed"

    await post.until(failed)
    assert (await rows(post))[0][1] == "554 5.7.1 spam"
    kinds = await post.kit.db.fetch("select kind, body from event where stream like 'mail_out:%' order by seq")
    assert [(row["kind"], row["body"].get("state")) for row in kinds] == [("mail.queued", None), ("mail.delivery", "failed")]


async def test_refused_recipient_fails_and_the_next_mail_still_goes(post: Post) -> None:
    post.sink.rcpt = "550 5.7.1 not today"
    ticket = await queued(post)

    async def failed() -> bool:
        return (await rows(post))[0][0] == "failed"

    await post.until(failed)
    post.sink.rcpt = "250 OK"
    ana = await post.world.staff()
    await post.world.say(ana, ticket, "二")
    await post.arrived()
    assert "二" in post.sink.mails[0].text


async def test_order_is_kept_while_the_server_is_away(post: Post) -> None:
    away = msgspec.structs.replace(post.kit.settings, smtp_port=1)
    there, post.kit.settings = post.kit.settings, away
    ticket = await queued(post, words=("一", "二", "三"))
    await post.idle()
    assert [state for state, _ in await rows(post)] == ["queued"] * 3
    assert "ConnectError" in (await rows(post))[0][1]
    post.kit.settings = there
    await asyncio.gather(*(jobs.send.run(post.kit, jobs.Due(ticket)) for _ in range(4)))
    await until_sent(post, 3)
    assert [mail.text.partition("回复：")[2].split()[0] for mail in post.sink.mails] == ["一", "二", "三"]


async def test_two_workers_send_a_mail_once(post: Post) -> None:
    ticket = await queued(post)
    await asyncio.gather(*(outgoing.send(post.kit, ticket) for _ in range(5)), return_exceptions=True)
    await until_sent(post)
    await post.idle()
    assert len(post.sink.raws) == 1


async def test_mail_of_a_worker_that_died_is_sent_when_its_claim_ends(post: Post) -> None:
    ticket = await queued(post, "451 busy")
    await post.idle()
    await post.kit.db.execute("update mail_out set claimed_until = now() + interval '1 minute'")
    with pytest.raises(Later) as later:
        await outgoing.send(post.kit, ticket)
    assert later.value.after_s == outgoing.CLAIM_S
    assert not post.sink.raws
    await post.kit.db.execute("update mail_out set claimed_until = now() - interval '1 second'")
    await outgoing.send(post.kit, ticket)
    assert len(post.sink.raws) == 1


async def test_given_up_after_three_days(post: Post) -> None:
    ticket = await queued(post, *["451 busy"] * 5)
    await post.kit.db.execute("update mail_out set at = now() - interval '4 days', claimed_until = null")
    async with asyncio.timeout(30):
        while (await rows(post))[0][0] == "queued":  # the worker may hold the mail at this moment
            try:
                await outgoing.send(post.kit, ticket)
            except Later:
                await asyncio.sleep(0.05)
    assert (await rows(post))[0] == ("failed", "451 busy")


async def test_no_server_set_waits(post: Post) -> None:
    post.kit.settings = msgspec.structs.replace(post.kit.settings, smtp_host="")
    await queued(post)
    await post.idle()
    assert await rows(post) == [("queued", "FAROL_SMTP_HOST is not set")]


async def test_customer_without_address_gets_no_mail(post: Post) -> None:
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.kit.db.execute("update customer set email = 'mei@x.example\r\nBcc: a@b.example'")
    await post.world.say(ana, ticket, "您好")
    await post.idle()
    assert await rows(post) == []
