"""Nouns of phone calls, and the rules that need no I/O."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from farol.channels.connections.model import Connection

from . import numbers
from .twiml import VOICES

CHANNEL = "phone"
State = Literal["menu", "waiting", "ringing", "bringing", "talking", "held", "voicemail", "ended"]
"""menu: hears it · waiting: in the line · ringing: an agent's phone rings · bringing: an agent is there, the customer is being connected ·
talking · held · voicemail: speaks onto it · ended."""
BARRED = "barred"
"""In ``asked``: only the alarm is offered, for support does not listen to who calls."""
Lane = Literal["", "emergency", "ticket", "new", "person", "callback"]
Outcome = Literal["talked", "voicemail", "callback", "abandoned", "missed", "refused", "unreached", "alarm"]
"""abandoned: left the line. missed: hung up before it. callback: waits to be called. unreached: we called and nobody was there. alarm: raised one
and hung up."""

LIVE = ("waiting", "ringing", "bringing", "talking", "held")
TRIES = 3
"""Wrong or missing keys until a person or the voicemail takes over."""
CODE_LIVES = timedelta(minutes=10)
CODE_WRONG = 5
"""Wrong tries until a code is no longer good, whoever tried."""
VOICEMAIL_S = 180
OFFER_S = 20
RINGS_S = 25
HOLD_S = 25
"""Silence or music between two announcements; with the words themselves they come about every 30 s."""
KEPT_HOOKS = timedelta(days=30)
CALLBACK_TRIES = 3
CALLBACK_AGAIN = timedelta(minutes=15)


class Line(msgspec.Struct, frozen=True):
    """A number of ours, as its connection sets it up."""

    connection: Connection

    @property
    def id(self) -> int:
        """The connection's."""
        return self.connection.id

    @property
    def account(self) -> str:
        """The provider's account."""
        return self.connection.value("account_sid")

    @property
    def secret(self) -> str:
        """Its auth token, which signs webhooks and opens the API."""
        return self.connection.value("auth_token")

    @property
    def number(self) -> str:
        """In normal form."""
        return self.connection.value("number")

    @property
    def languages(self) -> tuple[str, ...]:
        """What the menu speaks, the first of them unasked."""
        given = tuple(one.strip() for one in self.connection.value("languages").split(","))
        return tuple(one for one in given if one in VOICES) or ("en", "zh")

    @property
    def calendar(self) -> str:
        """Name of the calendar of its hours; empty: always open."""
        return self.connection.value("calendar")

    @property
    def callable(self) -> frozenset[str]:
        """Countries that are called back: those of the setting, else the number's own."""
        given = frozenset(one.strip().upper() for one in self.connection.value("call_countries").split(",") if one.strip())
        return given or frozenset({numbers.region_of(self.number)})

    def language_of(self, caller: str) -> str:
        """What a caller is greeted in: the language of their country where the line speaks it."""
        region = numbers.region_of(caller) if caller else ""
        theirs = {"CN": "zh", "TW": "zh-Hant", "HK": "zh-Hant", "RU": "ru", "ES": "es", "MX": "es", "JP": "ja", "KR": "ko", "BR": "pt", "VN": "vi", "TR": "tr"}.get(region, "")
        return theirs if theirs in self.languages else self.languages[0]


class Call(msgspec.Struct):
    """A call, or one that is to be made (``direction`` out, without ``sid`` until then). step: number of the question asked last.

    customer_id: whose the ticket is, a visitor until a code proves more. hint_id: the customer with this number on record, which proves nothing.
    consent: None while nobody was asked. rank_at: since when the caller waits, less what their tier gives.
    """

    id: int
    connection_id: int
    sid: str | None
    direction: str
    caller: str
    language: str
    state: State
    step: int
    tries: int
    lane: Lane
    wish: str
    severity: str
    ticket_id: int | None
    about_id: int | None
    customer_id: int | None
    hint_id: int | None
    proven_at: datetime | None
    consent: bool | None
    began_at: datetime
    rank_at: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    outcome: Outcome | None
    staff_id: int | None
    conference: str
    parent_id: int | None
    offered_to: int | None
    offered_until: datetime | None
    tried_out: int
    not_before: datetime | None
    seconds: int | None
    asked: str

    @property
    def over(self) -> bool:
        """Whether nothing can be said in it any more."""
        return self.state == "ended"


class Leg(msgspec.Struct, frozen=True):
    """A colleague's own phone, called for a call (answer, transfer) or to prove that the number is theirs (verify)."""

    id: int
    call_id: int | None
    connection_id: int
    staff_id: int
    purpose: str
    sid: str | None
    state: str
    began_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None


def minutes(seconds: int | None) -> int:
    """What a provider counts: each minute that was begun."""
    return -(-(seconds or 0) // 60)


SECRET_STEPS = frozenset({"code", "uid", "newnumber"})
"""Where keys are not kept with the webhook."""
KEPT = ("CallSid", "CallStatus", "Direction", "QueueResult", "QueueTime", "QueuePosition", "RecordingSid", "RecordingStatus", "RecordingDuration", "ConferenceSid",
        "StatusCallbackEvent", "SequenceNumber", "ErrorCode", "ErrorUrl", "DialCallStatus", "CallDuration", "AnsweredBy", "StirVerstat")  # fmt: skip
"""Fields of a webhook that are kept. Numbers stand in the call; words that somebody spoke are read and dropped."""


def kept(step: str, given: dict[str, str]) -> dict[str, str]:
    """What is kept of a webhook."""
    found = {name: given[name][:200] for name in KEPT if name in given}
    if "Digits" in given:
        found["Digits"] = "•" * min(len(given["Digits"]), 20) if step in SECRET_STEPS else given["Digits"][:20]
    return found


def key_of(step: str, query: dict[str, str], given: dict[str, str]) -> str:
    """What makes a webhook the same as one before: the number of our question, or the provider's own number of its report."""
    if step in ("status", "legstatus"):
        return f"{step}:{given.get('CallStatus', '')}"
    if step == "conference":
        return f"{step}:{given.get('ConferenceSid', '')}:{given.get('StatusCallbackEvent', '')}:{given.get('SequenceNumber', '')}"
    if step == "recording":
        return f"{step}:{given.get('RecordingSid', '')}:{given.get('RecordingStatus', '')}"
    if step == "wait":
        return f"{step}:{query.get('s', '')}:{given.get('QueueTime', '')}"
    return f"{step}:{query.get('s', '')}"


YES = ("yes", "yeah", "agree", "ok", "同意", "可以", "好", "是", "да", "sí", "si")
NO = ("no", "not", "don't", "不", "否", "нет")


def agreed(digits: str, speech: str) -> bool | None:
    """The answer to a yes-or-no question, None when there was none. A no anywhere in the words is a no."""
    if digits:
        return {"1": True, "2": False}.get(digits[:1])
    words = speech.strip().lower()
    if not words:
        return None
    if any(one in words.split() or (not one.isascii() and one in words) for one in NO):
        return False
    return True if any(one in words.split() or (not one.isascii() and one in words) or words.startswith(one) for one in YES) else None
