"""The ladder: its levels, what proves each and for how long, and what never does. No I/O.

Knowledge questions (birth date, last four digits, balances), a voice, and the sender of a mail prove nothing: there is no method
for them, no column that could hold one, and the tables refuse a proof that refers to no answered challenge and no decision of two.
"""

from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any, Literal

import msgspec

from farol.core.exchange.model import Security


class Level(IntEnum):
    """How sure we are. Each level includes those below it."""

    ANONYMOUS = 0
    """Anybody."""
    CONTACT = 1
    """A code or link answered at the registered contact."""
    SIGNED_IN = 2
    """A live session at the exchange."""
    STEP_UP = 3
    """Passkey, authenticator or code proven now, at most 15 min ago."""
    REVIEWED = 4
    """Document and liveness at the exchange, decided by two people."""


Method = Literal["passkey", "totp", "app_confirm", "email_code", "sms_code", "contact_code", "two_way_code", "mail_link"]
"""What can prove something. contact_code: a code to a registered contact of somebody who cannot sign in. two_way_code: six digits
that only the live session shows, read out to staff. mail_link: the exchange's own signed link in a mail."""
OWN_KEYS: tuple[Method, ...] = ("passkey", "totp", "app_confirm")
"""What only the owner holds; a mailbox or a phone number can be taken over by others."""
CODES: tuple[Method, ...] = ("email_code", "sms_code")
AT_THE_EXCHANGE = (*OWN_KEYS, *CODES)
"""In the order in which they are offered."""

LASTS = {
    Level.CONTACT: timedelta(hours=24), Level.SIGNED_IN: timedelta(minutes=30), Level.STEP_UP: timedelta(minutes=15),
    Level.REVIEWED: timedelta(hours=24),
}
"""How long a proof stands. That of a live session stands as long as the session."""
LINK_LASTS = timedelta(minutes=15)
PAIR_LASTS = timedelta(minutes=2)
PAIR_TRIES = 3
MOST_WRONG = 3
"""Failed proofs of one account in ``COUNTED`` before every further one waits for ``LOCKED``, whatever ticket or channel (V09)."""
COUNTED = timedelta(hours=24)
LOCKED = timedelta(hours=24)
SETTLED = timedelta(days=7)
"""A contact changed later than this ago proves nothing and is not called back: whoever took the account over changed it (V05)."""
IN_SESSION = ("webchat", "portal")
"""Channels whose words come from a session."""


def level_by(method: Method, *, signed_in: bool) -> Level:
    """What an answered challenge gives. A code to a mailbox or a phone is a second proof beside a live session, and alone proves
    the contact only: a phone number can be carried away (V02)."""
    if method in OWN_KEYS or (method in CODES and signed_in):
        return Level.STEP_UP
    return Level.SIGNED_IN if method == "two_way_code" else Level.CONTACT


FACTOR_OF: dict[str, Method] = {
    "passkey": "passkey", "hardware": "passkey", "totp": "totp", "email": "email_code", "sms": "sms_code",
}
"""The exchange's words for what an account holds."""


class Ways(msgspec.Struct, frozen=True):
    """What the exchange offers for an account. methods: in the order of ``AT_THE_EXCHANGE``. call_back_from: when the number on file
    is old enough to be called, None when it is now. waiting: methods whose contact is too new, and until when."""

    methods: list[Method]
    call_back_from: datetime | None = None
    waiting: dict[str, datetime] = {}


def ways(security: Security, now: datetime) -> Ways:
    """Which methods are open for an account, from its factors and what was changed lately. A tap in the app is always possible to ask.

    A contact that was bound or changed within ``SETTLED`` proves nothing yet, and its number is not called (V05).
    """
    found = {FACTOR_OF[factor.type] for factor in security.factors if factor.type in FACTOR_OF} | {"app_confirm"}
    bound: dict[str, list[datetime]] = {method: [
        *(factor.bound_at for factor in security.factors if factor.bound_at and FACTOR_OF.get(factor.type) == method),
        *(change.at for change in security.last_changes if any(name in change.kind for name in names)),
    ] for method, names in (("email_code", ("email",)), ("sms_code", ("phone", "sms")))}
    waiting = {method: max(times) + SETTLED for method, times in bound.items() if times and max(times) + SETTLED > now}
    return Ways([one for one in AT_THE_EXCHANGE if one in found and one not in waiting], waiting.get("sms_code"), waiting)


class Standing(msgspec.Struct, frozen=True):
    """What stands now. method: what proved it, ``session`` for a live one, empty for nobody; uid: whose account was proven."""

    level: Level
    method: str = ""
    at: datetime | None = None
    until: datetime | None = None
    uid: str | None = None
    proof_id: int | None = None


class Failed(msgspec.Struct, frozen=True):
    """Failed proofs of one account in the last 24 hours. channels: on how many; locked_until: when the next is possible."""

    times: int
    channels: int
    tickets: int
    locked_until: datetime | None


class Party(msgspec.Struct, frozen=True):
    """Whose ticket it is. uid: None for a visitor."""

    ticket_id: int
    number: str
    customer_id: int
    uid: str | None
    channel: str
    language: str
    seq: int = 0


class Challenge(msgspec.Struct, frozen=True):
    """A proof that was begun. core_id: its name at the exchange; uid: None where only a contact is known; counts_for: whose failed
    proofs it raises, also then.

    request_id: the link it came by. claimed_id: a ticket that somebody logged out named. session: digest of the customer's session it
    was begun in, None logged out. contact: keyed hash of the contact typed. sent_to: masked, where a code went. options: what a browser
    asks a passkey with. outcome: open, proven, expired, locked, denied, replaced.
    """

    id: int
    core_id: str
    request_id: int | None
    customer_id: int | None
    ticket_id: int | None
    claimed_id: int | None
    uid: str | None
    counts_for: str | None
    session: bytes | None
    contact: bytes | None
    method: Method
    channel: str
    sent_to: str
    options: dict[str, Any] | None
    nonce: str
    asked_by: int | None
    at: datetime
    expires_at: datetime
    outcome: str

    @property
    def bare(self) -> bool:
        """Whether it proves a contact and counts on no ticket and in no session: what is begun to protect an account is, and no more."""
        return self.method == "contact_code" and self.ticket_id is None and self.claimed_id is None and self.session is None


class Result(msgspec.Struct, frozen=True):
    """What became of an answer: proven, wrong, pending (not confirmed yet), expired or locked."""

    result: str
    attempts_left: int | None = None
    level: Level = Level.ANONYMOUS
    until: datetime | None = None


class Review(msgspec.Struct, frozen=True):
    """A case before two people. core_ref: id of the exchange's manual review of document and liveness; outcome: open, agreed, refused."""

    id: int
    ticket_id: int
    uid: str
    core_ref: str
    words: str
    maker_id: int
    maker: str
    at: datetime
    outcome: str
    checker: str | None = None
    checker_words: str = ""
    decided_at: datetime | None = None
