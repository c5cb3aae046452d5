"""The pages over HTTP: two languages, no script, live facts with their clock, honest when the exchange is away."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

import pytest

from farol.kit.web.built import address
from farol.selfserve.help_centre.policy import INTEGRITY
from farol.selfserve.knowledge import seeding
from tests.world import Client

USDT_TRON = {"coin": "USDT", "network": "TRON", "deposit_enabled": True, "withdraw_enabled": True, "min_deposit": "1",
             "confirm_credit": 19, "confirm_unlock": 23}  # fmt: skip
SOL_PAUSED = {"coin": "SOL", "network": "SOL", "deposit_enabled": True, "withdraw_enabled": False}
XRP = {"coin": "XRP", "network": "XRP", "deposit_enabled": False, "withdraw_enabled": False, "memo_required": True,
       "deposit_resume_at": "2026-11-21T15:30:00Z"}  # fmt: skip
Says = Callable[[Any], Awaitable[None]]
SLUGS = sorted({draft.slug for draft in seeding.shipped()})


async def page(reader: Client, path: str, status: int = 200) -> str:
    answer = await reader.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/html; charset=utf-8")
    policy = answer.headers["content-security-policy"]
    assert f"script-src '{INTEGRITY}'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|<[^>]*\s(style|on\w+)=", answer.text)
    for tag, content in re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.S):
        data = tag == ' type="application/ld+json"' and "<" not in content
        ours = re.fullmatch(rf' src="/static/help\.js[^"]*" integrity="{re.escape(INTEGRITY)}" defer', tag) and not content
        assert data or ours, tag
    assert answer.text.count("<h1") == 1
    return answer.text


async def test_the_door_leads_to_the_readers_language(reader: Client) -> None:
    assert (await reader.get("/")).headers["location"] == "/help"
    for header, place in (("zh-TW,zh;q=0.8", "/help/zh-Hant"), ("zh-CN", "/help/zh"), ("en-GB", "/help/en"), ("ru-RU,en;q=0.5", "/help/ru"), ("fr", "/help/en")):
        answer = await reader.get("/help", headers={"accept-language": header})
        assert (answer.status_code, answer.headers["location"]) == (303, place)


@pytest.mark.parametrize(("lang", "title"), [("zh", "遇到什么事了？"), ("en", "What happened?")])
async def test_home_lists_every_article_by_topic(reader: Client, lang: str, title: str) -> None:
    text = await page(reader, f"/help/{lang}")
    assert f"<h1>{title}</h1>" in text
    for slug in SLUGS:
        assert f'href="/help/{lang}/a/{slug}"' in text
    assert f'<html lang="{"zh-Hans" if lang == "zh" else "en"}" dir="ltr">' in text
    assert f'<link rel="canonical" href="http://farol.test/help/{lang}">' in text
    assert 'hreflang="zh-Hans" href="http://farol.test/help/zh"' in text
    assert 'hreflang="en" href="http://farol.test/help/en"' in text


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_every_article_can_be_read(reader: Client, lang: str) -> None:
    for slug in SLUGS:
        text = await page(reader, f"/help/{lang}/a/{slug}")
        assert f'href="/help/{"en" if lang == "zh" else "zh"}/a/{slug}"' in text
        assert text.count('id="stuck"') == 1, slug
        assert re.search(rf'href="/my/new\?reason=[a-z0-9_.]+&amp;article={slug}"', text)
        assert 'class="sos" href="/stolen"' in text
        ids = re.findall(r'\bid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), (slug, ids)
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids), slug


async def test_live_numbers_come_from_the_exchange_with_their_time(reader: Client, exchange: Says) -> None:
    await exchange([USDT_TRON, SOL_PAUSED, XRP])
    text = await page(reader, "/help/en/a/confirmations")
    assert re.search(r"Read from the exchange today \d\d:\d\d UTC", text)
    assert re.search(r'data-name="Trade after">19</td><td class="n" data-name="Withdraw after">23</td>', text)
    assert "withdrawals paused" in text
    deposit = await page(reader, "/help/en/a/deposit-not-credited")
    assert ">19</td>" in deposit
    assert "USDT · TRON (TRC-20)" in deposit
    assert "SOL" not in re.findall(r"<tbody>(.*?)</tbody>", deposit, re.S)[0]
    assert "XRP · XRP Ledger" in await page(reader, "/help/en/a/memo-tag")


async def test_home_says_what_is_paused(reader: Client, exchange: Says) -> None:
    await exchange([USDT_TRON, SOL_PAUSED, XRP])
    text = await page(reader, "/help/zh")
    assert "<b>SOL 提币暂停</b>" in text
    assert "<b>XRP 充值和提币暂停</b>" in text
    assert "15:30 UTC恢复充值" in text
    assert "没有暂停的网络" not in text
    await exchange([USDT_TRON])
    assert "没有暂停的网络" in await page(reader, "/help/zh")


async def test_an_exchange_that_never_answered_is_said_so_and_nothing_is_guessed(reader: Client, exchange: Says) -> None:
    await exchange(None)
    text = await page(reader, "/help/zh/a/confirmations")
    assert "交易所没有回应" in text
    assert "<tbody>" not in text
    home = await page(reader, "/help/en")
    assert "The exchange is not answering" in home
    assert "No network is paused" not in home


async def test_an_exchange_that_stopped_answering_leaves_old_numbers_marked_as_old(reader: Client, exchange: Says) -> None:
    await exchange([USDT_TRON])
    await page(reader, "/help/en/a/confirmations")
    await exchange(None)
    text = await page(reader, "/help/en/a/confirmations")
    assert ">19</td>" in text
    assert re.search(r"Last read today \d\d:\d\d UTC\. What follows may have changed", text)
    assert "Read from the exchange" not in text


@pytest.mark.parametrize(
    "path", ["/help/zh/a/none", "/help/fr", "/help/fr/a/confirmations", "/help/zh/a/%3Cscript%3E", "/help/en/a/" + "x" * 3000])
async def test_what_is_not_there_is_a_page_that_helps_on(reader: Client, path: str) -> None:
    text = await page(reader, path, 404)
    assert 'role="search"' in text
    assert "/a/deposit-not-credited" in text
    assert '<meta name="robots" content="noindex">' in text


async def test_search_finds_marks_and_links(reader: Client) -> None:
    text = await page(reader, f"/help/zh/search?q={quote('儲值未到賬')}")
    first = re.search(r'<li><h2><a href="([^"]+)">(.*?)</a>', text)
    assert first
    assert first[1] == "/help/zh/a/deposit-not-credited"
    assert "<mark>充值未到账</mark>" in first[2]
    assert 'value="儲值未到賬"' in text


async def test_search_without_result_offers_the_topics(reader: Client) -> None:
    text = await page(reader, "/help/en/search?q=qqzzxxv")
    assert "Nothing found for “qqzzxxv”" in text
    assert "/help/en/a/confirmations" in text
    assert "Type something to look for" in await page(reader, "/help/en/search")


async def test_a_ticket_number_leads_to_the_ticket(reader: Client) -> None:
    for typed in ("FRL-2026-000123", " frl-2026-000123 ", "ＦＲＬ-2026-000123"):
        answer = await reader.get("/help/zh/search", params={"q": typed})
        assert (answer.status_code, answer.headers["location"]) == (303, "/my/tickets/FRL-2026-000123")


async def test_a_transaction_id_is_recognised(reader: Client) -> None:
    txid = "0x9f3c71d0a4be55c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0e71a"
    text = await page(reader, f"/help/en/search?q={txid}")
    assert "This is a transaction id" in text
    assert "Ethereum" in text
    assert "/help/en/a/deposit-not-credited#steps" in text
    address = await page(reader, "/help/en/search?q=TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")
    assert "This is an address, not a transaction id" in address
    wrong = await page(reader, "/help/en/search?q=TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u")
    assert "checksum does not match" in wrong


@pytest.mark.parametrize(
    "question",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "' or 1=1 --", "../../etc/passwd", "\u202eabc",
     "x" * 20_000, "%", "\ud83d\ude00"],
)  # fmt: skip
async def test_anything_may_be_asked(reader: Client, question: str) -> None:
    answer = await reader.get("/help/zh/search", params={"q": question.encode("utf-16", "surrogatepass").decode("utf-16")})
    assert answer.status_code == 200
    assert set(re.findall(r"<script[^>]*", answer.text)) == {f'<script src="{address("/static/help.js")}" integrity="{INTEGRITY}" defer'}
    assert "<img" not in answer.text
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", answer.text)[0]


async def test_nul_is_refused(reader: Client) -> None:
    assert (await reader.get("/help/zh/search?q=a%00b")).status_code == 422
    assert (await reader.get("/help/zh/a/a%00b")).status_code == 404
