"""A month of ten thousand conversations by mail, with floods and with machines that answer machines; by the product's own parts, without a mail server.

Every letter of ours is built as it goes out; every answer is written as one of the mail programs would, parsed as mail that came,
and given to the ticket that its address stands for. What machines may send is asked of the product's own rule, hour by hour.
"""

import base64
import random
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from farol.channels.email import address
from farol.channels.email.letters import restraint
from farol.channels.email.letters.compose import build
from farol.channels.email.letters.letter import Letter, Part
from farol.channels.email.letters.restraint_store import Count
from farol.channels.email.model import Mail
from farol.channels.email.reading.parse import parse
from farol.kit.i18n import Tongue
from farol.kit.settings import Settings

CONVERSATIONS, SUBMISSIONS, VICTIMS, SOURCES, ROUNDS = 10_000, 10_000, 500, 200, 1_000
BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
US = Settings(database_url="-", secret_key="evaluation of mail, not a secret at all")
TONGUES: tuple[Tongue, ...] = ("zh", "en", "ru", "es", "ja", "ko")
HEADS = {
    "gmail": "On Sat, 21 Nov 2026 at 14:02, Ana <{to}> wrote:\n\n{quoted}", "gmail_zh": "Ana <{to}> 于2026年11月21日周六 14:02写道：\n\n{quoted}",
    "apple": "> On 21 Nov 2026, at 14:02, Ana <{to}> wrote:\n> \n{quoted}",
    "outlook": "________________________________\nFrom: Ana <{to}>\nSent: Saturday, November 21, 2026 2:02 PM\nTo: me\nSubject: x\n\n{plain}",
    "outlook_zh": "发件人: Ana <{to}>\n发送时间: 2026年11月21日 14:02\n收件人: me\n主题: x\n\n{plain}",
    "qq": "------------------ 原始邮件 ------------------\n发件人: \"Ana\" <{to}>;\n发送时间: 2026年11月21日(星期六) 下午2:02\n收件人: \"me\"<1@qq.com>;\n主题: x\n\n{plain}",
    "netease_163": "在 2026-11-21 14:02:33，\"Ana\" <{to}> 写道：\n\n{plain}",
    "foxmail": "发件人： Ana\n发送时间： 2026-11-21 14:02\n收件人： me\n主题： x\n{plain}",
    "yandex": "21.11.2026, 14:02, \"Ana\" <{to}>:\n\n{quoted}", "naver": "-----Original Message-----\nFrom: Ana <{to}>\nTo: me\nSent: 2026-11-21 14:02\nSubject: x\n\n{plain}",
    "nothing_quoted": "",
}
MACHINES = {
    "says_so": "Auto-Submitted: auto-replied\r\n", "bulk": "Precedence: bulk\r\n", "old": "X-Autoreply: yes\r\n", "list": "List-Id: <x.example>\r\n",
    "subject_alone": "Subject: 自动回复: x\r\n", "hides_it": "Subject: Re: x\r\n", "odd_case": "aUtO-sUbMiTtEd: AUTO-GENERATED (vacation)\r\n",
}


class Found(msgspec.Struct, frozen=True):
    """threaded: answers that reached their own ticket. whole: answers of which exactly the new words were taken. rounds: the most mails of ours in
    an exchange of two machines, by how the other one marks itself. mails: automatic ones of a flood in its worst hour. to_one: the most to one address."""

    conversations: int
    answers: int
    threaded: float
    whole: float
    by_program: dict[str, float]
    rounds: dict[str, int]
    submissions: int
    mails: int
    to_one: int
    alerts: int

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        return {"case": "mail", **msgspec.to_builtins(self)}

    def sentences(self) -> str:
        """For eyes."""
        return (
            f"{self.conversations} conversations, {self.answers} answers: {self.threaded:.4f} in their ticket, {self.whole:.4f} without our own words. "
            f"Machines against each other: {max(self.rounds.values())} mails of ours at most. "
            f"{self.submissions} submissions: {self.mails} automatic mails in the hour, {self.to_one} to one address, {self.alerts} alert.")

    def missed(self, least: float) -> str:
        """Anything of E06 and E07, and a thread rate below all."""
        wrong = [("threaded", self.threaded < max(least, 1.0)), ("rounds", max(self.rounds.values()) > restraint.MOST_ROUNDS),
                 ("mails", self.mails > US.mail_automatic_an_hour), ("to_one", self.to_one > 1), ("alerts", self.alerts != 1)]
        return ", ".join(name for name, missed in wrong if missed)


class Ledger:
    """What the tables of mail that went out would say."""

    def __init__(self) -> None:
        self.sent: list[tuple[datetime, str, int]] = []
        self.halted = 0

    def ask(self, at: datetime, ticket: int, recipient: str, *, counted: bool = True) -> bool:
        """Whether a machine's mail goes, and that it went."""
        mailbox = address.mailbox(recipient)
        day = [one for one in self.sent if one[0] > at - timedelta(hours=24)]
        count = Count(sum(one[1] == mailbox for one in day), sum(one[0] > at - timedelta(hours=1) for one in day), bool(self.halted))
        rounds = sum(one[1] == mailbox and one[2] == ticket for one in day)
        judged = restraint.verdict(count, rounds, US.mail_automatic_an_hour, counted=counted)
        self.halted += judged == "halt"
        if judged == "go":
            self.sent.append((at, mailbox, ticket))
        return judged == "go"


def run(_files: Iterable[Path] = ()) -> Found:
    """All of it; the same every time."""
    chance = random.Random(7)  # noqa: S311
    threaded, whole, by_program, answers = _conversations(chance)
    mails, to_one, alerts = _flood(chance)
    return Found(
        CONVERSATIONS, answers, threaded / answers, whole / answers, {name: right / all_ for name, (right, all_) in sorted(by_program.items())},
        {name: _machines(name) for name in MACHINES}, SUBMISSIONS, mails, to_one, alerts)


def _letter(ticket: int, recipient: str, lang: Tongue, words: str, references: tuple[str, ...], at: datetime) -> Letter:
    token = address.token(US.secret_key, ticket, recipient)
    return Letter(
        message_id=address.message_id(US), sender=f"reply+{token}@{US.mail_domain}", recipient=recipient, number=f"FRL-2026-{ticket:06}", subject="",
        parts=(Part("Ana", words, 0),), references=references, at=at, lang=lang, brand=US.brand, automatic=False, portal=f"{US.public_url}/my")


def _answer(chance: random.Random, program: str, raw: bytes, words: str, sender: str) -> tuple[str, bytes]:
    """Where an answer goes, and its bytes, as that program would write it. Some drop References, some change the case of an address."""
    ours = parse(raw)
    assert isinstance(ours, Mail)
    to = raw.partition(b"\r\nReply-To: <")[2].partition(b">")[0].decode()
    to = to.upper() if chance.random() < 0.1 else to
    quoted = "\n".join(f"> {line}" for line in ours.text.split("\n"))
    text = f"{words}\n\n{HEADS[program].format(to=to, quoted=quoted, plain=ours.text)}".rstrip() + "\n"
    thread = "" if chance.random() < 0.3 else f"In-Reply-To: {ours.message_id}\r\nReferences: {ours.message_id}\r\n"
    subject = chance.choice(("Re: x", "回复：x", "Ответ: x", "", "FRL-2026-000001"))
    head = (f"From: M <{sender}>\r\nTo: <{to}>\r\nSubject: {_encoded(subject)}\r\nMessage-ID: <{chance.getrandbits(64):x}@mail.example>\r\n{thread}"
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
    return to, head.encode() + base64.encodebytes(text.encode()).replace(b"\n", b"\r\n")


def _encoded(text: str) -> str:
    return text if text.isascii() else f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


def _conversations(chance: random.Random) -> tuple[int, int, dict[str, tuple[int, int]], int]:
    known: dict[bytes, tuple[int, str]] = {}
    right, clean, answers, by = 0, 0, 0, dict[str, tuple[int, int]]()
    for ticket in range(1, CONVERSATIONS + 1):
        recipient, lang = f"c{ticket % 7_000}@{chance.choice(('gmail.com', 'qq.com', '163.com', 'yandex.ru', 'naver.com'))}", chance.choice(TONGUES)
        program, at = chance.choice(tuple(HEADS)), BEGIN + timedelta(seconds=chance.randrange(30 * 86_400))
        references: tuple[str, ...] = ()
        for turn in range(chance.choice((1, 1, 2))):
            letter = _letter(ticket, recipient, lang, f"Your deposit {ticket} is credited. 已经到账。", references, at + timedelta(hours=turn))
            known[address.digest(address.token(US.secret_key, ticket, recipient))] = (ticket, recipient)
            said = chance.choice(("It arrived, thanks.", "还没有到，哈希是 0xabc", "Спасибо, пришло", "아직 도착하지 않았습니다", f"Case {ticket + 1} is not mine"))
            to, raw = _answer(chance, program, build(letter), said, recipient)
            token, mail = address.token_in(to, US.mail_domain), parse(raw)
            assert isinstance(mail, Mail)
            found = known.get(address.digest(token)) if token else None
            fits = found == (ticket, mail.sender) and not mail.automatic
            references = (letter.message_id, mail.message_id)
            right, clean, answers = right + fits, clean + (mail.said.strip() == said), answers + 1
            by[program] = (by.get(program, (0, 0))[0] + fits, by.get(program, (0, 0))[1] + 1)
    return right, clean, by, answers


def _machines(name: str) -> int:
    """Mails of ours while the other side's machine answers each of them, a thousand times over three days."""
    ledger, sent = Ledger(), 0
    for n in range(ROUNDS):
        if not ledger.ask(BEGIN + timedelta(minutes=n), 1, "robot@example.net", counted=False):
            break
        sent += 1
        mail = parse(f"From: robot@example.net\r\n{MACHINES[name]}\r\nI am away {n}.".encode())
        if not isinstance(mail, Mail) or mail.automatic:
            break  # it opens, joins and answers nothing
    return sent


def _flood(chance: random.Random) -> tuple[int, int, int]:
    """Submissions within an hour from many places under other people's addresses, some of which are spelled in several ways."""
    ledger, to = Ledger(), Counter[str]()
    for n in range(SUBMISSIONS):
        victim = f"victim{chance.randrange(VICTIMS)}@gmail.com"
        spelled = chance.choice((victim, victim.upper(), victim.replace("@", f"+{n % SOURCES}@"), victim.replace("victim", "vic.tim")))
        if ledger.ask(BEGIN + timedelta(seconds=n * 0.36), n, spelled):
            to[address.mailbox(spelled)] += 1
    # One address more than the ceiling allows is what somebody with more victims would try.
    for n in range(VICTIMS):
        ledger.ask(BEGIN + timedelta(seconds=3_599 + 0.0001 * n), SUBMISSIONS + n, f"other{n}@example.net")
    return len(ledger.sent), max(to.values()), ledger.halted
