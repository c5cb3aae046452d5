"""One webhook being answered: the call it belongs to, what was pressed, and what is said to it. Inside one transaction."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Event, emit
from farol.kit.i18n import Tongue, is_tongue
from farol.kit.permission import SYSTEM, Actor

from . import lines
from .model import Call, Leg, Line
from .twiml import HANGUP, Verb, document, gather, pause, redirect, say
from .words import Desk, Words, speaks


class Scene(msgspec.Struct):
    """later: what is to be done once the answer is committed. calendar: whether the number is in its hours."""

    kit: Kit
    tx: Tx
    line: Line
    call: Call
    step: str
    given: dict[str, str]
    query: dict[str, str]
    now: datetime
    hours: lines.Hours
    leg: Leg | None = None
    after: After = msgspec.field(default_factory=After)
    later: list[Callable[[], Awaitable[None]]] = []

    @property
    def digits(self) -> str:
        """What was pressed, without the closing key."""
        return "".join(one for one in self.given.get("Digits", "") if one in "0123456789*")[:20]

    @property
    def languages(self) -> tuple[Tongue, ...]:
        """What this number speaks, the first unasked."""
        return tuple(one for one in self.line.languages if is_tongue(one) and speaks(one)) or ("en", "zh")

    @property
    def tongue(self) -> Tongue:
        """What the caller hears."""
        return self.call.language if is_tongue(self.call.language) else "en"

    @property
    def words(self) -> Words:
        """In it."""
        return Words(self.tongue)

    def say(self, *texts: str) -> Verb:
        """Reads sentences to the caller."""
        return say(self.words.gap.join(texts), self.tongue)

    def url(self, step: str, **query: int | str) -> str:
        """Where the answer to our present question is taken."""
        return lines.address(self.kit, self.line.connection, step, c=self.call.id, s=self.call.step, **query)

    def ask(self, step: str, *texts: str, digits: int | None = 1, timeout: int = 6, also: tuple[Verb, ...] = ()) -> bytes:
        """Asks for keys. No key counts as a wrong one: the same address is asked without any. also: said after, in another language."""
        return document(gather(self.url(step), self.say(*texts), *also, digits=digits, timeout=timeout), redirect(self.url(step)))

    def goodbye(self, *texts: str) -> bytes:
        """Says it and hangs up."""
        return document(self.say(*texts), HANGUP)

    async def emit(self, event: Event, actor: Actor = SYSTEM) -> None:
        """Into the call's log."""
        stream = f"phone_call:{self.call.id}"
        self.after.woke(stream, await emit(self.tx, stream, actor, event))


Step = Callable[[Scene], Awaitable[bytes]]
STEPS: dict[str, Step] = {}
ASKED: set[str] = set()
"""Steps that answer one numbered question: an older number is a replay or came too late."""
Whose = Literal["customer", "leg", "none"]
WHOSE: dict[str, Whose] = {}


def step(name: str, *, asked: bool = True, whose: Whose = "customer") -> Callable[[Step], Step]:
    """Registers what answers ``/hooks/phone/{token}/{name}``."""

    def register(run: Step) -> Step:
        STEPS[name], WHOSE[name] = run, whose
        if asked:
            ASKED.add(name)
        return run

    return register


def silence(seconds: int = 1) -> bytes:
    """Nothing to say for now."""
    return document(pause(seconds))


def to_desk(language: str) -> Desk:
    """What a colleague hears."""
    return Desk("zh" if language.startswith("zh") else "en")


EMPTY: Any = document()
