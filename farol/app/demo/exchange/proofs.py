"""Proofs of control: codes, the authenticator, a confirmation in the app, a passkey. The exchange asks and the exchange judges."""

import hmac
import secrets
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pyotp

from farol.core.exchange import mask

from .api.people import factors
from .keyring import Claims, Keyring
from .made import digest
from .passkeys import Passkeys
from .post import Post
from .scenarios import PEOPLE
from .world import World

LASTS = timedelta(minutes=10)
COUNTS_FOR = timedelta(minutes=15)
"""How long a proven one is worth anything for an action."""
TRIES, ACCOUNT_TRIES, WITHIN = 3, 9, timedelta(hours=1)
"""Wrong answers until one challenge is locked, and until all of an account are, for as long as the last ones are younger."""
MOST_SENT = 8
"""Codes to one contact within that time; further ones are not sent and nobody is told."""
NEEDS = {"totp": "totp", "email_code": "email", "sms_code": "sms", "passkey": "passkey", "app_confirm": ""}
"""Method to the factor it needs; the app itself needs none."""


class Challenge(msgspec.Struct):
    """outcome: open, proven, expired, locked. who: uid or contact its wrong answers count against; uid: empty for nobody."""

    id: str
    uid: str
    who: str
    method: str
    purpose: str
    code: str
    expires_at: datetime
    asked_at: datetime
    sent_to: str = ""
    outcome: str = "open"
    wrong: int = 0
    confirmed: bool = False
    options: dict[str, Any] = {}


class NotOffered(Exception):
    """This customer cannot prove anything that way."""


class Proofs:
    """Kept in the process: challenges are minutes old at most."""

    def __init__(self, world: World, post: Post, keys: Keyring, passkeys: Passkeys) -> None:
        self._world, self.post, self._keys, self.passkeys = world, post, keys, passkeys
        self._open: dict[str, Challenge] = {}
        self._wrong: dict[str, list[datetime]] = {}
        self._sent: dict[str, list[datetime]] = {}
        self._steps: dict[str, int] = {}

    def begin(self, uid: str, method: str, purpose: str) -> Challenge:
        """Asks the account's owner. Raises ``NotOffered``."""
        needs = NEEDS.get(method)
        if needs is None or (needs and needs not in factors(self._world, uid)):
            raise NotOffered
        challenge = self._new(uid, uid, method, purpose)
        if method in ("email_code", "sms_code"):
            challenge.sent_to = self._send(uid, method, challenge.code)
        if method == "passkey":
            challenge.options = self.passkeys.ask(uid, challenge.id)
        return challenge

    def begin_by_contact(self, contact: str, purpose: str) -> Challenge:
        """The same whether or not somebody has that contact; only then a code goes out."""
        plain = contact.strip().casefold()
        method, which = ("email_code", "email") if "@" in plain else ("sms_code", "phone")
        uid = next((uid for uid in PEOPLE if self._world.contact(uid, which).casefold() == plain), "")
        challenge = self._new(uid, plain, method, purpose)
        if uid:
            self._send(uid, method, challenge.code)
        return challenge

    def answer(self, id_: str, text: str) -> Challenge | None:
        """Judges; the challenge's ``outcome`` and ``wrong`` then say what became of it. None: there is no such one."""
        challenge, now = self._open.get(id_), self._world.clock()
        if challenge is None or challenge.outcome != "open":
            return challenge
        if now >= challenge.expires_at:
            challenge.outcome = "expired"
        elif len(self._recent(self._wrong, challenge.who)) >= ACCOUNT_TRIES:
            challenge.outcome = "locked"
        elif self._right(challenge, text.strip()):
            challenge.outcome = "proven"
            self._keep(challenge.uid, challenge.id, "mailbox" if challenge.method == "email_code" else "own")
        elif challenge.method != "app_confirm":
            challenge.wrong += 1
            self._wrong.setdefault(challenge.who, []).append(now)
            challenge.outcome = "locked" if challenge.wrong >= TRIES else "open"
        return challenge

    def waiting(self, uid: str) -> list[Challenge]:
        """Confirmations the customer's app shows now."""
        now = self._world.clock()
        return [one for one in self._open.values()
                if (one.uid, one.method, one.outcome, one.confirmed) == (uid, "app_confirm", "open", False) and one.expires_at > now]  # fmt: skip

    def confirm(self, uid: str, id_: str, yes: bool) -> bool:
        """The customer's answer in the app."""
        found = next((one for one in self.waiting(uid) if one.id == id_), None)
        if found:
            found.confirmed, found.outcome = yes, "open" if yes else "locked"
        return found is not None

    def totp(self, uid: str) -> tuple[str, str, int]:
        """Secret, the code of now, and seconds until the next: what the customer's authenticator shows."""
        clock = pyotp.TOTP(self._secret(uid))
        now = int(self._world.clock().timestamp())
        return self._secret(uid), clock.at(now), clock.interval - now % clock.interval

    def stands(self, uid: str, at: datetime | None) -> str:
        """What was proven here for that account up to 15 minutes before then: ``own`` (a thing only the owner holds),
        ``mailbox``, or nothing. What Farol says about it counts for nothing."""
        until = min(at or self._world.clock(), self._world.clock())
        kinds = {
            row["worth"] for id_ in self._world.ledger.things("proof", uid)
            if (row := self._world.ledger.fields("proof", id_))["account"] == self._world.name(uid)
            and timedelta(minutes=-1) < until - datetime.fromisoformat(row["at"]) <= COUNTS_FOR
        }  # fmt: skip
        return "own" if "own" in kinds else "mailbox" if kinds else ""

    def _keep(self, uid: str, id_: str, worth: str) -> None:
        self._world.ledger.write("proof", id_, uid, account=self._world.name(uid), worth=worth, at=self._world.clock())

    def claims(self, token: str) -> Claims:
        """What a link of a mail stands for. Raises ``BadToken``."""
        claims = self._keys.claims(token, self._world.clock())
        if claims.purpose == "freeze":
            self._keep(claims.uid, f"LNK-{digest(token)[:16]}", "mailbox")
        return claims

    def _new(self, uid: str, who: str, method: str, purpose: str) -> Challenge:
        now = self._world.clock()
        self._open = {id_: one for id_, one in self._open.items() if one.expires_at + COUNTS_FOR > now}
        code = f"{secrets.randbelow(1_000_000):06d}"
        made = Challenge(f"CHL-{secrets.token_urlsafe(12)}", uid, who, method, purpose, code, now + LASTS, now)
        self._open[made.id] = made
        return made

    def _send(self, uid: str, method: str, code: str) -> str:
        which = "email" if method == "email_code" else "phone"
        contact = self._world.contact(uid, which)
        if len(self._recent(self._sent, contact)) < MOST_SENT:
            self._sent.setdefault(contact, []).append(self._world.clock())
            if which == "email":
                self.post.mail(uid, "code", code=code)
            else:
                self.post.text(uid, "code_text", code=code)
        return mask.email(contact) if which == "email" else mask.phone(contact)

    def _right(self, challenge: Challenge, text: str) -> bool:
        if challenge.method == "app_confirm":
            return challenge.confirmed
        if challenge.method == "passkey":
            return self.passkeys.right(challenge.uid, challenge.id, text)
        if challenge.method == "totp":
            return self._totp_right(challenge.uid, text)
        return bool(challenge.uid) and hmac.compare_digest(challenge.code.encode(), text.encode())

    def _totp_right(self, uid: str, text: str) -> bool:
        """One step early or late is forgiven; a code counts once."""
        clock, now = pyotp.TOTP(self._secret(uid)), int(self._world.clock().timestamp())
        for step in range(now // clock.interval - 1, now // clock.interval + 2):
            if hmac.compare_digest(clock.generate_otp(step).encode(), text.encode()) and step > self._steps.get(uid, 0):
                self._steps[uid] = step
                return True
        return False

    def _recent(self, book: dict[str, list[datetime]], who: str) -> list[datetime]:
        book[who] = [at for at in book.get(who, []) if self._world.clock() - at < WITHIN]
        return book[who]

    def _secret(self, uid: str) -> str:
        """Base32; the customer of the demo always has the same."""
        return "".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[int(two, 16) % 32] for two in _pairs(digest(f"totp:{self._world.name(uid)}")))


def _pairs(text: str) -> list[str]:
    return [text[place : place + 2] for place in range(0, 64, 2)]
