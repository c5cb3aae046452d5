"""REL-16: a server that misbehaves at every step of SMTP; each mail goes at least once, twice only where nobody can know."""

import asyncio
import re
from collections.abc import AsyncIterator

import msgspec
import pytest

from .conftest import Post

STEPS = ("connect", "ehlo", "mail", "rcpt", "data", "words")


class Server:
    """Speaks SMTP line by line. plan: for each connection the step at which it misbehaves and what it says; ``drop`` hangs up."""

    def __init__(self) -> None:
        self.plan: list[tuple[str, str]] = []
        self.taken: list[bytes] = []
        self.port = 0

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        step, said = self.plan.pop(0) if self.plan else ("", "")

        async def say(at: str, usual: str) -> bool:
            if at == step and said == "drop":
                return False
            writer.write((said if at == step else usual).encode() + b"\r\n")
            await writer.drain()
            return True

        try:
            going = await say("connect", "220 odd.example")
            while going and (line := await reader.readline()):
                verb = line.split(b" ")[0].strip().upper()
                if verb in (b"EHLO", b"HELO"):
                    going = await say("ehlo", "250 odd.example")
                elif verb == b"MAIL":
                    going = await say("mail", "250 2.1.0 ok")
                elif verb == b"RCPT":
                    going = await say("rcpt", "250 2.1.5 ok")
                elif verb == b"DATA":
                    going = await say("data", "354 go on")
                    if going and not (step == "data" and said[0] in "45"):
                        words = await reader.readuntil(b"\r\n.\r\n")
                        if step == "words" and said == "drop early":
                            break
                        if step != "words" or said[0] == "2" or said == "drop":
                            self.taken.append(words)
                        going = await say("words", "250 2.0.0 kept")
                elif verb == b"QUIT":
                    await say("quit", "221 bye")
                    break
                else:
                    going = await say("other", "250 ok")
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@pytest.fixture
async def odd(post: Post) -> AsyncIterator[Server]:
    """Stands where the operator's mail server stood."""
    made = Server()
    listening = await asyncio.start_server(made.meet, "127.0.0.1", 0)
    made.port = listening.sockets[0].getsockname()[1]
    post.kit.settings = msgspec.structs.replace(post.kit.settings, smtp_port=made.port)
    yield made
    listening.close()


async def goes(post: Post, *words: str) -> None:
    """One mail for each word, written by Ana, tried until it is settled."""
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    for number, word in enumerate(words, 1):
        await post.world.say(ana, ticket, word)

        async def written(count: int = number) -> bool:
            return bool(await post.kit.db.fetchval("select count(*) from mail_out") >= count)

        await post.until(written)

    async def settled() -> bool:
        await post.kit.db.execute("update pgqueuer set execute_after = now() where entrypoint = 'mail.send' and status = 'queued'")
        return not await post.kit.db.fetchval("select count(*) from mail_out where state = 'queued'")

    await post.until(settled, 40)


@pytest.mark.parametrize(("plan", "state", "copies"), [
    ([("connect", "421 4.3.2 too many connections")] * 3, "sent", 1),
    ([("connect", "554 5.3.2 no service here")], "sent", 1),
    ([("connect", "drop"), ("ehlo", "drop"), ("mail", "drop"), ("rcpt", "drop"), ("data", "drop")], "sent", 1),
    ([("mail", "451 4.7.1 slower"), ("rcpt", "450 4.2.1 greylisted"), ("data", "452 4.3.1 full"), ("words", "451 4.7.0 throttled")], "sent", 1),
    ([("rcpt", "550 5.1.1 nobody"), ("rcpt", "550 5.1.1 nobody")], "failed", 0),
    ([("words", "554 5.7.1 spam"), ("words", "554 5.7.1 spam")], "failed", 0),
    ([("words", "drop early")], "sent", 1),
    ([("words", "drop")], "sent", 2),
    ([("words", "250 2.0.0 kept\r\n250 2.0.0 kept again")], "sent", 1),
], ids=lambda value: value if isinstance(value, str) else None)
async def test_every_step(post: Post, odd: Server, plan: list[tuple[str, str]], state: str, copies: int) -> None:
    odd.plan = list(plan)
    await goes(post, "一")
    assert await post.kit.db.fetchval("select state from mail_out") == state
    assert len(odd.taken) == copies
    assert len({re.search(rb"(?i)^message-id:\s*(\S+)", raw, re.MULTILINE).group(1) for raw in odd.taken}) <= 1  # type: ignore[union-attr]
    assert len(set(odd.taken)) <= 1


async def test_a_double_answer_does_not_end_the_next_mail_early(post: Post, odd: Server) -> None:
    odd.plan = [("words", "250 2.0.0 kept\r\n250 2.0.0 kept again")]
    await goes(post, "一", "二", "三")
    assert len(odd.taken) == 3
    order = [row["message_id"].encode() for row in await post.kit.db.fetch("select message_id from mail_out order by id")]
    assert [own in raw for own, raw in zip(order, odd.taken, strict=True)] == [True] * 3
