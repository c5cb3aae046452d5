"""What the product declares: every problem, event, job, reaction and setting keeps the contract of its kind, by existing."""

import re
import string
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from farol.app import assembly
from farol.kit import settings
from farol.kit.events import KINDS, Event
from farol.kit.files.problems import WHY, FileRefused
from farol.kit.jobs import JOBS, SCHEDULES
from farol.kit.problem import REGISTRY, Problem
from farol.kit.reactions import REACTIONS

assembly.groups()
PAST = ("ed", "left", "sent", "read", "begun", "made", "taken", "given", "put", "held", "kept", "broken", "woken", "set", "said", "split", "done", "undone",
        "withdrawn", "bound", "chosen", "found", "written", "shown", "brought", "frozen", "paid", "proven", "rung")
REPORTS = ("delivery",)
"""Kinds named after what they report: what became of a mail is in their body."""
FIELDS: dict[str, Any] = {"retry_after": 3, "most": 5, "most_mb": 20, "least": 8, "last_public_seq": 7, "en": "Fine.", "zh": "没有问题。"}
"""A value for what a problem's sentence may name; words for all else."""
HAN = re.compile(r"[\u4e00-\u9fff]")
BANNED = re.compile(r"[!！]|unfortunately|\bsoon\b|你(?!们)|oops|invalid input", re.IGNORECASE)


def problems() -> list[type[Problem]]:
    """Those of the product; tests may define others."""
    return [p for p in REGISTRY.values() if p.__module__.startswith("farol.") and ".tests." not in p.__module__]


def filled(problem: type[Problem]) -> Problem:
    """One with everything its sentences name."""
    names = {name for text in problem.texts.values() for _, name, _, _ in string.Formatter().parse(text) if name}
    return problem(**{name: FIELDS.get(name, "words") for name in names}, **({"why": "program"} if problem is FileRefused else {}))


@pytest.mark.parametrize("problem", problems(), ids=lambda p: p.code)
def test_a_problem_says_what_to_do_in_both_languages(problem: type[Problem]) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]{2,39}", problem.code)
    assert 400 <= problem.status < 600
    one = filled(problem)
    for language in ("en", "zh", "zh-TW", "fr", ""):
        document = one.document(language)
        assert msgspec.json.decode(msgspec.json.encode(document))["code"] == problem.code
        assert document["status"] == problem.status
        said = document["detail"]
        assert said.endswith((".", "。"))
        assert "{" not in said
        assert not BANNED.search(said), said
        assert bool(HAN.search(said)) == language.startswith("zh")


def test_every_code_is_one_problems() -> None:
    assert len({p.code for p in problems()}) == len(problems()) > 25
    with pytest.raises(TypeError, match="share the code"):
        type("Again", (Problem,), {"code": problems()[0].code, "texts": {"en": "x", "zh": "x"}})


@pytest.mark.parametrize("why", sorted(WHY))
def test_every_reason_against_a_file_has_words(why: str) -> None:
    assert FileRefused(why=why).text("zh") != FileRefused(why=why).text("en")


def made(kind: Any) -> Any:
    """Some value of a type, the way ``msgspec`` reads it."""
    options = getattr(kind, "__args__", ())
    if type(None) in options:
        return None
    plain = getattr(kind, "__origin__", None) or (options[0] if options else kind)
    if plain is datetime:
        return datetime(2026, 11, 21, tzinfo=UTC)
    if plain is UUID:
        return UUID(int=7)
    return {str: "x", int: 1, bool: True, float: 1.5, list: [], dict: {}, bytes: b"x", tuple: ()}[plain]


def events() -> list[type[Event]]:
    """Those of the product."""
    return [e for e in KINDS.values() if e.__module__.startswith("farol.") and ".tests." not in e.__module__]


@pytest.mark.parametrize("event", events(), ids=lambda e: e.kind)
def test_an_event_is_in_the_past_and_comes_back_as_it_went(event: type[Event]) -> None:
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", event.kind)
    verb = event.kind.partition(".")[2]
    assert verb in REPORTS or any(word.endswith(PAST) for word in verb.split("_")), "an event has happened"
    assert event.__doc__
    one = event(**{field.name: made(field.type) for field in msgspec.structs.fields(event)})
    body = msgspec.to_builtins(one)
    assert msgspec.convert(msgspec.json.decode(msgspec.json.encode(body)), event) == one
    assert msgspec.convert({**body, "a_field_of_next_year": 1}, event) == one, "old code reads new events"


def test_there_are_events() -> None:
    assert len(events()) > 10


@pytest.mark.parametrize("name", sorted(n for n, j in JOBS.items() if j.run.__module__.startswith("farol.")))
def test_a_job_has_a_payload_that_travels(name: str) -> None:
    job = JOBS[name]
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", name)
    assert 1 <= job.tries <= 30
    one = job.payload(**{field.name: made(field.type) for field in msgspec.structs.fields(job.payload)})
    assert msgspec.json.decode(msgspec.json.encode(one), type=job.payload) == one
    assert job.run.__doc__


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_a_schedule_has_a_sane_pause(name: str) -> None:
    seconds, run = SCHEDULES[name]
    assert 0.5 <= seconds <= 86_400
    assert run.__doc__ or ".tests." in run.__module__


@pytest.mark.parametrize("name", sorted(n for n, r in REACTIONS.items() if r.run.__module__.startswith("farol.")))
def test_a_reaction_reads_kinds_that_exist(name: str) -> None:
    reaction = REACTIONS[name]
    assert re.fullmatch(r"[a-z_]+", name)
    assert reaction.kinds
    assert reaction.kinds <= KINDS.keys()
    assert reaction.run.__doc__


@pytest.mark.parametrize("row", settings.reference(), ids=lambda r: r.variable)
def test_a_setting_says_what_it_is_and_keeps_its_secret(row: settings.Row) -> None:
    assert re.fullmatch(r"FAROL_[A-Z][A-Z_]+", row.variable)
    assert len(row.meaning) > 5
    hides = any(word in row.variable for word in ("SECRET", "PASSWORD", "DATABASE_URL"))
    assert row.secret or not hides, "must never be printed"
    assert not row.secret or row.default in ("", "required"), "a secret has no default"
