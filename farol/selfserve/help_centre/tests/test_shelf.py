"""The shelf: what was published shows at once by a wake-up, and without one within two seconds."""

from datetime import date

import pytest

from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.selfserve.help_centre import shelf
from farol.selfserve.knowledge import actions
from farol.selfserve.knowledge.model import Draft

DRAFT = Draft(
    slug="how-to-deposit", category="deposits", language="en", title="How to deposit", summary="Copy the address.",
    body="## Steps {#steps}\n\n1. Copy.\n", checked_by="Kai", checked_on=date(2026, 11, 20), place=20,
)  # fmt: skip


async def test_a_shelf_without_wake_ups_sees_it_within_two_seconds(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(shelf.time, "monotonic", lambda: now)
    books = shelf.Shelf()
    await books.refresh(kit)
    await actions.publish(kit, SYSTEM, DRAFT)
    await books.refresh(kit)
    assert books.article("how-to-deposit", "en") is None
    now += shelf.LOOK_EVERY_S
    await books.refresh(kit)
    assert books.article("how-to-deposit", "en")
    assert books.index.find("copy address", "en")[0].article.slug == "how-to-deposit"
    assert books.languages("how-to-deposit") == ["en"]


async def test_a_wake_up_shows_it_at_once(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(shelf.time, "monotonic", lambda: now)
    books = shelf.Shelf()
    await books.refresh(kit)
    await actions.publish(kit, SYSTEM, DRAFT)
    books.stale()
    await books.refresh(kit)
    assert books.article("how-to-deposit", "en")
