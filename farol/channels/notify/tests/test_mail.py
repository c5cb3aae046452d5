"""A notice by mail: what happened and where to open it; what people wrote stays in the console."""

import asyncio
import base64

import msgspec
import pytest
from aiosmtpd.smtp import SMTP

from farol.channels.notify import letter, mail
from farol.core.notices import due_store, store
from farol.core.notices.actions import notify
from farol.core.notices.ways import Away, Unreachable
from farol.kit.db import transaction


class Sink:
    """A mail server that keeps what it is given, and answers as it is told to."""

    def __init__(self):
        self.raws, self.answer = [], "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.answer.startswith("250"):
            self.raws.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return self.answer


@pytest.fixture
async def sink(world, monkeypatch):
    sink = Sink()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(sink, hostname="sink.test"), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setattr(world.kit, "settings", msgspec.structs.replace(world.kit.settings, smtp_host="127.0.0.1", smtp_port=port))
    yield sink
    server.close()


async def told(world, count=1, language="zh"):
    """Ana, and notices for her about a ticket."""
    ana = await world.staff()
    id_ = (await ana.ok("GET", "/session"))["id"]
    await world.kit.db.execute("update staff set language = $1 where id = $2", language, id_)
    ticket = (await world.open(await world.customer()))["ticket"]
    async with transaction(world.kit.db) as tx:
        for n in range(count):
            await notify(tx, [id_], "mention", ticket_id=ticket["id"] if n == 0 else None, key=f"k{n}", words="seed words of Mei",
                         title={"zh": f"索尔提到了您 {n}", "en": f"Sol mentioned you {n}"})
    ids = [row["id"] for row in await world.kit.db.fetch("select id from notice order by id")]
    return (await due_store.people(world.kit.db, [id_]))[id_], await store.by_id(world.kit.db, ids), ticket


def read(raw):
    head, _, body = raw.partition(b"\r\n\r\n")
    return head.decode(), base64.b64decode(body).decode()


async def test_names_what_happened_and_where(world, sink):
    person, notices, ticket = await told(world)
    await mail.send(world.kit, person, notices)
    [(sender, to, raw)] = sink.raws
    head, body = read(raw)
    assert sender.startswith("bounce+n0-")
    assert to == ["ana@demo-exchange.example"]
    assert base64.b64encode("索尔提到了您 0".encode()).decode() in head
    assert "Auto-Submitted: auto-generated" in head
    assert "索尔提到了您 0" in body
    assert f"http://farol.test/console/tickets/{ticket['id']}" in body
    assert "Mei" not in body
    assert max(map(len, raw.split(b"\r\n"))) < 200


async def test_many_are_one_mail(world, sink):
    person, notices, _ = await told(world, 33, "en")
    await mail.send(world.kit, person, notices)
    head, body = read(sink.raws[0][2])
    assert "Subject: 33 things need you" in head
    assert body.count("Sol mentioned you") == letter.MOST
    assert "3 more are behind the bell" in body


@pytest.mark.parametrize(("answer", "meaning"), [("451 later", Away), ("554 no", Unreachable)])
async def test_what_an_answer_means(world, sink, answer, meaning):
    person, notices, _ = await told(world)
    sink.answer = answer
    with pytest.raises(meaning):
        await mail.send(world.kit, person, notices)


async def test_who_has_no_address_or_where_no_server_is_set(world, sink, monkeypatch):
    person, notices, _ = await told(world)
    with pytest.raises(Unreachable):
        await mail.send(world.kit, msgspec.structs.replace(person, email="ana at home"), notices)
    monkeypatch.setattr(world.kit, "settings", msgspec.structs.replace(world.kit.settings, smtp_host=""))
    with pytest.raises(Unreachable):
        await mail.send(world.kit, person, notices)
    assert sink.raws == []
