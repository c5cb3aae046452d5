"""Given the demo's mailbox, when mail arrives and is answered, then it is real SMTP both ways and the page shows it safely."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiosmtplib
import httpx2
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from farol.app.demo.mailbox import sink
from farol.app.demo.mailbox.app import build
from farol.app.demo.mailbox.config import Config
from farol.app.demo.mailbox.letters import Letters
from farol.channels.email.model import Mail
from farol.channels.email.reading.parse import parse

OURS = (
    b'From: "Ana" <reply+abc@support.demo-exchange.example>\r\nReply-To: <reply+abc@support.demo-exchange.example>\r\n'
    b"To: <mei.lin@example.com>\r\nSubject: [FRL-2026-000123] Deposit\r\nMessage-ID: <1.2.x@support.demo-exchange.example>\r\n"
    b"References: <first@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe deposit is credited.\r\n"
    b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The deposit is <b>credited</b>.</p><script>alert(1)</script>\r\n--b--\r\n"
)


class Farol:
    """Stands where Farol's listener would."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, list[str], bytes]] = []
        self.answer = "250 Kept"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.taken.append((envelope.mail_from or "", envelope.rcpt_tos, envelope.content))
        return self.answer


class Box:
    """The mailbox under test, as its user meets it."""

    def __init__(self, page: httpx2.AsyncClient, letters: Letters, farol: Farol, port: int) -> None:
        self.page, self.letters, self.farol, self.port = page, letters, farol, port

    async def deliver(self, raw: bytes = OURS, *to: str) -> int:
        await aiosmtplib.send(raw, sender="support@x.example", recipients=list(to or ("mei.lin@example.com",)), hostname="127.0.0.1",
                              port=self.port, local_hostname="mx.example")
        return self.letters.newest


@pytest.fixture
async def box(tmp_path: Path) -> AsyncIterator[Box]:
    loop, farol, letters = asyncio.get_running_loop(), Farol(), Letters(tmp_path / "mail")
    there = await loop.create_server(lambda: SMTP(farol, hostname="farol", loop=loop), "127.0.0.1", 0)
    here = await sink.serve(letters, "127.0.0.1", 0)
    config = Config(farol_port=there.sockets[0].getsockname()[1], folder=tmp_path / "mail")
    transport = httpx2.ASGITransport(app=build(config, letters))
    async with httpx2.AsyncClient(transport=transport, base_url="http://mailbox.test") as page:
        yield Box(page, letters, farol, here.sockets[0].getsockname()[1])
    here.close()
    there.close()


async def test_empty_box_says_how_mail_comes(box: Box) -> None:
    assert "还没有邮件" in (await box.page.get("/", headers={"accept-language": "zh-CN"})).text
    assert "No mail yet" in (await box.page.get("/", headers={"accept-language": "en"})).text


async def test_mail_is_listed_by_recipient_and_read(box: Box) -> None:
    id_ = await box.deliver()
    await box.deliver(OURS, "ivan@example.com")
    mei = (await box.page.get("/?box=mei.lin%40example.com")).text
    assert mei.count('class="subject"') == 1
    assert (await box.page.get("/")).text.count('class="subject"') == 2
    assert "The deposit is credited." in (await box.page.get(f"/mail/{id_}?as=text")).text
    source = (await box.page.get(f"/mail/{id_}?as=headers")).text
    assert "&lt;1.2.x@support.demo-exchange.example&gt;" in source
    assert (await box.page.get(f"/mail/{id_}/raw")).content == OURS


async def test_html_of_a_mail_runs_and_loads_nothing(box: Box) -> None:
    id_ = await box.deliver()
    shown = await box.page.get(f"/mail/{id_}")
    assert "<script>alert" not in shown.text
    assert '<iframe class="paper" sandbox src=' in shown.text
    body = await box.page.get(f"/mail/{id_}/body")
    assert body.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


async def test_reply_is_real_mail_to_the_reply_address_with_the_original_quoted(box: Box) -> None:
    id_ = await box.deliver()
    answer = await box.page.post(f"/mail/{id_}/reply", data={"words": "收到了\r\n谢谢"}, headers={"accept-language": "zh"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/mail/{id_}?went")
    [(sender, to, raw)] = box.farol.taken
    assert (sender, to) == ("mei.lin@example.com", ["reply+abc@support.demo-exchange.example"])
    mail = parse(raw)
    assert isinstance(mail, Mail)
    assert mail.said == "收到了\n谢谢"
    assert "> The deposit is credited." in mail.text
    assert mail.in_reply_to == "<1.2.x@support.demo-exchange.example>"
    assert mail.references == ("<first@mail.example>", "<1.2.x@support.demo-exchange.example>")
    assert mail.subject == "Re: [FRL-2026-000123] Deposit"
    assert [letter.way for letter in box.letters.of("mei.lin@example.com")] == ["out", "in"]


async def test_refused_reply_keeps_the_words(box: Box) -> None:
    id_ = await box.deliver()
    box.farol.answer = "451 Try again"
    answer = await box.page.post(f"/mail/{id_}/reply", data={"words": "my long answer"})
    assert answer.status_code == 422
    assert "my long answer</textarea>" in answer.text
    assert "Try again" in answer.text
    assert (await box.page.post(f"/mail/{id_}/reply", data={"words": " "})).status_code == 422


async def test_first_letter_goes_to_support(box: Box) -> None:
    answer = await box.page.post("/new", data={"sender": "rosa@example.org", "subject": "Retiro\r\nBcc: x@y.example", "words": "hola"})
    assert answer.status_code == 303
    [(sender, to, raw)] = box.farol.taken
    assert (sender, to) == ("rosa@example.org", ["support@support.demo-exchange.example"])
    assert b"\nBcc" not in raw
    for sender in ("", "not an address", "a@b.example\r\nBcc: c@d.example"):
        assert (await box.page.post("/new", data={"sender": sender, "words": "x"})).status_code == 422


async def test_other_sites_cannot_send_and_missing_mail_is_said(box: Box) -> None:
    id_ = await box.deliver()
    foreign = {"origin": "https://evil.example"}
    assert (await box.page.post(f"/mail/{id_}/reply", data={"words": "x"}, headers=foreign)).status_code == 404
    assert (await box.page.post("/new", data={"words": "x"}, headers=foreign)).status_code == 404
    assert not box.farol.taken
    assert (await box.page.get("/mail/1")).status_code == 404


async def test_mail_is_still_there_after_a_restart(box: Box) -> None:
    id_ = await box.deliver()
    again = Letters(box.letters._folder)
    found = again.get(id_)
    assert found
    assert found.raw == OURS
    assert (await box.page.get("/mails?box=mei.lin%40example.com")).json()[0]["reply_to"] == "reply+abc@support.demo-exchange.example"


def test_configuration_counts_from_the_web_port(tmp_path: Path) -> None:
    env = {"FAROL_DATABASE_URL": "postgres://x", "FAROL_SECRET_KEY": "k" * 40, "FAROL_PORT": "9000", "FAROL_SMTP_IN_PORT": "9026"}
    config = Config.load(env)
    assert (config.port, config.smtp_port, config.farol_port) == (9020, 9025, 9026)
    assert Config.load({**env, "FAROL_DEMO_MAILBOX_PORT": "1", "FAROL_DEMO_SMTP_PORT": "2"}).smtp_port == 2
