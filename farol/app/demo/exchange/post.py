"""Mails, texts and prompts that leave the demo exchange for its customers. Mail goes to the demo's mailbox by SMTP."""

import asyncio
import logging
from collections import defaultdict
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

import aiosmtplib
import jinja2
import msgspec

from farol.kit.i18n import Lang, lang_of, moment

from .api.people import anti_phishing_code
from .config import Config
from .keyring import Claims, Keyring
from .letters import LETTERS, LetterWords
from .scenarios import PEOPLE
from .world import World

SENDER = "no-reply@demo-exchange.example"
KEPT = 20
"""Texts kept per customer."""
_HTML = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(
    """<div style="font:16px/1.6 sans-serif;color:#1c2333;max-width:36rem">
<p style="font-weight:600">{{ brand }}</p>
{% for line in lines %}<p>{{ line }}</p>{% endfor %}
{% if link %}<p><a href="{{ link }}" style="display:inline-block;background:#b3261e;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none">{{ label }}</a></p>{% endif %}
<p style="color:#5b6478;font-size:14px">{{ footer }}</p></div>"""
)
log = logging.getLogger(__name__)


class Mail(msgspec.Struct, frozen=True):
    """What was written. link: where its button leads, empty without one."""

    at: datetime
    uid: str
    to: str
    kind: str
    subject: str
    lines: list[str]
    link: str = ""
    label: str = ""


class Text(msgspec.Struct, frozen=True):
    """A text message."""

    at: datetime
    words: str


class Post:
    """Keeps what was sent, so that a page and a test can show it; mails wait in ``unsent`` until ``deliver``."""

    def __init__(self, config: Config, world: World, keys: Keyring) -> None:
        self._config, self._world, self._keys = config, world, keys
        self.mails: list[Mail] = []
        self.unsent: asyncio.Queue[Mail] = asyncio.Queue(maxsize=500)
        self.texts: dict[str, list[Text]] = defaultdict(list)

    def mail(self, uid: str, kind: str, to: str = "", veto: str = "", **values: str) -> Mail:
        """Writes to the registered address, or to another one. veto: what its button takes back, else it freezes."""
        person, letter = PEOPLE[uid], LETTERS[kind]
        lang, now = lang_of(person.language), self._world.clock()
        at = moment(now, now, lang, person.time_zone)
        lines = [line.format(at=at, **values) for line in letter.body.of(lang).split("\n")]
        link = label = ""
        if veto:
            link = f"{self._config.own_url}/veto?token={self._keys.token(Claims(uid, 'veto', now, veto))}"
            label = LetterWords(lang).veto
        elif letter.security:
            link = f"{self._config.farol_url}/stolen?proof={self._keys.token(Claims(uid, 'freeze', now))}"
            label = LetterWords(lang).not_me
        mail = Mail(now, uid, to or self._world.contact(uid, "email"), kind, letter.subject.of(lang).format(**values), lines, link, label)
        self.mails = [*self.mails, mail][-500:]
        if not self.unsent.full():
            self.unsent.put_nowait(mail)
        return mail

    def text(self, uid: str, kind: str, **values: str) -> None:
        """A text message to the customer's phone."""
        words = LETTERS[kind].body.of(lang_of(PEOPLE[uid].language)).format(**values).split("\n")[0]
        self.texts[uid] = [*self.texts[uid], Text(self._world.clock(), words)][-KEPT:]

    async def deliver(self) -> None:
        """Hands over mails as they come, for ever; one that is not taken is dropped and said in the log."""
        while True:
            mail = await self.unsent.get()
            if not self._config.smtp_host:
                continue
            try:
                await aiosmtplib.send(self._message(mail), hostname=self._config.smtp_host, port=self._config.smtp_port, timeout=10)
            except (aiosmtplib.SMTPException, OSError) as error:
                log.warning("a mail was not taken: %s", error)

    def _message(self, mail: Mail) -> EmailMessage:
        person = PEOPLE[mail.uid]
        lang: Lang = lang_of(person.language)
        words = LetterWords(lang)
        footer = words.code.format(code=anti_phishing_code(person)) if anti_phishing_code(person) else words.no_code
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = f"{self._config.brand} <{SENDER}>", mail.to, mail.subject
        message["Date"], message["Message-ID"] = format_datetime(mail.at), make_msgid(domain="demo-exchange.example")
        message["Auto-Submitted"] = "auto-generated"
        plain = [*mail.lines, *([f"{mail.label}: {mail.link}"] if mail.link else []), footer]
        message.set_content("\n\n".join(plain))
        html = _HTML.render(brand=self._config.brand, lines=mail.lines, link=mail.link, label=mail.label, footer=footer)
        message.add_alternative(html, subtype="html")
        return message
