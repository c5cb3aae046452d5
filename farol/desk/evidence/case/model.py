"""Nouns of the case card."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.core.exchange.shapes import ExchangeView, Text, Truth
from farol.desk.checklists.model import Checklist
from farol.desk.fields.model import Field
from farol.desk.triage.model import Fact

Source = Literal["staff", "exchange", "customer", "screenshot"]
SlotState = Literal["filled", "offered", "conflict", "missing"]
"""filled: staff set it and nobody says otherwise. offered: somebody said it and staff have not taken it."""
CoreState = Literal["ok", "down", "refused", "not_offered", "visitor"]
"""ok: everything asked was answered. down, refused, not_offered: some or all was not, and why. visitor: no account to ask about."""
Step = Literal["wait", "say", "ask", "check", "settle", "recover", "resolve", "procedure"]


class Moment(msgspec.Struct, frozen=True):
    """One reading of a time in somebody's words, UTC."""

    begin: datetime
    end: datetime


class Said(msgspec.Struct, frozen=True):
    """What one source says of a slot. value: as the field of that name takes it. words: as it stood there.

    ref: ``message:12``, ``evidence:3``, ``withdrawal:WD-1`` or ``staff``. readings: of a time that is ambiguous, two or more.
    sure: a checksum, the core or a person stands behind it; without, it was read out of a picture or words and proves nothing.
    """

    source: Source
    value: Any
    words: str
    ref: str
    at: datetime | None = None
    readings: list[Moment] = []
    sure: bool = True


class Slot(msgspec.Struct, frozen=True):
    """Something the reason asks to know. said: by source, staff and exchange first. told: the core can supply it, so nobody is asked."""

    field: Field
    state: SlotState
    value: Any
    said: list[Said]
    told: bool


class Next(msgspec.Struct, frozen=True):
    """What would help most now. It is words for a person; nothing here moves value or changes an account.

    slots: those to ask for. link: slug of an article, for ``say``.
    """

    code: str
    step: Step
    words: Text
    why: Text
    slots: list[str] = []
    link: str = ""


class CodeSaid(msgspec.Struct, frozen=True):
    """An error code somebody quoted, with what it can mean."""

    code: str
    kind: str
    cause: Text
    fix: Text
    article: str
    ref: str


class Answer(msgspec.Struct, frozen=True):
    """A macro that fits."""

    macro_id: int
    shortcut: str
    zh: str
    en: str


class Case(msgspec.Struct, frozen=True):
    """Everything about a ticket in one place. subject: id of the deposit or withdrawal it is taken to be about, "" while that is open;
    choices: those it could be about. facts: what the exchange says that speaks for the reason, the strongest first. answers: macros
    that fit, none where only a person writes."""

    ticket: str
    reason: str | None
    core: CoreState
    exchange: ExchangeView
    slots: list[Slot]
    truths: list[Truth]
    codes: list[CodeSaid]
    facts: list[Fact]
    subject: str
    choices: list[str]
    checklist: Checklist
    next: Next | None
    then: list[Next]
    answers: list[Answer]
