"""Seed phrases: every list, every spelling, with slips; nothing in clean text."""

import random

import pytest

from farol.core.shield import scrub
from farol.core.shield.tests.corpus import BITS, CLEAN, LANGUAGES, is_han, phrases, slipped, written
from farol.core.shield.wordlists import entries, fold


def test_all_twelve_languages_are_here() -> None:
    assert len(LANGUAGES) == 12
    assert all(len(set(entries(language))) == 2048 for language in LANGUAGES)
    assert all(
        word.isalpha() for language in LANGUAGES for word in entries(language) if language != "japanese"
    )
    assert (len(entries("slip39")), len(entries("monero"))) == (1024, 1626)


def test_every_vector_in_every_spelling_is_removed() -> None:
    """300 phrases in all spellings: at least 999 of 1,000 found, and nothing of the phrase left where found."""
    tried = missed = 0
    for language, words in phrases(each=5):
        for way, text in written(language, words).items():
            result = scrub(text)
            tried += 1
            missed += "seed_phrase" not in result.removed
            if "seed_phrase" in result.removed and not is_han(language):
                left = set(fold(result.text).replace("[seed phrase removed]", "").split())
                assert not left & {fold(word) for word in words} - {"hello", "now", "open", "this"}, (
                    way,
                    result.text,
                )
    assert tried > 4_000
    assert missed / tried <= 0.001


@pytest.mark.parametrize("slips", [1, 2])
def test_slips_do_not_hide_a_phrase(slips: int) -> None:
    source = random.Random(slips)
    missed = []
    for language, words in phrases(each=4, seed=slips):
        spoilt = slipped(source, language, words, slips)
        for text in (" ".join(spoilt), "\n".join(spoilt), f"seed phrase: {' '.join(spoilt)}"):
            if "seed_phrase" not in scrub(text).removed:
                missed.append(text)
    assert missed == []


def test_eleven_of_twelve_words_are_too_many_to_keep() -> None:
    for language, words in phrases(each=1):
        if len(words) == 12:
            assert scrub(" ".join(words[:11])).removed == ("seed_phrase",), language


def test_named_phrases_may_be_short_or_broken() -> None:
    assert scrub("my seed: abandon ability able about above absent").removed == ("seed_phrase",)
    assert scrub("助记词前六个 abandon ability able about above absent").removed == ("seed_phrase",)
    named = scrub("助记词：效面墊觀孩煤樂色吸麗哪鑄愈盾错")
    assert named == ("助记词：〔助记词已删除〕", ("seed_phrase",))


def test_four_letters_of_each_word_are_a_phrase_too() -> None:
    for language, words in phrases(each=2):
        if language == "english":
            assert scrub(" ".join(word[:4].upper() for word in words)).removed == ("seed_phrase",)


@pytest.mark.parametrize(("name", "size"), [("slip39", 20), ("slip39", 33), ("monero", 25)])
def test_other_english_lists_are_known(name: str, size: int) -> None:
    source = random.Random(size)
    for _ in range(20):
        assert scrub(" ".join(source.choices(entries(name), k=size))).removed == ("seed_phrase",)


def test_the_words_around_a_phrase_stay() -> None:
    _, words = next(iter(phrases(each=1)))
    english = next(words for language, words in phrases(each=1) if language == "english")
    text = f"Hi, I cannot open it. This: {' '.join(english)}. My ticket is FRL-2026-000123."
    assert scrub(text).text.endswith("[seed phrase removed]. My ticket is FRL-2026-000123.")
    assert (
        scrub(f"我的钱包打不开了，{' '.join(words)}，怎么办").text
        == "我的钱包打不开了，〔助记词已删除〕，怎么办"
    )


def test_clean_messages_stay_as_they_are() -> None:
    changed = [message for message in CLEAN if scrub(message).text != message]
    assert len(CLEAN) > 500
    assert changed == []


def test_long_clean_prose_stays() -> None:
    """Many clean messages in one text: no window across sentences turns into a phrase."""
    for joint in (" ", "\n", "，"):
        for start in range(0, len(CLEAN), 40):
            text = joint.join(CLEAN[start : start + 40])
            assert "seed_phrase" not in scrub(text).removed


def test_checksums_are_what_separates_short_chinese_stretches() -> None:
    from farol.core.shield.han_phrases import checksum_agrees

    for language, words in phrases(each=2):
        if is_han(language):
            assert checksum_agrees("".join(words))
    assert len(BITS) == 5
    assert not checksum_agrees("账" * 12)
