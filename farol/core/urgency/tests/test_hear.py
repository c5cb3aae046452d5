"""What rings the alarm and what does not, in the languages and spellings people use."""

import pytest

from farol.core.urgency import denies, grammar, hear
from farol.core.urgency.spelling import clauses

STOLEN = [
    "my coins are gone and it was not me", "somebody logged into my account", "SOMEONE   WITHDREW ALL MY USDT", "he changed my password and took my coins",
    "i never made this withdrawal", "my account's been h\u200backed", "我的币被转走了，不是我操作的", "我的帳戶被盜了", "有人登录了我的账号", "提现不是我本人操作",
    "alguien entró a mi cuenta", "me robaron los fondos", "кто-то вошёл в мой аккаунт и вывел деньги", "меня взломали", "tai khoan bi hack", "tài khoản bị hack",
    "HESABIM ÇALINDI", "hesabim calindi", "누군가제계정에로그인했어요", "누군가 제 계정에 로그인했어요", "勝手に送金されました", "alguém entrou na minha conta", "تم اختراق حسابي",
    "تَمَّ اِخْتِراقُ حِسابي", "سرقوا عملاتي أنا ما حولتها", "someone hacked me. how do I protect the rest", "/stolen", "mein Konto wurde gehackt", "akun saya dibobol",
]  # fmt: skip
RISK = [
    "I want to die", "im going to kill myself tonight", "i cant go on living", "goodbye", "我不想活了", "活着没意思", "我現在就去死", "quiero morir", "no quiero vivir más",
    "не хочу больше жить", "не хочется жить", "tôi muốn chết", "toi muon chet", "ölmek istiyorum", "OLMEK ISTIYORUM", "죽고싶어요", "죽고 싶어요", "もう死にたい",
    "não quero mais viver", "أريد أن أموت", "اريد اموت", "someone hacked me and I want to kill myself", "ich will nicht mehr leben",
]  # fmt: skip
NEITHER = [
    "how do I protect my account from being hacked", "can someone hack my account if I lose my phone?", "怎么防止账号被盗", "如果账号被盗怎么办", "¿cómo puedo evitar que me roben?",
    "как защитить аккаунт от взлома", "làm sao để không bị hack", "hesabımı nasıl korurum", "해킹 예방 방법 알려주세요", "كيف احمي حسابي من الاختراق", "ハッキング対策を教えて",
    "my withdrawal has not arrived", "i did not receive my deposit", "我没有收到验证码", "这行情要死了", "gas贵到想死", "my trade got killed by slippage", "kill switch for api keys",
    "error 401 unauthorized", "رفع حد السحب", "where do I see the fees", "¿Dónde veo las comisiones?", "", "?!",
]  # fmt: skip


@pytest.mark.parametrize("text", STOLEN)
def test_theft_is_heard(text: str) -> None:
    assert hear(text) == "stolen"


@pytest.mark.parametrize("text", RISK)
def test_danger_is_heard_before_theft(text: str) -> None:
    assert hear(text) == "risk"


@pytest.mark.parametrize("text", NEITHER)
def test_questions_and_figures_of_speech_ring_nothing(text: str) -> None:
    assert hear(text) == ""


def test_what_belongs_together_stands_in_one_clause() -> None:
    assert hear("Someone answered me yesterday. My order was placed.") == ""
    assert clauses("one. Two!\n三。0.8 btc") == [" one ", " two ", " 三 ", " 0 8 btc "]


def test_a_farewell_within_a_message_is_none() -> None:
    assert hear("goodbye and thank you for the refund") == ""


def test_what_a_line_must_be() -> None:
    found = grammar.read("en", "who = a [b|c] | d*\ntheft: {who} + e | f\ncalm_theft: g\nalone: h\n# nothing\n")
    assert found.rules["theft"] == [[(" a b ", " a c ", " d"), (" e ", " f ")]]
    assert found.rings("theft", " dog e ")
    assert found.calms("theft", " dog e g ")
    assert not found.calms("theft", " dog e ")
    assert found.is_alone(" h ")
    for wrong, error in (("no line", ValueError), ("theft: {nobody}", KeyError), ("theft: a* b", ValueError), ("thefts: a", KeyError)):
        with pytest.raises(error):
            grammar.read("en", wrong)


def test_every_list_is_of_the_form() -> None:
    assert {"ar", "en", "es", "ja", "ko", "pt", "ru", "tr", "vi", "zh"} <= {one.language for one in grammar.grammars()}
    assert all(one.rules["care"] and one.rules["theft"] for one in grammar.grammars())


def test_a_long_text_is_cut_and_heard() -> None:
    assert hear("a " * 50_000 + "hacked") == ""
    assert hear("\ud800 hacked \x00") == "stolen"


def test_a_denial_is_short() -> None:
    assert denies("Wasn’t me")
    assert not denies("no " * 60)
