"""Mood, kind and whether it is about one's own case, from words alone."""

from pathlib import Path

import pytest

from farol.channels.opinions.model import read, spikes


@pytest.mark.parametrize(("text", "mood", "kind", "own"), [
    ("My withdrawal is stuck for days, this is a scam!!", "negative", "complaint", True),
    ("我的提现三天没到账，没人理", "negative", "complaint", True),
    ("How long does my deposit take?", "neutral", "question", True),
    ("充值多久能到账？我在等", "neutral", "question", True),
    ("Great support, thanks, solved in minutes", "positive", "praise", False),
    ("客服很专业，谢谢", "positive", "praise", False),
    ("Not bad at all", "neutral", "other", False),
    ("not good, never helpful", "negative", "complaint", False),
    ("BTC is up today", "neutral", "other", False),
    ("不是骗子", "neutral", "other", False),
])  # fmt: skip
def test_words(text: str, mood: str, kind: str, own: bool) -> None:
    found = read(text)
    assert (found.mood, found.kind, found.own_case) == (mood, kind, own)


def test_stars_weigh() -> None:
    assert read("ok", 1).mood == "negative"
    assert read("ok", 5).mood == "positive"
    assert read("ok", 3).mood == "neutral"


def test_a_spike_is_many_and_more_than_usual() -> None:
    assert spikes(5, 0.2)
    assert not spikes(4, 0.0)
    assert not spikes(8, 3.0)
    assert spikes(9, 3.0)


def test_sentences_nobody_had_seen_are_seldom_taken_for_their_opposite() -> None:
    """What was measured at first sight, kept as the floor; see the corpus' README."""
    rows = [line.split("\t") for line in (Path(__file__).parent / "corpus/first_sight.tsv").read_text("utf-8").splitlines()]
    judged = [(wanted, read(words).mood) for wanted, words in rows]
    assert len(rows) == 100
    assert sum(wanted == found for wanted, found in judged) >= 61
    assert sum({wanted, found} == {"negative", "positive"} for wanted, found in judged) <= 2
    assert not [found for wanted, found in judged if wanted == "neutral" and found != "neutral"]
