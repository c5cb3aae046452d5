"""What an answer may say given its evidence, case by case, and for any text."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from farol.core.grounding import LONGEST_ANSWER, facts, ungrounded
from tests.stand_ins import hostile

ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"
HASH = "0x9f3c5d1e8a7b6c4d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d"

SAME = [
    ("Your 1000 USDT arrived.", "amount: 1,000 USDT"), ("１０００ USDT", "1000 USDT"), ("1 000 USDT", "1000 USDT"),
    ("1000.50 USDT", "1,000.5 USDT"), ("两千 USDT", "2000 USDT"), ("1.2万U", "12000 USDT"), ("٢٥ USDT", "25 USDT"),
    ("It takes 2 hours.", "两小时"), ("两个小时", "2 hours"), ("120 minutes", "2 小时"), ("半小时", "30 min"), ("一个半小时", "90 分钟"),
    ("24 часа", "1 day"), ("dos horas", "2 h"), ("2 giờ", "2 hours"), ("2시간", "120 min"), ("ساعتين", "2 hours"), ("iki saat", "2 hours"),
    ("duas horas", "2 小时"), ("3 рабочих дня", "3 个工作日"), ("1-3 business days", "1 至 3 个工作日"), ("半小时内", "within half an hour"),
    ("fee 0.1%", "手续费 0.10 %"), ("百分之五", "5%"), ("%5", "5 percent"), ("10 bps", "0.1%"),
    ("on 22 November 2026", "2026-11-22"), ("11月22日", "2026-11-22"), ("22 ноября", "2026-11-22"), ("22 de noviembre de 2026", "2026年11月22日"),
    ("November 2026", "22 November 2026"), ("at 4:05 pm", "16:05 UTC"), ("16:05 北京时间", "16:05 UTC+8"), ("16:05", "16:05:33"),
    ("tomorrow", "明天"), ("周五", "Friday"),
    ("https://help.exchange.example/a/1.", "see https://HELP.exchange.example/a/1"), ("help.exchange.example/a", "https://help.exchange.example/a"),
    (f"sent to {ADDRESS}", ADDRESS), (f"hash {HASH}", f"txid={HASH}"), ("ticket FRL-2026-000123", "FRL-2026-000123"),
    ("via trc-20", "network: TRC20"), ("波场", "TRC20"), ("$100", "100 USD"), ("100 元", "100 CNY"), ("5千 USDT", "5000 USDT"),
    ("the amount is 100", "100 USDT"), ("Turn on 2FA and read our P2P page", ""), ("1. Open it\n2. Press it\n3. Done", ""),
    ("See [1] and [2].", ""), ("24 **hours**", "1 天"), ("5 million USDT", "5,000,000 USDT"), ("MATIC 5", "5 POL"),
    ("thirty-five minutes", "35 min"), ("двадцать пять минут", "25 minutes"), ("treinta y cinco minutos", "35 min"), ("two hundred USDT", "200 USDT"),
    ("three thousand dollars", "$3,000"), ("nineteen confirmations", "19"), ("十九次", "19"), ("a couple of hours", "2 hours"), ("quarenta e oito horas", "2 days"),
    ("千万不要转账，十分抱歉，万一还没到", ""), ("one of two ways, three steps", ""), ("yirmi dört saat", "1 gün"), ("一小时内", "within an hour"),
    ("fünf Stunden", "5 小时"), ("deux heures", "two hours"), ("24 Stunden", "1 day"), ("廿四小时", "24 hours"), ("提币免费", "withdrawals are free of charge"),
    ("½ USDT", "1/2 USDT"), ("Feel free to ask", ""), ("ich bin hier", ""), ("中午", "noon"),
]  # fmt: skip
OTHER = [
    ("2000 USDT", "1,000 USDT", "amount"), ("1000 USDC", "1000 USDT", "amount"), ("1.000 USDT", "1000 USDT", "amount"),
    ("2 days", "2 hours", "duration"), ("两天", "2 business days", "duration"), ("an hour", "2 hours", "duration"), ("10-30 minutes", "30 minutes", "duration"),
    ("три дня", "2 days", "duration"), ("within three business days", "three days", "duration"), ("30 days", "1 month", "duration"),
    ("thirty-five minutes", "5 minutes", "duration"), ("двадцать пять минут", "5 минут", "duration"), ("two hundred dollars", "100 dollars", "amount"),
    ("cuarenta y cinco minutos", "5 minutos", "duration"), ("two hundred USDT", "2 USDT", "amount"), ("twenty confirmations", "19", "number"),
    ("二十次", "19", "number"), ("次日到账", "当天到账", "day"), ("fünf Stunden", "4 Stunden", "duration"), ("trois jours", "", "duration"), ("by noon", "", "day"),
    ("Withdrawals are free", "fee 1 USDT", "amount"), ("零手续费", "手续费 1 USDT", "amount"), ("no withdrawal fee", "", "amount"),
    ("1/2 USDT", "2 USDT", "amount"), ("1e3 USDT", "3 USDT", "amount"), ("½ USDT", "2 USDT", "amount"),
    ("0.2%", "0.1%", "percent"), ("百分之十", "5%", "percent"), ("5%", "5 USDT", "percent"),
    ("23 November", "2026-11-22", "date"), ("22 November 2027", "2026-11-22", "date"), ("22 November 2026", "22 November", "date"),
    ("03/04/2026", "2026-04-03", "date"), ("16:06", "16:05", "time"), ("16:05 UTC", "16:05 UTC+8", "time"), ("16:05 UTC", "16:05", "time"),
    ("tomorrow", "today", "day"), ("by Monday", "", "day"), ("周一", "周二", "day"),
    ("http://help.exchange.example/a", "https://help.exchange.example/a", "link"), ("https://help.exchange.example/b", "https://help.exchange.example/a", "link"),
    ("https://help.exchange.example@evil.example/", "https://help.exchange.example", "link"), ("https://hеlp.exchange.example", "https://help.exchange.example", "link"),
    ("[x](javascript:alert(1))", "x", "link"), ("write to help@evil.example", "help@exchange.example", "link"), ("@exchange_help", "", "link"),
    ("t.me/exchange", "", "link"), ("evil[.]example", "", "link"), ("evil (dot) example", "", "link"),
    ("加客服微信：exchange_help", "", "link"), ("our Telegram is exchange_help", "", "link"), ("&#104;ttps://evil.example", "", "link"), ("币安.com", "", "link"),
    (ADDRESS[:-1] + "p", ADDRESS, "id"), (HASH.replace("9f3c", "9f3d"), HASH, "id"), ("FRL-2026-000124", "FRL-2026-000123", "id"),
    ("order WD-20261122", "", "id"), ("id b0000000000000000000000H", "id 00000000000000000000000H", "id"), ("ref ab12h", "ref ac12h", "id"), ("version 1.2.3", "1.2.4", "id"), ("ERC20", "TRC20", "network"), ("via Tron", "BTC network", "network"),
    ("call 8005550199", "", "number"), ("you have 3 tries", "4 tries", "number"), ("100 EUR", "100 USD", "amount"), ("¥100", "100 JPY", "amount"),
    ("50**0** USDT", "50 USDT", "amount"), ("50<b>0</b> USDT", "50 USDT", "amount"), ("1\u200b0 USDT", "1 USDT and 0 USDT", "amount"),
    ("pay \u202e001\u202c", "pay 100", "hidden"), ("ok \U000e0041", "ok", "hidden"), ("5. Open it", "", "number"), ("See [7].", "", "number"),
    ("x" * (LONGEST_ANSWER + 1), "x", "length"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "evidence"), SAME)
def test_said_another_way_it_is_the_same(answer, evidence):
    assert ungrounded(answer, [evidence, "more"]) == []


@pytest.mark.parametrize(("answer", "evidence", "kind"), OTHER)
def test_what_is_not_in_the_evidence_is_named(answer, evidence, kind):
    assert kind in [fact.kind for fact in ungrounded(answer, [evidence])]


@pytest.mark.parametrize("words", [w for w in (*hostile.LINKS, *hostile.WORDS) if not w.startswith(("Please tell", "I am a", "hidden", "bell"))])
def test_what_a_hostile_model_adds_is_found(words):
    evidence = ["Your deposit of 20 USDT on TRC20 needs 19 more confirmations, usually 2 minutes.", "https://help.exchange.example/deposits"]
    assert ungrounded(words, evidence)


WORDS = st.sampled_from([answer for answer, _ in SAME] + [answer for answer, _, kind in OTHER if kind not in ("hidden", "length")])
ANY = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=120)


@given(st.lists(WORDS | ANY, max_size=6).map("\n".join))
@example("1.000 2,000 3 000")
def test_a_text_says_nothing_that_is_not_in_it(text):
    assert ungrounded(text, [text]) == []


@given(st.text(max_size=400), st.text(max_size=100))
def test_any_text_is_read_to_its_end(answer, evidence):
    for fact in ungrounded(answer, [evidence]):
        assert fact.kind


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_numbers_are_equal_when_they_are(a, b):
    for written in (f"{a:,}", str(a), "".join(chr(ord(c) + 0xFEE0) for c in str(a)), f"{a}.00"):
        assert (ungrounded(f"{written} USDT", [f"{b} USDT"]) == []) == (a == b)


@given(st.integers(10, 10**9), st.sampled_from(["{} USDT", "{}%", "{} hours", "{} 小时", "no. {}", "{} 元", "AB-{}", "https://a.example/{}"]))
def test_a_changed_digit_is_always_found(number, form):
    right, wrong = form.format(number), form.format(number + 1)
    assert ungrounded(right, [right]) == []
    assert ungrounded(wrong, [right])


@given(st.text(string.ascii_letters + string.digits, min_size=24, max_size=60).filter(lambda s: any(c.isdigit() for c in s)), st.integers(0, 23))
def test_an_id_is_itself_to_the_last_character(written, place):
    changed = written[:place] + ("b" if written[place] != "b" else "c") + written[place + 1 :]
    assert ungrounded(f"id {written}", [f"id {written}"]) == []
    assert ungrounded(f"id {changed}", [f"id {written}"])


def test_facts_are_named_as_they_were_written():
    (fact,) = facts("about 两个小时")
    assert fact == ("duration", "7200 s", "两个小时")
