"""Nouns of connections and what every kind of channel says of itself. No I/O."""

from datetime import datetime
from typing import Any, Literal

import msgspec

State = Literal["active", "paused", "broken", "removed"]
"""broken: switched off by itself after a failure that does not heal alone, such as a token that was taken back."""
Markup = Literal["plain", "telegram_html", "markdown", "discord", "whatsapp", "html"]


class Field(msgspec.Struct, frozen=True):
    """One thing an operator gives when connecting. Secrets are sealed and never shown again.

    pattern: a regular expression for the whole value. help: where to find it at the platform.
    """

    key: str
    label: dict[str, str]
    help: dict[str, str]
    secret: bool = False
    required: bool = True
    pattern: str = r"\S(.{0,498}\S)?"
    default: str = ""


class Limits(msgspec.Struct, frozen=True):
    """What one message of the channel may be, from the platform's own documentation.

    text: characters (``units`` says how the platform counts them). files: in one message. file_bytes: of one we send.
    fetch_bytes: of one we take. media_types: prefixes such as ``image/``; empty: all. rate_per_s, burst: messages of one
    connection. chat_rate_per_s: into one chat. window_h: hours after the customer's last words in which we may write
    freely; 0: always. source: the page that says so.
    """

    text: int
    files: int
    file_bytes: int
    markup: Markup
    rate_per_s: float
    burst: int
    chat_rate_per_s: float
    source: str
    units: Literal["characters", "utf16", "utf8", "weighted"] = "characters"
    fetch_bytes: int = 20 * 1024 * 1024
    media_types: tuple[str, ...] = ()
    window_h: int = 0

    @property
    def window_days(self) -> int:
        """The window in days where people would count it so; 0 where hours say it better."""
        return self.window_h // 24 if self.window_h >= 48 and self.window_h % 24 == 0 else 0


class Cost(msgspec.Struct, frozen=True):
    """What a unit of use costs, where the platform takes money. unit: such as ``template`` or ``minute``."""

    unit: str
    label: dict[str, str]


class Kind(msgspec.Struct, frozen=True):
    """A kind of channel that can be connected. One folder registers one (``kinds.register``).

    public: words may be read by everybody. private: one customer talks with us there. several: more than one may be connected.
    webhook: the platform calls us at ``/hooks/{key}/{connection}``; the console shows that address. guide: page in docs/guides.
    """

    key: str
    name: dict[str, str]
    fields: tuple[Field, ...]
    limits: Limits
    private: bool
    public: bool = False
    webhook: bool = False
    several: bool = True
    costs: tuple[Cost, ...] = ()
    guide: str = ""


class Connection(msgspec.Struct, frozen=True):
    """One account of ours at a channel, secrets opened. token: its name in the webhook's address, 128 random bits.

    account: who we are there, as the platform last said (``@farol_bot``). regions, tiers: whom it is for; empty: all.
    """

    id: int
    channel: str
    name: str
    token: str
    state: State
    account: str
    settings: dict[str, str]
    secrets: dict[str, str]
    memory: dict[str, Any]
    """What the adapter keeps between calls, such as a polling offset or a gateway session."""
    regions: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()

    def value(self, key: str) -> str:
        """A setting or secret, empty when not given."""
        return self.secrets.get(key) or self.settings.get(key, "")


class Probe(msgspec.Struct, frozen=True):
    """What testing a connection found. account: who the platform says we are. said: in the platform's words, without secrets.
    facts: further things worth knowing, such as that the webhook stands and how many updates wait there."""

    works: bool
    account: str = ""
    said: str = ""
    final: bool = False
    facts: tuple[tuple[str, str], ...] = ()


class Health(msgspec.Struct, frozen=True):
    """How a connection does, for the console. waiting_in, waiting_out: not yet read, not yet sent. failed_day: in 24 h."""

    last_in_at: datetime | None
    last_out_at: datetime | None
    last_failure_at: datetime | None
    last_failure: str
    failures: int
    waiting_in: int
    waiting_out: int
    failed_day: int
    refused_day: int


class Spent(msgspec.Struct, frozen=True):
    """Units used and money spent in a month. micro: millionths of ``currency``."""

    unit: str
    count: int
    micro: int
    currency: str


