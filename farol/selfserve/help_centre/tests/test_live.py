"""All articles, in both languages, with what the demo exchange says now."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from markupsafe import escape

from farol.app.demo.exchange.facts import tables
from farol.core.exchange.published import Published
from farol.kit.core import Kit
from farol.selfserve.knowledge import markdown, seeding
from farol.selfserve.knowledge.liveblocks import Live
from tests.world import Client

Says = Callable[[Any], Awaitable[None]]
DRAFTS = {(draft.language, draft.slug): draft for draft in seeding.shipped()}


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_every_article_is_whole_with_the_tables_of_the_exchange(reader: Client, demo: None, lang: str) -> None:
    drafts = [draft for draft in DRAFTS.values() if draft.language == lang]
    assert len(drafts) == 63
    for draft in drafts:
        text = (await reader.get(f"/help/{lang}/a/{draft.slug}")).text
        blocks = [part for part in markdown.parts(draft.body) if isinstance(part, Live)]
        core = [part for part in blocks if part.kind.startswith("core:")]
        assert not re.search(r"\{\{|not given|未提供|livetag off", text), draft.slug
        assert text.count('<section class="live"') == len([part for part in blocks if part.kind != "tool:txid"]), draft.slug
        assert len(re.findall(r'class="livetag">(?:Read from the exchange today|今天) \d\d:\d\d UTC', text)) == len(core), draft.slug
        for part in core:
            if part.kind == "core:facts":
                table = tables()[part.filters["name"]]
                assert table.title.of(draft.language) in text, (draft.slug, part)
                assert all(escape(cell) in text for line in table.lines(draft.language) for cell in line), (draft.slug, part)


def test_every_table_is_quoted_and_every_quoted_table_is_published() -> None:
    quoted = {
        part.filters["name"] for draft in DRAFTS.values() for part in markdown.parts(draft.body)
        if isinstance(part, Live) and part.kind == "core:facts"
    }  # fmt: skip
    assert quoted == set(tables())


async def test_fees_minimums_and_rules_are_those_of_the_exchange(reader: Client, demo: None) -> None:
    text = (await reader.get("/help/en/a/withdrawal-fees-limits")).text
    assert re.search(r'USDT · TRON \(TRC-20\)</th>\s*<td class="n" data-name="Withdrawal fee">1\.5</td><td class="n" data-name="Least withdrawal">7\.5</td>', text)
    assert '<th scope="row">2, standard</th>' in text
    assert ">200,000 USDT</td>" in text
    zh = (await reader.get("/help/zh/a/withdrawal-fees-limits")).text
    assert '<th scope="row">2 标准</th>' in zh


async def test_an_exchange_that_does_not_answer_is_said_in_every_block(reader: Client, exchange: Says, kit: Kit) -> None:
    await exchange(None)
    text = (await reader.get("/help/en/a/withdrawal-fees-limits")).text
    assert text.count('class="livetag off"') == 3
    assert "This table cannot be read now" in text
    assert "200,000 USDT" not in text


async def test_a_table_that_was_read_once_stays_marked_as_old(reader: Client, demo: None, exchange: Says, kit: Kit) -> None:
    await reader.get("/help/zh/a/kyc-levels")
    await exchange(None)
    kit.get(Published).expire()
    text = (await reader.get("/help/zh/a/kyc-levels")).text
    assert "200,000 USDT" in text
    assert "之后可能变了" in text


async def test_a_table_the_exchange_does_not_publish_is_said_so(reader: Client, exchange: Says) -> None:
    await exchange([])
    text = (await reader.get("/help/en/a/kyc-levels")).text
    assert "The exchange does not publish this table now" in text
