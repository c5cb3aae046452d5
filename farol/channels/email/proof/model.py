"""Nouns of a mail's proof. No I/O.

Results are the words of RFC 8601: ``pass``, ``fail``, ``softfail``, ``neutral``, ``none``, ``policy``, ``temperror``, ``permerror``.
"""

from typing import Literal

import msgspec

Why = Literal["aligned", "arc", "relay", "unaligned", "spoofed", "unproven", "undecided", "no_author"]
"""In one word what the whole comes to; ``words.Why`` says it in a sentence."""

DOUBTED = frozenset({"unaligned", "spoofed"})
"""The domain says how its mail is known, and this mail is not known by it."""


class Spf(msgspec.Struct, frozen=True):
    """Whether the server that brought the mail may send for ``domain``, which the envelope named. of: ``mailfrom`` or ``helo``."""

    result: str = "none"
    domain: str = ""
    of: str = "mailfrom"


class Signature(msgspec.Struct, frozen=True):
    """One DKIM signature. why: empty when it holds, else one word such as ``body_changed`` or ``weak_key``."""

    result: str
    domain: str
    selector: str
    why: str = ""


class Arc(msgspec.Struct, frozen=True):
    """The chain of relays that say what they saw. sealers: domains, first relay first. vouched: all of them are on our list, and the
    first saw the mail aligned."""

    result: str = "none"
    sealers: tuple[str, ...] = ()
    vouched: bool = False


class Dmarc(msgspec.Struct, frozen=True):
    """domain: where the record stands. policy: what its owner asks for mail that fails, after ``t=y``; empty when there is no record."""

    result: str = "none"
    domain: str = ""
    policy: str = ""


class Proof(msgspec.Struct, frozen=True):
    """All of it. aligned: the domain in From stands behind this mail. imitates: whose name or domain the sender looks like, or empty."""

    author: str = ""
    spf: Spf = Spf()
    dkim: tuple[Signature, ...] = ()
    dmarc: Dmarc = Dmarc()
    arc: Arc = Arc()
    aligned: bool = False
    why: Why = "no_author"
    imitates: str = ""


class Job(msgspec.Struct, frozen=True):
    """What the checking process is given. ip: empty when no server is known, as with a mailbox that we read."""

    raw: bytes
    ip: str
    helo: str
    mail_from: str


class Ask(msgspec.Struct, frozen=True, tag="ask"):
    """The process asks for a record."""

    name: str
    kind: str


class Answer(msgspec.Struct, frozen=True):
    """Records of the kind as bytes: text of TXT, an address, ``"10 host"`` of MX, a name of PTR. None: nobody could tell."""

    records: list[bytes] | None


class Found(msgspec.Struct, frozen=True, tag="found"):
    """What the process found. seal: of the first relay, its own words on the mail (ARC-Authentication-Results)."""

    spf: Spf
    dkim: tuple[Signature, ...]
    arc: str = "none"
    sealers: tuple[str, ...] = ()
    seal: bytes = b""
