"""Nouns of the copilot."""

from datetime import date, datetime
from typing import Literal

import msgspec

from farol.core.exchange.shapes import Text

LONGEST_DRAFT = 4_000
MOST_SIMILAR = 5
Why = str
"""Why the model's words are not shown: an outcome of the port (``off``, ``slow`` …), ``asked`` (the agent wanted none), ``ungrounded``, ``markup``,
``never``, ``promise``, ``empty``; empty when they are."""


class Source(msgspec.Struct, frozen=True):
    """What a draft rests on. kind: a ``macro``, an ``article`` of the help centre, or the ``exchange``. words: as they went into it.

    url, version, at, language: of an article; at: when it was last checked.
    """

    kind: Literal["macro", "article", "exchange"]
    zh: str
    en: str
    words: str
    url: str = ""
    version: int = 0
    at: date | None = None
    language: str = ""


class Composed(msgspec.Struct, frozen=True):
    """Words for a reply, without a model. language: ``zh``, ``en``, or that of a macro somebody translated. evidence: the texts all its figures stand in."""

    body: str
    language: str
    sources: list[Source]
    evidence: list[str]
    macro_id: int | None = None


class DraftView(msgspec.Struct, frozen=True):
    """A draft as the agent sees it. wanted: the ticket's language; language: that of the draft, another where nothing is written in it.

    why: see ``Why``; strange: what of the model's words stood in no source. body: empty when there is nothing to write from.
    """

    id: int
    body: str
    language: str
    wanted: str
    made_by: Literal["desk", "model"]
    why: Why
    strange: list[str]
    sources: list[Source]
    macro_id: int | None
    upto_seq: int


LineKind = Literal["wants", "newest", "said", "promised", "known", "open", "next"]


class Line(msgspec.Struct, frozen=True):
    """One line of a summary. words: in the console's languages; quote: somebody's own words. seqs: the messages it rests on."""

    kind: LineKind
    words: Text
    quote: str = ""
    seqs: list[int] = []


class Summary(msgspec.Struct, frozen=True):
    """A ticket in a few lines. text: the same as plain text in the reader's language, for a hand-over. why: as for a draft."""

    lines: list[Line]
    text: str
    made_by: Literal["desk", "model"]
    why: Why


class Similar(msgspec.Struct, frozen=True):
    """A solved ticket like this one. ended: the last public words of staff, masked. alike: 0 to 1. shared: words both have."""

    id: int
    number: str
    subject: str
    reason: str | None
    resolved_at: datetime | None
    ended: str
    ended_seq: int
    alike: float
    shared: list[str]


Opens = Literal["draft", "checklist", "case", "exchange", "recovery", "reason", "status"]


class Advice(msgspec.Struct, frozen=True):
    """What would help most now. of: where it comes from. opens: what its button shows; pressing it does nothing else."""

    code: str
    of: Literal["checklist", "triage", "play", "case"]
    words: Text
    why: Text
    opens: Opens


class Now(msgspec.Struct, frozen=True):
    """The copilot's first word on a ticket. drafts, summaries: whether a model words them."""

    next: Advice | None
    then: list[Advice]
    drafts: bool
    summaries: bool
