"""Carrying effects out, in the caller's transaction. What is refused is told and harms nothing else."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import NAMESPACE_OID, uuid5

import msgspec

from farol.core.notices.actions import notify
from farol.core.shield import scrub
from farol.core.tickets import actions as tickets
from farol.core.tickets import posting
from farol.core.tickets.model import Change, Draft
from farol.desk.conditions.facts import Facts
from farol.desk.tags import actions as tags
from farol.kit import clock
from farol.kit.db import Tx
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Problem

from . import jobs, store
from .model import CHANGES, NEEDS, Effect, Outcome, severity_after

_OF_FACTS = {"owner": "owner_id"}


class Done(msgspec.Struct):
    """Outcomes as they came, changes of the ticket first, and the numbers of the ticket that were spent on them."""

    outcomes: list[Outcome]
    seqs: list[int]


class Cause(msgspec.Struct, frozen=True):
    """What lets it happen. key: the same key never does twice what is done outside the transaction.
    zh, en: its name, for who is notified. promise_by: the time of a promise, when it was shown already."""

    key: str
    zh: str
    en: str
    promise_by: datetime | None = None


async def carry_out(tx: Tx, actor: Actor, facts: Facts, effects: Sequence[Effect], cause: Cause) -> Done:
    """Does them all. facts: the ticket as it stands. The caller wakes ``ticket:ID`` with the last of the seqs after its commit."""
    run = _Run(tx, actor, facts, cause, Done([], []))
    allowed = [effect for effect in effects if actor.may(NEEDS[effect.do])]
    run.done.outcomes += [Outcome(e.do, e.value, None, False, "may_not") for e in effects if e not in allowed]
    await run.change([effect for effect in allowed if effect.do in CHANGES])
    for effect in allowed:
        if effect.do not in CHANGES:
            await run.one(effect)
    return run.done


class _Run:
    """One carrying out."""

    def __init__(self, tx: Tx, actor: Actor, facts: Facts, cause: Cause, done: Done) -> None:
        self._tx, self._actor, self._facts, self._cause, self.done = tx, actor, facts, cause, done

    async def change(self, effects: list[Effect]) -> None:
        """Sets fields in one change. Those that are so already are left out."""
        wanted = [(effect, _now(self._facts, effect), self._wanted(effect)) for effect in effects]
        fresh = {_OF_FACTS.get(e.do, e.do): new for e, was, new in wanted if new != was}
        why = ""
        if fresh:
            try:
                async with _savepoint(self._tx):
                    seq, _ = await tickets.change_in(self._tx, self._actor, self._facts.id, Change(**fresh))
                    self.done.seqs.append(seq)
            except Problem as problem:
                why = problem.code
        self.done.outcomes += [Outcome(e.do, new, was, new != was and not why, why if new != was else "same") for e, was, new in wanted]

    def _wanted(self, effect: Effect) -> Any:
        match effect.do:
            case "severity":
                return severity_after(self._facts.severity, effect.value)
            case "owner":
                return self._actor.id if effect.value == "me" else None if effect.value == "none" else effect.value
        return effect.value

    async def one(self, effect: Effect) -> None:
        """Anything else, by itself."""
        try:
            async with _savepoint(self._tx):
                why = await self._do(effect)
        except Problem as problem:
            why = problem.code
        self.done.outcomes.append(Outcome(effect.do, effect.value, None, not why, why))

    async def _do(self, effect: Effect) -> str:
        tx, actor, ticket_id = self._tx, self._actor, self._facts.id
        match effect.do:
            case "tag_add" | "tag_remove":
                words = {"add" if effect.do == "tag_add" else "remove": effect.value}
                _, seq, changed = await tags.change_in(tx, actor, ticket_id, **words, why=self._cause.key)
                if not changed:
                    return "same"
                self.done.seqs.append(seq)
            case "note":
                return await self._note(effect.value)
            case "promise":
                if self._cause.promise_by is None:
                    return "no_time"
                made = jobs.Promise(ticket_id, actor.id, self._cause.promise_by, uuid5(NAMESPACE_OID, self._cause.key))
                await enqueue(tx, jobs.promise, made, key=f"effects.promise:{self._cause.key}")
            case "snooze":
                until = clock.now() + timedelta(minutes=effect.value)
                await enqueue(tx, jobs.snooze, jobs.Snooze(ticket_id, actor.id, until), key=f"effects.snooze:{self._cause.key}")
            case "escalate":
                await enqueue(tx, jobs.escalate, jobs.Escalate(ticket_id, actor.id if actor.kind == "staff" else 0, effect.value),
                              key=f"effects.escalate:{self._cause.key}")
            case "notify":
                return await self._notify(effect.value)
        return ""

    async def _note(self, text: str) -> str:
        kind, id_ = ("staff", self._actor.id) if self._actor.kind == "staff" else ("system", 0)
        client_id = uuid5(NAMESPACE_OID, f"{self._cause.key}:note:{len(self.done.outcomes)}")
        found = scrub(text.strip())
        draft = Draft(self._facts.id, client_id, kind, id_, found.text, True, "console", (), found.removed, None)
        outcome = (await posting.post(self._tx, [draft]))[0]
        if outcome.outcome != "new" or outcome.seq is None:
            return outcome.outcome
        self.done.seqs.append(outcome.seq)
        return ""

    async def _notify(self, whom: list[int | str]) -> str:
        people = [each for each in whom if isinstance(each, int)]
        if "owner" in whom and self._facts.owner:
            people.append(self._facts.owner)
        if "team" in whom and self._facts.team:
            people += await store.members(self._tx, self._facts.team)
        if not people:
            return "nobody"
        number = self._facts.number
        await notify(self._tx, people, "other.rule", ticket_id=self._facts.id, key=self._cause.key,
                     title={"zh": f"{self._cause.zh}：{number}", "en": f"{self._cause.en}: {number}"})
        return ""


def _now(facts: Facts, effect: Effect) -> Any:
    return getattr(facts, effect.do)


@asynccontextmanager
async def _savepoint(tx: Tx) -> AsyncIterator[None]:
    """What is refused inside is undone; the transaction around it goes on."""
    async with cast(Any, tx).transaction():
        yield
