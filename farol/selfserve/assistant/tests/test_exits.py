"""Everybody who asks for a person in any of thirty languages gets one in that turn, and who asks what writes here is told."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from farol.desk.guard.never import never
from farol.selfserve.assistant.around import Around, Who
from farol.selfserve.assistant.model import LANGUAGES
from farol.selfserve.assistant.thinking import Turn
from farol.selfserve.assistant.turn.given import Given, Thought
from farol.selfserve.assistant.turn.handing import Wait
from farol.selfserve.assistant.words import Words, words_of

AI = {
    "zh-Hans": "AI", "zh-Hant": "AI", "en": "AI", "ru": "ИИ", "es": "IA", "vi": "AI", "tr": "yapay zekâ", "ko": "AI", "ja": "AI", "pt": "IA", "ar": "ذكاء اصطناعي",
}
PERSON: dict[str, tuple[str, ...]] = {
    "zh": ("转人工!!!", "能不能来个人", "找个真人跟我说", "我不要AI，转真人", "不要人工智能，我要人工", "人工 agent please"), "zh-Hant": ("轉真人客服", "請幫我轉人工"),
    "en": ("agent please", "agent pls 🙏🙏", "HUMAN!!!!", "get me someone real", "stop the bot. human.", "I don't want a bot, I want a human", "speak to your manager about my missing deposit",
           "I don't want a person who reads scripts, give me a real human"),
    "ru": ("дайте живого человека пожалуйста", "я хочу говорить с человеком а не с ботом"), "es": ("necesito hablar con una persona ya", "hola agent por favor"),
    "pt": ("quero falar com gente de verdade", "quero um atendente por favor"), "vi": ("toi muon gap nhan vien", "cho tôi gặp người thật đi"),
    "tr": ("insanla görüşmek istiyorum", "bir temsilciye bağla"), "ko": ("사람이랑 얘기하고 싶어요", "상담원 바꿔주세요"), "ja": ("担当者に代わってください", "人と話したいです"),
    "ar": ("ابغى موظف", "أريد التحدث مع شخص"), "fr": ("je veux parler à une personne réelle",), "de": ("ich will einen Menschen sprechen",), "it": ("voglio parlare con una persona",),
    "id": ("tolong sambungkan ke agen",), "ms": ("saya nak cakap dengan ejen",), "th": ("ขอคุยกับเจ้าหน้าที่",), "hi": ("मुझे इंसान से बात करनी है", "एजेंट से बात करवाओ"), "bn": ("এজেন্টের সাথে কথা বলতে চাই",),
    "ur": ("مجھے انسان سے بات کرنی ہے",), "fa": ("میخواهم با انسان صحبت کنم",), "uk": ("хочу поговорити з людиною",), "pl": ("chcę rozmawiać z człowiekiem",), "nl": ("medewerker alstublieft",),
    "ro": ("vreau să vorbesc cu un om",), "cs": ("chci mluvit s člověkem",), "el": ("θέλω να μιλήσω με άνθρωπο",), "he": ("אני רוצה לדבר עם נציג",), "sv": ("jag vill prata med en människa",),
    "hu": ("ügyintézőt kérek", "emberrel szeretnék beszélni"), "tl": ("gusto ko makausap ang tao",), "sw": ("nataka kuongea na mtu",), "kk": ("адаммен сөйлескім келеді",),
}  # fmt: skip
WHAT: dict[str, str] = {
    "zh": "你到底是不是真人？", "zh-Hant": "你是真人嗎", "en": "wait, are you human?", "ru": "ты человек?", "es": "¿eres humano?", "pt": "você é humano?", "vi": "bạn có phải là người không",
    "tr": "insan mısın", "ko": "사람이세요?", "ja": "人間ですか？", "ar": "هل أنت إنسان؟", "fr": "êtes-vous humain ?", "de": "bist du ein Mensch?", "it": "sei umano?", "id": "apakah anda manusia?",
    "ms": "awak robot ke?", "th": "คุณเป็นคนหรือบอท", "hi": "क्या आप इंसान हैं?", "bn": "আপনি কি মানুষ?", "ur": "کیا آپ انسان ہیں؟", "fa": "آیا شما انسان هستید؟", "uk": "ви людина?",
    "pl": "czy jesteś człowiekiem?", "nl": "ben je een mens?", "ro": "ești om?", "cs": "jsi člověk?", "el": "είσαι άνθρωπος;", "he": "אתה אדם?", "sv": "är du en människa?",
    "hu": "ember vagy?", "tl": "tao ka ba?", "sw": "wewe ni binadamu?", "kk": "сен ботсың ба?",
}  # fmt: skip
NOT = (
    "I did NOT ask for a human", "i never asked for an agent", "不用转人工，继续", "我没说要人工", "别转人工", "人工智能币怎么买", "не нужен оператор", "no quiero un agente",
    "the agent bank rejected it", "my agent in p2p is rude", "não quero falar com um atendente",
)  # fmt: skip


class Alone(Around):
    """Nobody has an account, and somebody is on shift."""

    def __init__(self) -> None:
        super().__init__(cast(Any, SimpleNamespace(has=lambda _: False)), Who())

    async def wait(self, reason: str, language: str, severity: str = "") -> Wait:
        return Wait(120, 600)


async def turn(words: str, **more: Any) -> Thought:
    return await Turn(Alone(), Given(words, datetime(2026, 11, 22, 12, tzinfo=UTC), site="https://farol.test", **more), []).think()


def test_thirty_languages() -> None:
    assert min(len(PERSON), len(WHAT)) >= 30


@pytest.mark.parametrize("language", PERSON)
async def test_a_person_in_one_turn(language: str) -> None:
    for words in PERSON[language]:
        thought = await turn(words)
        assert (thought.case.state, thought.case.why, thought.move.kind) == ("handed", "asked", "hand_off"), words
        assert thought.move.text


@pytest.mark.parametrize("language", PERSON)
async def test_also_in_the_middle_of_something_else(language: str) -> None:
    """After a mail that is quoted, at the end of a long letter, and in capitals."""
    words = PERSON[language][0]
    for said in (words.upper(), f"\n\n  {words}  \n> agent wrote: are you still there\n> yes"):
        assert (await turn(said)).case.why == "asked", said


async def test_at_the_end_of_a_long_letter() -> None:
    letter = "I bought and sold many coins this year and I write down here everything that I remember of it. " * 120
    assert (await turn(f"{letter}\nPlease let me talk to a human.")).case.why == "asked"


@pytest.mark.parametrize("language", WHAT)
async def test_it_says_that_it_is_one(language: str) -> None:
    thought = await turn(WHAT[language])
    assert AI.get(thought.language, "AI").casefold() in thought.move.text.casefold(), thought.move.text
    assert [one.to for one in thought.case.offered] == ["person"]
    again = await turn("1", case=thought.case, first=False)
    assert again.case.why == "asked"


@pytest.mark.parametrize("words", NOT)
def test_who_does_not_want_one_is_not_handed_over(words: str) -> None:
    from farol.selfserve.assistant.turn.person import wants_person

    assert not wants_person(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_its_own_asks_for_what_support_never_asks_for(language: str) -> None:
    for name in Words.__struct_fields__:
        assert not [one.code for one in never(getattr(words_of(language), name))], name
