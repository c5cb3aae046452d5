"""The word for a person in thirty languages, in whole words, and not inside ordinary sentences."""

import json
from importlib.resources import files

import pytest

from farol.selfserve.assistant.turn.person import asks_what_it_is, says_nothing, wants_person
from farol.selfserve.assistant.words import words_of

PEOPLE = json.loads(files("farol.selfserve.assistant.turn").joinpath("people.json").read_text("utf-8"))
LANGUAGES = ("zh-Hans", "zh-Hant", "en", "ru", "es", "vi", "tr", "ko", "ja", "pt", "ar")


def test_thirty_languages() -> None:
    assert len(PEOPLE) >= 30


@pytest.mark.parametrize("language", sorted(PEOPLE))
def test_every_word_alone(language: str) -> None:
    for word in PEOPLE[language]:
        assert wants_person(word), word
        assert wants_person(f"{word}!!"), word


@pytest.mark.parametrize("words", [
    "I want to talk to a human please", "can you connect me to an agent?", "give me a real person now", "let me talk to someone", "转人工客服谢谢", "有人工吗", "我要人工",
    "請幫我轉人工", "соедините с оператором пожалуйста", "quiero hablar con un agente", "quero falar com um atendente", "cho tôi gặp nhân viên", "müşteri temsilcisine bağlanmak istiyorum",
    "상담원 연결해주세요", "人間と話したい", "オペレーターをお願いします", "أريد التحدث مع موظف", "je veux parler à un humain", "ich möchte mit einem Menschen sprechen",
    "my deposit is missing, please let me talk to a human", "HUMAN", "h\u200buman",
])  # fmt: skip
def test_asked_for(words: str) -> None:
    assert wants_person(words)


@pytest.mark.parametrize("words", [
    "the P2P agent took my coins", "another person logged into my account", "人工智能币怎么买", "人工审核要多久", "my bank's agent rejected it", "I sent it to the wrong person",
    "оператор связи не присылает смс", "una persona me estafó", "the person I traded with did not release", "不要人工", "I don't want a human", "humanity protocol H token", "user agent header in the API",
    "uma pessoa me enganou", "operator error on my side sent to wrong network", "",
])  # fmt: skip
def test_not_asked_for(words: str) -> None:
    assert not wants_person(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_it_tells_people_to_write_is_understood(language: str) -> None:
    words = words_of(language)
    quoted = words.intro
    for left, right in (("“", "”"), ("«", "»"), ("「", "」")):
        if left in quoted:
            quoted = quoted.split(left)[1].split(right)[0]
            break
    assert wants_person(quoted), quoted


@pytest.mark.parametrize("words", ["are you a bot?", "Am I talking to a human", "你是机器人吗", "ты бот?", "eres un robot?", "人間ですか", "هل أنت روبوت؟"])
def test_what_it_is(words: str) -> None:
    assert asks_what_it_is(words)


@pytest.mark.parametrize("words", ["is the trading bot free", "grid bot stopped", "机器人网格交易怎么开"])
def test_about_other_bots(words: str) -> None:
    assert not asks_what_it_is(words)


def test_a_greeting_says_nothing() -> None:
    assert says_nothing("你好！")
    assert says_nothing(" hello ")
    assert not says_nothing("hello my deposit is missing")
