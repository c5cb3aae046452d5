"""The index of a process follows what is published, by wake-up or by looking."""

import asyncio
from datetime import date
from typing import Any

import msgspec
import pytest

from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.selfserve.knowledge import actions
from farol.selfserve.knowledge.model import Draft
from farol.selfserve.retrieval import asking, library
from farol.selfserve.retrieval.library import Library

DRAFT = Draft(
    slug="how-to-deposit", category="deposits", language="en", title="How to deposit", summary="Copy the address.",
    body="## Steps {#steps}\n\n1. Copy.\n", checked_by="Kai", checked_on=date(2026, 11, 20), place=20,
)  # fmt: skip


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Seconds that pass only when a test says so."""

    class Clock:
        now = 100.0

    monkeypatch.setattr(library.time, "monotonic", lambda: Clock.now)
    return Clock


async def test_without_wake_ups_it_is_found_within_two_seconds(kit: Kit, clock: Any) -> None:
    books = Library()
    await books.refresh(kit)
    await actions.publish(kit, SYSTEM, DRAFT)
    await books.refresh(kit)
    assert books.index.find("copy address", "en").hits == []
    clock.now += library.TOO_OLD_S + 0.1
    await books.refresh(kit)
    assert books.index.find("copy address", "en").hits[0].article.slug == "how-to-deposit"
    assert library.LOOK_EVERY_S < library.TOO_OLD_S < 2


async def test_a_wake_up_makes_it_found_at_once(kit: Kit, clock: Any) -> None:
    books = await library.library(kit)
    assert books.index.article("how-to-deposit", "en") is None
    await actions.publish(kit, SYSTEM, DRAFT)
    assert (await library.library(kit)).index.article("how-to-deposit", "en")
    assert (await asking.ask(kit, asking.ANYBODY, "copy address", "en")).hits[0].article.version == 1


async def test_only_what_is_new_is_read(kit: Kit, clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    await actions.publish(kit, SYSTEM, DRAFT)
    books = await library.library(kit)
    cut: list[str] = []
    from farol.selfserve.retrieval import index

    real = index.passages
    monkeypatch.setattr(index, "passages", lambda article: cut.append(article.slug) or real(article))
    await actions.publish(kit, SYSTEM, msgspec.structs.replace(DRAFT, slug="how-to-withdraw", title="How to withdraw"))
    await library.library(kit)
    assert cut == ["how-to-withdraw"]
    assert len(books.index) == 4


async def test_a_look_that_finds_nothing_new_costs_two_small_statements(world: Any, clock: Any) -> None:
    await library.library(world.kit)
    clock.now += 5
    with world.statements() as said:
        await library.library(world.kit)
        await library.library(world.kit)
    assert len(said) == 2


async def test_a_process_looks_by_itself_so_that_no_reader_waits(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "LOOK_EVERY_S", 0.05)
    books = await library.library(kit)
    looking = asyncio.create_task(books.keep_looking(kit))
    await actions.publish(kit, SYSTEM, DRAFT)
    async with asyncio.timeout(10):
        while books.index.article("how-to-deposit", "en") is None:
            await asyncio.sleep(0.02)
    looking.cancel()
