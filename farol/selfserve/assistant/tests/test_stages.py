"""Every stage by itself: what it takes out, how sure it is, what it quotes, and what its checker refuses."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from farol.core.understanding import Scored, Understood
from farol.selfserve.assistant.model import LANGUAGES, Case, Offer, Source
from farol.selfserve.assistant.turn.answering import theft_first
from farol.selfserve.assistant.turn.checking import facts_missing
from farol.selfserve.assistant.turn.first import first
from farol.selfserve.assistant.turn.gate import compare, gate
from farol.selfserve.assistant.turn.given import Given, Heard, Matter
from farol.selfserve.assistant.turn.handing import Wait, hand_over, told
from farol.selfserve.assistant.turn.hear import hear
from farol.selfserve.assistant.turn.how import asks_how
from farol.selfserve.assistant.turn.likeness import Likeness
from farol.selfserve.assistant.turn.matter import alarmed
from farol.selfserve.assistant.turn.normalise import MOST, normalise
from farol.selfserve.assistant.turn.quoting import LONGEST, _cut
from farol.selfserve.assistant.turn.trace import Trace
from farol.selfserve.assistant.turn.writing import move
from farol.selfserve.assistant.words import Words, words_of

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def given(words: str, **more: object) -> Given:
    return Given(words, NOW, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("words", "text", "cut"), [
    ("ｈｅｌｌｏ", "hello", []),
    ("he\u200bl\u202elo", "hello", ["invisible"]),
    ("still missing\n> on Monday you wrote\n> things", "still missing", ["quoted"]),
    ("still missing\nOn Mon, 3 Nov 2026 at 10:00, Farol <help@farol.test> wrote:\n> old", "still missing", ["quoted"]),
    ("还没到账\n在 2026年11月3日，Farol 写道：\n旧的", "还没到账", ["quoted"]),
    ("> only a quote", "> only a quote", []),
    ("", "", []),
])  # fmt: skip
def test_normalise(words: str, text: str, cut: list[str]) -> None:
    found = normalise(words)
    assert (found.text, found.cut) == (text, cut)


def test_normalise_keeps_to_its_length() -> None:
    found = normalise("x" * 50_000)
    assert len(found.text) == MOST
    assert found.cut == ["too_long"]


def test_hearing_names_what_can_be_looked_up_and_keeps_the_chosen_language() -> None:
    trace = Trace()
    heard = hear(given("я отправил 100 USDT в сети TRC20", kept="en", chosen="es"), trace)
    assert heard.language == "es"
    assert heard.slots["amount"] == "100 USDT"
    assert heard.slots["network"] == "TRON"
    assert [stage.name for stage in trace.stages] == ["normalise", "shield", "language", "entities"]


@pytest.mark.parametrize(("words", "what"), [
    ("I want to die", "risk"), ("我的币被盗了", "stolen"), ("agent", "person"), ("are you a bot", "what"), ("hello", "nothing"), ("my deposit is late", ""),
])  # fmt: skip
def test_what_goes_first(words: str, what: str) -> None:
    trace = Trace()
    assert first(given(words), hear(given(words), trace), trace).what == what


def test_a_button_for_a_person_is_one_in_every_language() -> None:
    for language in LANGUAGES:
        label = words_of(language).person
        one = given(label, case=Case(offered=[Offer(label, "person")]), first=False)
        trace = Trace()
        assert first(one, hear(one, trace), trace).what == "person", language


def test_signs_stand_beside_each_other() -> None:
    signs = compare({"a": 6.0, "b": 2.0}, {"a": 0.8, "b": 0.3, "c": 0.1}, {"a": 0.7, "b": 0.2, "c": 0.0}, 0.9)
    assert (signs["a"].share, signs["a"].agreed) == (0.75, 1.0)
    assert signs["a"].lead == pytest.approx(2 / 3)
    assert signs["a"].ahead == pytest.approx(0.5)
    assert (signs["c"].share, signs["c"].covered) == (0.0, 0.0)
    for weights in (gate().lexical, gate().bare):
        assert weights.believed(signs["a"]) > weights.believed(signs["b"]) > weights.believed(signs["c"]) * 0.5


def test_likeness_counts_what_is_rare() -> None:
    known = Likeness([("fees", "what is the trading fee"), ("tax", "what is the tax report"), ("fees", "maker and taker fee")])
    found = known.to("taker fee please")
    assert found["fees"] > 0.4 > found.get("tax", 0.0)
    assert known.to("") == {}


def test_a_quote_keeps_whole_lines() -> None:
    assert _cut("one\ntwo") == "one\ntwo"
    long = _cut("a sentence. " * 200)
    assert len(long) <= LONGEST
    assert long.endswith(".")


def test_the_checker_finds_what_stands_nowhere() -> None:
    source = Source("article", "Fees", "https://farol.test/help/en/a/fees", 3, date(2026, 11, 1), "en")
    good = move("answer", "The fee is 0.1 %.", "en", first=True, choices=["Yes", "No"], sources=[source], evidence=["The fee is 0.1 %."])
    assert facts_missing(good, "en") == []
    for wrong in ("The fee is 0.2 %.", "It takes 24 hours.", "See https://evil.example", "Done by tomorrow."):
        bad = move("answer", wrong, "en", first=False, sources=[source], evidence=["The fee is 0.1 %."])
        assert facts_missing(bad, "en"), wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence_with_the_same_places(language: str) -> None:
    import re

    english, words = words_of("en"), words_of(language)
    for name in Words.__struct_fields__:
        said = getattr(words, name)
        assert said, name
        assert sorted(re.findall(r"\{\w+\}", said)) == sorted(re.findall(r"\{\w+\}", getattr(english, name))), name
        assert "!" not in said
        assert "！" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_own_sentences_state_nothing_the_checker_would_refuse(language: str) -> None:
    trace = Trace()
    for wait in (Wait(), Wait(usually_s=240, slowest_s=900), Wait(due=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))):
        heard = Heard("x", language, [], [], {})
        thought = hand_over(given("x"), heard, "asked", wait, "Asia/Shanghai", trace, tried=[], reason="fee.vip")
        assert facts_missing(thought.move, language) == []


def test_waits_are_told_as_they_are() -> None:
    assert told(Wait(), NOW, "en", "UTC").startswith("Nobody is on shift")
    assert "about 4 min" in told(Wait(usually_s=240, slowest_s=900), NOW, "en", "UTC")
    assert "12:15 UTC" in told(Wait(usually_s=240, slowest_s=900), NOW, "en", "UTC")
    night = told(Wait(due=datetime(2026, 11, 22, 23, 58, tzinfo=UTC)), NOW, "zh-Hans", "Asia/Shanghai")
    assert "现在没有同事在线" in night
    assert "08:00（上海）" in night


@pytest.mark.parametrize(("words", "how"), [
    ("How do I set up a passkey?", True), ("怎么设置通行密钥", True), ("как включить passkey?", True), ("资金费率是什么", True), ("充值怎么还没到账", False),
    ("my withdrawal is stuck", False), ("怎么办 充错网络了", False), ("how can I get back what I lost", False),
])  # fmt: skip
def test_asking_how_is_not_telling_what_went_wrong(words: str, how: bool) -> None:
    assert asks_how(words) is how


def test_an_alarm_counts_where_it_is_sure() -> None:
    alarms = ("sec.account_stolen", "care.person_at_risk")
    heard = Understood([Scored("sec.account_stolen", 0.6), Scored("wd.failed", 0.4)], "sec", False, 1.0, alarms, ("sec.account_stolen",))
    assert alarmed(heard) == "sec.account_stolen"
    assert alarmed(msgspec.structs.replace(heard, sure=alarms)) == "care.person_at_risk"
    assert alarmed(msgspec.structs.replace(heard, sure=())) == ""


def test_theft_that_may_be_meant_is_asked_about_once() -> None:
    understood = Understood([Scored("wd.not_received", 0.8), Scored("sec.account_stolen", 0.06)], "wd", False, 1.0, ("sec.account_stolen",))
    about = Matter("wd.not_received", 0.8, "words", True, understood)
    said = given("the coins went to somebody and I don't know him")
    heard = Heard(said.words, "en", [], [], {})
    offers = theft_first(said, heard, about)
    assert [one.to for one in offers] == ["reason:sec.account_stolen", "reason:wd.not_received"]
    assert theft_first(msgspec.structs.replace(said, case=Case(offered=offers)), heard, about) == []
    assert theft_first(said, msgspec.structs.replace(heard, text="How do I set up a passkey?"), about) == []
    assert theft_first(said, heard, msgspec.structs.replace(about, understood=msgspec.structs.replace(understood, alarms=()))) == []
