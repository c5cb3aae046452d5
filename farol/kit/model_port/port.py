"""The one way to a hosted model: typed answers, or the plain word that there is none."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import asyncpg
import msgspec
import structlog

from farol.kit import db
from farol.kit.breaker import Breaker
from farol.kit.settings import Settings

from .budget import Budget, Held, Spent, at_most
from .model import Call, Outcome, Reply, Task, Turn, Unavailable
from .schema import strict_schema
from .wire import Failed, Wire

MOST_CHARACTERS = 60_000
"""Of everything that is asked at once."""
MOST_ANSWER_TOKENS = 4_000
AT_ONCE = 16
"""Calls under way in one process; a slow model must not collect callers."""
FIRST_SHARE = 0.6
"""Of the time left, for every model but the last, so that the next one still has some."""
LEAST_S = 0.3
MARGIN_S = 0.05
"""The last try ends this much before the whole, so that it is known to have been slow."""

T = TypeVar("T", bound=msgspec.Struct)
log = structlog.get_logger()


class ModelPort:
    """Asks the models of the settings in their order. Never raises, never takes longer than its limit, never repeats."""

    def __init__(self, settings: Settings, pool: asyncpg.Pool, scrub: Callable[[str], str]) -> None:
        self._models, self._tasks = settings.model_names, settings.model_tasks
        self._timeout_s, self._scrub = settings.model_timeout_s, scrub
        self._wire = Wire(
            settings.model_url, settings.model_key, output=settings.model_output, kind=settings.model_kind
        )
        self._configured = bool(settings.model_url and settings.model_names)
        self._budget = Budget(pool, day=settings.model_day_tokens, customer=settings.model_customer_tokens)
        self._breakers = {model: Breaker() for model in settings.model_names}
        self._under_way = 0
        self._books: set[asyncio.Task[None]] = set()

    def offers(self, task: Task) -> bool:
        """Whether the settings let a model do this."""
        return self._configured and task in self._tasks

    async def complete(
        self, task: Task, turns: Sequence[Turn], schema: type[T], *,
        customer: int | None = None, about: str = "", most_tokens: int = 800,
    ) -> T | Unavailable:  # fmt: skip
        """The model's answer as that struct, or why there is none.

        Secrets are taken out of every turn before it leaves. The answer is untrusted text in the right form and no
        more. customer: whose budget it counts on; None for work of the house. about: the stream it is for.
        """
        if not self.offers(task):
            return Unavailable("off")
        if sum(len(turn.content) for turn in turns) > MOST_CHARACTERS or most_tokens > MOST_ANSWER_TOKENS:
            return Unavailable("too_large")
        if self._under_way >= AT_ONCE:
            return Unavailable("busy")
        self._under_way += 1
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._ask_each(_Question(task, _clean(turns, self._scrub), customer, about, most_tokens), schema)
        except TimeoutError:
            return Unavailable("slow")
        finally:
            self._under_way -= 1

    async def settled(self) -> None:
        """Waits until the books of all calls so far are written."""
        await asyncio.gather(*self._books, return_exceptions=True)

    async def close(self) -> None:
        """Writes the books and closes the connections."""
        await self.settled()
        await self._wire.close()

    async def _ask_each(self, question: "_Question", schema: type[T]) -> T | Unavailable:
        loop = asyncio.get_running_loop()
        ends = loop.time() + self._timeout_s - MARGIN_S
        why: Outcome = "resting"
        for model in self._models:
            left = ends - loop.time()
            if left < LEAST_S:
                return Unavailable("slow")
            if not self._breakers[model].admits():
                continue
            share = 1 if model == self._models[-1] else FIRST_SHARE
            try:
                return await self._ask(model, question, schema, loop.time() + left * share)
            except Failed as failure:
                why = failure.outcome
                if failure.ends:
                    break
        return Unavailable(why)

    async def _ask(self, model: str, question: "_Question", schema: type[T], until: float) -> T:
        most = at_most(question.turns, question.most_tokens)
        began = time.monotonic()
        held: Held | None = None
        reply: Reply | None = None
        outcome: Outcome = "left"
        billed = True
        try:
            held = await self._hold(question, most)
            left = until - asyncio.get_running_loop().time()
            reply = await self._wire.ask(
                model, question.turns, strict_schema(schema), most_tokens=question.most_tokens, limit_s=left
            )
            answer = _decoded(reply, schema)
            outcome = "answered"
        except Failed as failure:
            outcome, billed = failure.outcome, failure.billed
            raise
        else:
            return answer
        finally:
            self._note(model, outcome)
            ms = round((time.monotonic() - began) * 1000)
            known = (reply.tokens_in or 0, reply.tokens_out or 0) if reply else (0, 0)
            used = most if billed and not any(known) else sum(known)
            call = Call(question.task, model, question.about, *known, ms, outcome)
            # The books are written beside: nobody waits for them, and a caller who leaves does not undo them.
            self._book(self._budget.settle(held, used, call) if held else self._budget.keep(call))

    async def _hold(self, question: "_Question", tokens: int) -> Held:
        try:
            return await self._budget.hold(question.customer, tokens)
        except Spent:
            raise Failed("budget", ends=True) from None
        except db.LOST:
            # What cannot be counted is not spent.
            raise Failed("down", ends=True) from None

    def _note(self, model: str, outcome: Outcome) -> None:
        if outcome == "answered":
            self._breakers[model].succeeded()
        elif outcome in ("slow", "down", "limited", "garbled", "too_large"):
            self._breakers[model].failed()
        if outcome != "answered":
            log.info("model_port.no_answer", model=model, why=outcome)

    def _book(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(_quietly(work))
        self._books.add(task)
        task.add_done_callback(self._books.discard)


class _Question(msgspec.Struct, frozen=True):
    task: Task
    turns: tuple[Turn, ...]
    customer: int | None
    about: str
    most_tokens: int


async def _quietly(work: Awaitable[None]) -> None:
    try:
        await work
    except db.LOST as error:
        log.warning("model_port.books_lost", error=type(error).__name__)


def _clean(turns: Sequence[Turn], scrub: Callable[[str], str]) -> tuple[Turn, ...]:
    # Half a character cannot be sent at all.
    whole = ((turn.role, turn.content.encode("utf-8", "replace").decode()) for turn in turns)
    return tuple(Turn(role, scrub(content)) for role, content in whole)


def _decoded(reply: Reply, schema: type[T]) -> T:
    """The reply as that struct. NUL is refused here too: the database cannot keep it."""
    try:
        answer = msgspec.json.decode(reply.content, type=schema)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Failed("garbled", billed=True) from None
    if b"\\u0000" in msgspec.json.encode(answer):
        raise Failed("garbled", billed=True)
    return answer
