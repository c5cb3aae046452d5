"""The index: what it finds by, what it forgives, what it hides, and how it grows without being built again."""

from typing import Any

import pytest

from farol.selfserve.knowledge.audience import ANYBODY, Audience, Reader
from farol.selfserve.retrieval import corpus, index
from farol.selfserve.retrieval.asking import sees
from farol.selfserve.retrieval.tests.shelves import SHIPPED, article, made, shipped


@pytest.mark.parametrize("nothing", ["", "   ", "???", "qqzzxxv", "\u200b", "🙂", "的", "the"])
def test_nothing_gives_nothing(nothing: str) -> None:
    found = made(article(1, "Deposits")).find(nothing, "zh")
    assert found.hits == []
    assert not found.good


def test_an_empty_index_answers() -> None:
    assert index.empty(SHIPPED).find("充值", "zh").hits == []
    assert index.empty(SHIPPED).changed([]).passages("充值", "zh") == []


def test_each_article_is_found_once_and_the_best_first() -> None:
    hits = shipped().find("提币 充值 withdrawal deposit", "zh").hits
    assert len({hit.article.slug for hit in hits}) == len(hits) == 10
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("staking", "Staking rewards"), ("stakng", "Staking rewards"), ("stak", "Staking rewards"), ("STAKING!", "Staking rewards"),
        ("dépôts", "Dépôts en euros"), ("depots", "Dépôts en euros"), ("пополнениее", "Пополнение"), ("matic", "Polygon was renamed"),
    ],
)  # fmt: skip
def test_a_word_is_found_as_typed_begun_mistyped_without_accents_and_by_its_other_names(question: str, title: str) -> None:
    whole = made(article(1, "Staking rewards"), article(2, "Dépôts en euros", language="fr"), article(3, "Пополнение", language="ru"),
                 article(4, "Polygon was renamed"), article(5, "Something else"))  # fmt: skip
    assert whole.find(question, "en").hits[0].article.title == title


def test_two_slips_are_forgiven_in_a_long_word_and_none_in_a_short_one() -> None:
    whole = made(article(1, "Authenticator"), article(2, "Rome"))
    assert whole.find("authentcatro", "en").hits[0].article.slug == "a1"
    assert whole.find("some", "en").hits == []


def test_traditional_and_simplified_are_one() -> None:
    whole = made(article(1, "賬戶凍結", language="zh"), article(2, "帐户解冻", language="zh"))
    assert whole.find("账户冻结", "zh").hits[0].article.slug == "a1"
    assert whole.find("帳戶解凍", "zh").hits[0].article.slug == "a2"


def test_the_readers_language_goes_first_and_another_is_better_than_none() -> None:
    whole = made(article(1, "USDT", language="es"), article(2, "USDT", language="en"), article(3, "TON", language="zh"))
    assert [hit.article.language for hit in whole.find("usdt", "en").hits] == ["en", "es"]
    assert [hit.article.language for hit in whole.find("ton", "es").hits] == ["zh"]


def test_the_passage_is_the_one_that_answers() -> None:
    body = "Before.\n\n## Fees {#fees}\n\nA withdrawal costs one coin.\n\n## Times {#times}\n\nIt takes eleven minutes.\n"
    hit = made(article(1, "Withdrawals", body), article(2, "Other")).find("eleven minutes", "en").hits[0]
    assert (hit.passage.anchor, hit.passage.heading, hit.passage.text) == ("times", "Times", "It takes eleven minutes.")


def test_a_long_section_makes_several_passages() -> None:
    body = "## List {#list}\n\n" + "\n\n".join(f"Line {n} about something that is said at some length here." for n in range(200))
    whole = made(article(1, "Lines", body))
    assert len(whole) > 5
    assert "Line 177 " in whole.find("line 177", "en").hits[0].passage.text


SECRET = Audience("staff")


@pytest.mark.parametrize(
    ("audience", "reader", "seen"),
    [
        (SECRET, ANYBODY, False), (SECRET, Reader("customer", "VIP 9"), False), (SECRET, Reader("staff"), True),
        (Audience("signed_in"), ANYBODY, False), (Audience("signed_in"), Reader("customer"), True),
        (Audience(tier="VIP 2"), Reader("customer", "VIP 1"), False), (Audience(tier="VIP 2"), Reader("customer", "VIP 3"), True),
    ],
)  # fmt: skip
def test_what_a_reader_may_not_see_is_not_found(audience: Audience, reader: Reader, seen: bool) -> None:
    whole = made(article(1, "Payout desk", audience=audience), article(2, "Desk"))
    assert ("a1" in [hit.article.slug for hit in whole.find("payout desk", "en", sees=sees(reader)).hits]) is seen


def test_hidden_articles_do_not_crowd_out_what_may_be_seen() -> None:
    hidden = [article(n, "Payout desk payout desk", audience=SECRET) for n in range(300)]
    whole = made(*hidden, article(1000, "Something about the payout desk of old"))
    assert [hit.article.slug for hit in whole.find("payout desk", "en", sees=sees(ANYBODY)).hits] == ["a1000"]


def test_a_new_version_takes_the_place_of_the_old() -> None:
    first = made(article(1, "Deposits", slug="x"), article(2, "Other", slug="y"))
    second = first.changed([article(3, "Withdrawals", slug="x")])
    assert second.find("deposits", "en").hits == []
    assert second.find("withdrawals", "en").hits[0].article.id == 3
    assert first.find("deposits", "en").hits[0].article.id == 1, "a snapshot stays as it was"
    gone = second.changed([], [("x", "en")])
    assert gone.find("withdrawals", "en").hits == []
    assert len(gone) == 1


def test_adding_one_article_does_not_touch_the_large_segment(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made(*(article(n, f"Article number {n}") for n in range(200)))
    large = whole._corpora["en"].segments[0]
    merges: list[int] = []
    monkeypatch.setattr(corpus, "merged", lambda segments: merges.append(sum(map(len, segments))) or segment(segments))
    from farol.selfserve.retrieval.segment import merged as segment

    for n in range(1000, 1030):
        whole = whole.changed([article(n, f"Newcomer {n}")])
        assert whole.find(f"newcomer {n}", "en").hits[0].article.id == n
    assert whole._corpora["en"].segments[0] is large
    assert max(merges) < 100
    assert len(whole._corpora["en"].segments) < 6


def test_one_by_one_or_all_at_once_find_the_same() -> None:
    articles = list(shipped().articles())
    grown: Any = index.empty(SHIPPED)
    for start in range(0, len(articles), 9):
        grown = grown.changed(articles[start : start + 9])
    grown = grown.changed(articles[:20])
    assert len(grown) == len(shipped())
    for question in ("充值没到", "withdrawal stuck", "kyc"):
        one, other = grown.find(question, "en").hits, shipped().find(question, "en").hits
        assert [(hit.article.slug, hit.passage.anchor) for hit in one[:5]] == [(hit.article.slug, hit.passage.anchor) for hit in other[:5]]
        assert [hit.score for hit in one] == pytest.approx([hit.score for hit in other], rel=1e-4)
