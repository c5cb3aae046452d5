"""Search: the right article first, in both languages and scripts, with slips of the finger."""

from datetime import UTC, datetime

import pytest

from farol.kit.i18n import Lang
from farol.selfserve.help_centre import highlight
from farol.selfserve.help_centre.search import Index, one_slip
from farol.selfserve.knowledge import seeding
from farol.selfserve.knowledge.model import Article

AT = datetime(2026, 11, 20, tzinfo=UTC)
INDEX = Index(
    Article(n, d.slug, d.category, d.place, d.language, 1, d.title, d.summary, d.body, d.keywords, list(d.related),
            d.checked_by, d.checked_on, AT)
    for n, d in enumerate(seeding.shipped())
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "lang", "slug"),
    [
        ("充值没到", "zh", "deposit-not-credited"),
        ("儲值未到賬", "zh", "deposit-not-credited"),
        ("我的号被盗了快冻结", "zh", "account-stolen"),
        ("有人把我的币提走了", "zh", "account-stolen"),
        ("my account is hacked freeze it now", "en", "account-stolen"),
        ("depsoit not arrived", "en", "deposit-not-credited"),
        ("my withdrwal is stuck", "en", "withdrawal-status"),
        ("how many confirmations do you need", "en", "confirmations"),
        ("改密码为什么24小时不能提币", "zh", "withdrawal-holds"),
        ("标签漏填了", "zh", "memo-tag"),
        ("forgot the destination tag", "en", "memo-tag"),
        ("充错链了能找回吗", "zh", "wrong-network"),
        ("I sent USDT over BEP20 to my ERC20 address", "en", "wrong-network"),
        ("提示地址不在白名单", "zh", "withdrawal-errors"),
        ("提領失敗", "zh", "withdrawal-errors"),
        ("131089", "en", "withdrawal-errors"),
        ("telegram客服私聊我是真的吗", "zh", "verify-official"),
        ("they asked for my seed phrase", "en", "never-asked"),
        ("where is my txid", "en", "find-txid"),
        ("要多久回复", "zh", "service-promise"),
        ("complaint", "en", "service-promise"),
    ],
)
def test_the_right_article_comes_first(question: str, lang: Lang, slug: str) -> None:
    hits = INDEX.find(question, lang)
    assert hits[0].article.slug == slug
    assert hits[0].article.language == lang


def test_a_question_in_the_other_language_finds_the_article_in_the_readers() -> None:
    assert INDEX.find("how many confirmations", "zh")[0].article.language == "zh"
    assert INDEX.find("充值没到账", "en")[0].article.title == "Deposit not credited: check it yourself"


@pytest.mark.parametrize("nothing", ["", "   ", "???", "qqzzxxv", "\u200b", "🙂"])
def test_nothing_gives_nothing(nothing: str) -> None:
    assert INDEX.find(nothing, "zh") == []


def test_each_article_is_found_once_and_the_best_first() -> None:
    hits = INDEX.find("提币 充值 withdrawal deposit", "zh")
    assert len({hit.article.slug for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_an_empty_index_answers() -> None:
    assert Index([]).find("充值", "zh") == []


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("deposit", "depsoit", True), ("deposit", "deposi", True), ("deposit", "deposits", True), ("deposit", "depozit", True),
     ("deposit", "deposit", False), ("deposit", "despoits", False), ("ab", "", False), ("a", "", True)],
)  # fmt: skip
def test_one_slip(one: str, other: str, near: bool) -> None:
    assert one_slip(one, other) is near
    assert one_slip(other, one) is near


def test_highlights_join_to_the_same_text() -> None:
    wanted = INDEX.find("儲值 confirmations", "zh")[0].wanted
    words = "充值要过两道门，confirmations 到了才能提币。"
    pieces = highlight.marked(words, wanted)
    assert "".join(text for text, _ in pieces) == words
    assert [text for text, hit in pieces if hit] == ["充值", "confirmations"]


def test_an_excerpt_is_short_and_holds_the_match() -> None:
    line = "无关的话。" * 80 + "白名单里没有这个地址。" + "无关的话。" * 80
    pieces = highlight.excerpt(["一句话的摘要，也没有那个词。", line, "白名单"], {"白名", "名单"})
    assert sum(len(text) for text, _ in pieces) <= highlight.EXCERPT + 2
    assert ("白名单", True) in pieces
