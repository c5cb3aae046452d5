"""Publishing: versions that stay, and an event on the article's stream."""

from datetime import date

import asyncpg
import msgspec
import pytest

from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.selfserve.knowledge import actions, seeding
from farol.selfserve.knowledge.model import Draft
from farol.selfserve.knowledge.problems import ArticleRefused

DRAFT = Draft(
    slug="how-to-deposit", category="deposits", language="en", title="How to deposit", summary="Copy the address.",
    body="## Steps {#steps}\n\n1. Copy.\n", checked_by="Kai", checked_on=date(2026, 11, 20), place=20,
)  # fmt: skip


async def test_the_next_version_stands_beside_the_first(kit: Kit) -> None:
    assert await actions.publish(kit, SYSTEM, DRAFT) == 1
    assert await actions.publish(kit, SYSTEM, DRAFT) == 1
    assert await actions.publish(kit, SYSTEM, msgspec.structs.replace(DRAFT, title="Deposit, step by step")) == 2
    rows = await kit.db.fetch("select version, title from article_version order by version")
    assert [tuple(row) for row in rows] == [(1, "How to deposit"), (2, "Deposit, step by step")]
    events = await kit.db.fetch("select seq, kind, actor, public, body from event where stream like 'article:%' order by seq")
    assert [(row["seq"], row["kind"], row["actor"], row["public"], row["body"]["version"]) for row in events] == [
        (1, "article.published", "system:0", True, 1), (2, "article.published", "system:0", True, 2)]  # fmt: skip


async def test_what_was_published_cannot_be_changed(kit: Kit) -> None:
    await actions.publish(kit, SYSTEM, DRAFT)
    with pytest.raises(asyncpg.PostgresError, match="immutable"):
        await kit.db.execute("update article_version set body = 'x'")


@pytest.mark.parametrize(
    "change",
    [{"body": "[x](//evil.example)"}, {"body": "{{core:secrets}}"}, {"title": " "}, {"body": "x" * 50_000}, {"category": "moon"},
     {"summary": "a\0b"}],
    ids=["link", "live block", "no title", "too long", "topic", "nul"],
)  # fmt: skip
async def test_an_unsafe_or_incomplete_text_is_refused_and_nothing_is_stored(kit: Kit, change: dict[str, str]) -> None:
    with pytest.raises(ArticleRefused) as refused:
        await actions.publish(kit, SYSTEM, msgspec.structs.replace(DRAFT, **change))
    assert refused.value.fields["errors"]
    assert await kit.db.fetchval("select count(*) from article") == 0


async def test_seeding_twice_is_seeding_once(kit: Kit) -> None:
    assert await seeding.seed(kit) == 126
    before = await kit.db.fetchval("select count(*) from event")
    await seeding.seed(kit)
    assert await kit.db.fetchval("select count(*) from event") == before == 126
    assert await kit.db.fetchval("select count(*) from article") == 63
