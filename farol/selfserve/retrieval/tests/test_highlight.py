"""Highlights: the text stays the text, and what was looked for is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.selfserve.retrieval.highlight import EXCERPT, Marker
from farol.selfserve.retrieval.tests.shelves import shipped


def test_highlights_join_to_the_same_text() -> None:
    wanted = shipped().find("儲值 confirmations", "zh").hits[0].wanted
    words = "充值要过两道门，confirmations 到了才能提币。"
    pieces = Marker(wanted).marked(words)
    assert "".join(text for text, _ in pieces) == words
    assert [text for text, hit in pieces if hit] == ["充值", "confirmations"]


@given(st.text(max_size=300), st.sets(st.text(max_size=8), max_size=8))
def test_any_text_stays_whole(words: str, wanted: set[str]) -> None:
    assert "".join(text for text, _ in Marker(wanted).marked(words)) == words


@pytest.mark.parametrize(
    ("word", "marked"), [("withdraw", True), ("withdrawals", True), ("withdrew", True), ("without", False), ("with", False), ("Withdraw", True)],
)
def test_a_stem_marks_words_that_differ_at_the_end(word: str, marked: bool) -> None:
    assert Marker({"withdraw", "with*"}).marked(word) == [(word, marked)]


def test_an_excerpt_is_short_and_holds_the_match() -> None:
    line = "无关的话。" * 80 + "白名单里没有这个地址。" + "无关的话。" * 80
    pieces = Marker({"白名", "名单"}).excerpt(["一句话的摘要，也没有那个词。", line, "白名单"])
    assert sum(len(text) for text, _ in pieces) <= EXCERPT + 2
    assert ("白名单", True) in pieces


def test_no_lines_give_no_excerpt() -> None:
    assert Marker({"a"}).excerpt([]) == []
