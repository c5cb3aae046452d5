"""The shipped articles: complete in both languages, well-formed, with no dead link and no typed fact that changes."""

import re

import pytest

from farol.core.exchange.reasons import REASONS
from farol.selfserve.knowledge import markdown, model, seeding
from farol.selfserve.knowledge.model import Draft

DRAFTS = seeding.shipped()
BY_LANGUAGE = {lang: {d.slug: d for d in DRAFTS if d.language == lang} for lang in ("zh", "en")}
NOT_ABOUT_WITHDRAWALS = {
    "below_minimum", "contract_address", "expired_address", "hot_wallet", "missing_memo", "network_suspended", "travel_rule", "unlisted_coin",
    "wrong_memo", "wrong_network"}


def test_every_article_exists_in_both_languages_with_the_same_parts() -> None:
    assert BY_LANGUAGE["zh"].keys() == BY_LANGUAGE["en"].keys()
    assert len(BY_LANGUAGE["zh"]) == 63
    for slug, chinese in BY_LANGUAGE["zh"].items():
        english = BY_LANGUAGE["en"][slug]
        assert [h.anchor for h in markdown.headings(chinese.body)] == [h.anchor for h in markdown.headings(english.body)]
        assert [p for p in markdown.parts(chinese.body) if isinstance(p, markdown.Live)] == [
            p for p in markdown.parts(english.body) if isinstance(p, markdown.Live)
        ]
        assert (chinese.category, chinese.place, chinese.related) == (english.category, english.place, english.related)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: f"{d.language}-{d.slug}")
def test_an_article_may_be_published(draft: Draft) -> None:
    assert not model.faults(draft) + markdown.faults(draft.body)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: f"{d.language}-{d.slug}")
def test_an_article_follows_the_template_and_its_links_lead_somewhere(draft: Draft) -> None:
    anchors = [heading.anchor for heading in markdown.headings(draft.body)]
    assert anchors[0] == "who"
    assert {"cannot", "time-and-fee"} <= set(anchors)
    linked = re.findall(r"\]\(([a-z0-9-]+)(?:#[a-z0-9-]+)?\)", draft.body)
    assert set(linked) | set(draft.related) <= BY_LANGUAGE[draft.language].keys()


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: f"{d.language}-{d.slug}")
def test_the_words_are_calm(draft: Draft) -> None:
    words = draft.title + draft.summary + markdown.plain(draft.body)
    assert not re.search(r"[!！]|unfortunately|\bsoon\b|\bshortly\b|亲|尊敬|很快|尽快|抱歉", words, re.I)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_dictionary_of_withdrawal_errors_knows_every_reason_we_may_say(lang: str) -> None:
    body = BY_LANGUAGE[lang]["withdrawal-errors"].body
    said = {code: getattr(text, lang) for code, text in REASONS.items() if code not in NOT_ABOUT_WITHDRAWALS}
    assert not [f"{code}: {clause}" for code, clause in said.items() if f"| {clause} |" not in body]
