"""What operators of the demo find on their lists: mail that was put aside, opinions, a bot that is off, words that wait for somebody."""

import asyncio
from http import HTTPStatus
from uuid import NAMESPACE_URL, UUID, uuid5

import aiosmtplib
import httpx2
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections import store as connection_store
from farol.channels.opinions import store as opinion_store
from farol.channels.opinions.actions import answering
from farol.channels.posts import actions as posts
from farol.channels.posts.model import Place, Written
from farol.channels.webhooks import actions as webhooks
from farol.channels.webhooks import store as webhook_store
from farol.desk.guard import begin as guard
from farol.desk.guard import holding
from farol.kit.core import Kit
from farol.selfserve.announcements.model import Said

from . import cast
from .acting import acting
from .doors.played.telegram import GROUP, OLD, SPARE
from .mailbox.signing import STRICT
from .opened import address
from .story import STORIES

log = structlog.get_logger()
LOOKS = 200
HELD_IN = "select id from ticket where subject = $1 order by id limit 1"
IN_PUBLIC = (
    ("noor", "@exchange is the app slow for everybody today? Charts take ages to load."),
    ("mei", "@exchange 新的费率表终于看得懂了，点赞。"),
    ("rosa", "@exchange la aplicación no funciona, otra vez mantenimiento sin aviso. Muy mal."),
)
"""Who writes at X, and what."""
FRAUD_DESK = f"fraud.desk@{STRICT}"


async def plant(kit: Kit) -> None:
    """In the first start only: what somebody has cleared away stays away."""
    async with httpx2.AsyncClient(base_url=address(kit.settings), timeout=10, trust_env=False) as desk:
        for who, words in IN_PUBLIC:
            posted = await desk.post("/on/x/post", data={"who": who, "words": words})
            if posted.status_code >= HTTPStatus.BAD_REQUEST:
                log.warning("demo.not_posted", who=who)
        await _mails(kit)
        await _bots(kit, desk)
    await _deliveries(kit)
    await _wait_for_somebody(kit)
    await _answer_in_public(kit)


async def _mails(kit: Kit) -> None:
    """By SMTP from a stranger's machine: somebody pretends to be a bank, one mail is nothing but parts, one does not say who wrote it."""
    parts = "".join(f"--b\r\nContent-Type: text/plain\r\n\r\n{number}\r\n" for number in range(400))
    mails = (
        (FRAUD_DESK, f"From: Bank fraud desk <{FRAUD_DESK}>\r\nSubject: Release the freeze on account 20778177\r\n\r\n"
                     "Please release the freeze on this account today. Our investigation is closed.\r\n"),
        ("scan@printer.example", "From: Scanner <scan@printer.example>\r\nSubject: 400 pages\r\nMIME-Version: 1.0\r\n"
                                 f"Content-Type: multipart/mixed; boundary=b\r\n\r\n{parts}--b--\r\n"),
        ("form@shop.example", "From: undisclosed\r\nSubject: Order form\r\n\r\nPlease see what I filled in.\r\n"),
    )  # fmt: skip
    client = aiosmtplib.SMTP(hostname=kit.settings.smtp_in_host, port=kit.settings.smtp_in_port, timeout=10, local_hostname="stranger.example", start_tls=False)
    for look in range(LOOKS):
        try:
            await client.connect()
            break
        except (aiosmtplib.SMTPException, OSError):
            if look == LOOKS - 1:
                raise
            await asyncio.sleep(0.1)  # whoever takes mail starts at the same time
    async with client:
        for sender, text in mails:
            to = f"support@{kit.settings.mail_domain}"
            await client.sendmail(sender, [to], f"To: <{to}>\r\nMessage-ID: <first-day.{sender}>\r\n{text}".encode())


async def _bots(kit: Kit, desk: httpx2.AsyncClient) -> None:
    """One that Dan has paused, and one whose token was changed at Telegram, which it notices by itself."""
    roy, dan = await acting(kit, cast.ROY), await acting(kit, cast.DAN)
    made = {}
    for (token, name), shown in ((SPARE, "Telegram bot, Spanish"), (OLD, "Telegram bot, old")):
        made[name], _ = await connections.connect(kit, roy, "telegram", shown, {"token": token, "updates": "polling", "official": f"@{name}"})
    await connections.pause(kit, dan, made[SPARE[1]], "Nobody who answers in Spanish is here before Monday.")
    (await desk.post("/desk/revoked")).raise_for_status()


async def _deliveries(kit: Kit) -> None:
    """One endpoint that takes what it is told, one that is away, and one that is gone for good."""
    roy = await acting(kit, cast.ROY)
    for name, path in (("Reporting", "away"), ("Old CRM", "gone")):
        await webhooks.make(kit, roy, name, f"{address(kit.settings)}/desk/{path}", ["ticket.merged"])
    for webhook in await webhook_store.webhooks(kit.db):
        await webhooks.test(kit, roy, webhook.id)


async def _wait_for_somebody(kit: Kit) -> None:
    """A reply that leads elsewhere, held for a second person, and an announcement that waits for approval."""
    await guard.start(kit)
    asked = next(story for story in STORIES if story.email == "j.okafor@example.net")
    ticket_id = await kit.db.fetchval(HELD_IN, asked.subject)
    await holding.hold(
        kit, await acting(kit, cast.ANA), ticket_id, _id("held"), "That is not us, and you did well to ask. If you lost anything, "
        "report it to the police at +44 300 123 2040 and send us the reference.", [], None, "The number is that of the national fraud line.")
    group = (await connection_store.of_channel(kit.db, "telegram"))[0].id
    said = Said(
        "support", "周末客服照常，回复会慢一些", "Support at the weekend: open as usual, answers take longer",
        "本周末客服照常在线，人工回复可能要等 2 小时。账户被盗随时按红色按钮，不用排队。",
        "Support is open this weekend as usual; a person may take 2 hours to answer. For a stolen account use the red button at any time: it has no queue.")
    await posts.propose(kit, await acting(kit, cast.KAI), Written(
        _id("post"), said, True, (Place(group, str(GROUP), "zh"), Place((await connection_store.of_channel(kit.db, "x"))[0].id, "", "en"))))


async def _answer_in_public(kit: Kit) -> None:
    """Two are answered, by two people each; a third answer waits for its second."""
    sol, dan = await acting(kit, cast.SOL), await acting(kit, cast.DAN)
    by_words = await _read_by_now(kit)
    said = (answering.SENTENCES["en"][1], "谢谢您的肯定，还有看不懂的地方请告诉我们。", "Lo sentimos. El próximo mantenimiento está anunciado en nuestra página de estado.")
    for (who, words), answer in zip(IN_PUBLIC, said, strict=True):
        if words not in by_words:
            log.warning("demo.opinion_not_read", who=who)
            continue
        answer_id = await answering.ask(kit, sol, by_words[words], answer, _id(f"answer {who}"))
        if who != "rosa":
            await answering.rule(kit, dan, answer_id, True, "")


async def _read_by_now(kit: Kit) -> dict[str, int]:
    """Opinions by their words, once a worker has read them all."""
    for _ in range(LOOKS):
        found = await opinion_store.listed(kit.db, "", "x", "", "", None, 0, "")
        if len(found) >= len(IN_PUBLIC):
            break
        await asyncio.sleep(0.1)
    return {one.body: one.id for one in found}


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"farol-demo:troubled:{name}")
