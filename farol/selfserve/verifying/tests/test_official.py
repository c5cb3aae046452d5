"""Ours, posing as us, or none of ours: by the list, never by how it looks."""

import pytest

from farol.app.demo import cast
from farol.selfserve.community import links
from farol.selfserve.help_centre.ours import Account
from farol.selfserve.verifying import official, typed
from farol.selfserve.verifying.pages import code_in
from tests import articles
from tests.world import EXCHANGE, FAROL, World

OURS = (
    Account("site", "https://demo-exchange.example"), Account("help", "https://help.demo-exchange.example"), Account("mail", "support@demo-exchange.example"),
    Account("reply", "@support.demo-exchange.example"), Account("telegram", "@DemoExchange_Support"), Account("x", "@demo_exchange"),
    Account("phone", "+442079460000"), Account("whatsapp", "+44 7400 123456"), Account("messenger", "Demo Exchange"),
)  # fmt: skip
SITES = links.Official(frozenset({"demo-exchange.example", "support.demo-exchange.example"}), frozenset({"etherscan.io"}), "Demo Exchange")


@pytest.mark.parametrize(("asked", "standing"), [
    ("@DemoExchange_Support", "ours"), ("demoexchange_support", "ours"), ("https://t.me/DemoExchange_Support", "ours"), ("t.me/demoexchange_support?start=1", "ours"),
    ("@DemoExchange_Supp0rt", "alike"), ("@DemoExchange_Suppоrt", "alike"), ("@DemoExchangeSupport", "alike"), ("@DemoExchange_Suport", "alike"),
    ("@DemoExchange_Support_24h", "alike"), ("https://t.me/demo_exchange", "alike"), ("@helpdesk_official", "alike"), ("@mei_lin", "not_ours"),
    ("https://t.me/joinchat_random", "not_ours"), ("twitter.com/demo_exchange", "ours"), ("https://x.com/demo_exchange/status/12", "ours"),
    ("+44 20 7946 0000", "ours"), ("0044 20 7946 0000", "ours"), ("+44 20 7946 0001", "alike"), ("+1 20 7946 0000", "alike"), ("+86 10 8888 0000", "not_ours"),
    ("wa.me/447400123456", "ours"), ("wa.me/442079460000", "alike"), ("tel:+442079460000", "ours"),
    ("support@demo-exchange.example", "ours"), ("Support@Demo-Exchange.example", "ours"), ("reply+abc@support.demo-exchange.example", "ours"),
    ("security@demo-exchange.example", "alike"), ("support@demo-exchange.example.evil.test", "alike"), ("support@dem0-exchange.example", "alike"), ("bob@gmail.com", "not_ours"),
    ("demo-exchange.example", "ours"), ("https://demo-exchange.example/withdraw", "ours"), ("https://demo-exchange.example@evil.test/", "alike"),
    ("demo-exchange.example.login-help.com", "alike"), ("hxxp://demo-exchange[.]example", "ours"), ("dеmo-exchange.example", "alike"), ("etherscan.io", "not_ours"),
    ("https://www.wikipedia.org", "not_ours"), ("Demo Exchange Support", "alike"), ("客服小助手", "alike"), ("Bob from accounting", "not_ours"),
])  # fmt: skip
def test_what_it_is(asked: str, standing: str) -> None:
    what = typed.read(asked)
    assert what
    assert official.judge(what, OURS, SITES, "Demo Exchange").standing == standing


def test_what_differs_is_marked() -> None:
    what = typed.read("@DemoExchange_Supp0rt")
    assert what
    verdict = official.judge(what, OURS, SITES, "Demo Exchange")
    assert [text for text, differs in verdict.asked if differs] == ["0"]
    assert [text for text, differs in verdict.ours if differs] == ["o"]


@pytest.mark.parametrize("nothing", ["", "   ", "\0", "\u200b\u202e"])
def test_nothing_is_asked(nothing: str) -> None:
    assert typed.read(nothing) is None


@pytest.mark.parametrize("odd", ["@", "://", "https://", "http://[", "t.me/", "x" * 5000, "@@@@", "+", "1", "a@", "mailto:", "%00", "..", "xn--", "wa.me/x", "٠١٢٣٤٥٦٧"])
def test_whatever_is_pasted_gets_an_answer(odd: str) -> None:
    what = typed.read(odd)
    assert what is None or official.judge(what, OURS, SITES, "Demo Exchange").standing in ("not_ours", "alike")


def test_a_code_is_known_however_it_is_pasted() -> None:
    code = "abcdefghijklmnopqrstuvwxyz2345672345"
    assert code_in(code) == code_in(f"https://help.example/verify?m={code}") == code_in(f"{code[:18]}-{code[18:]}") == code
    assert code_in("@demo_exchange") == ""


async def test_the_page_lists_what_is_ours_and_judges(world: World) -> None:
    await world.kit.db.execute(
        "insert into connection (channel, name, token, state, account) values ('telegram', 'Bot', repeat('t', 22), 'active', '@DemoExchange_Support')")
    anyone = world.client(FAROL, {"cookie": "farol_lang=en"})
    shown = await anyone.get("/verify")
    assert shown.status_code == 200
    for ours in (EXCHANGE, world.kit.settings.mail_from, "@DemoExchange_Support"):
        assert ours in shown.text
    fake = await anyone.get("/verify", params={"q": "@DemoExchange_Supp0rt"})
    assert fake.status_code == 200
    assert "Not ours: it poses as us" in fake.text
    assert "<mark>0</mark>" in fake.text
    assert "/stolen" in fake.text
    real = await anyone.get("/verify", params={"q": "https://t.me/DemoExchange_Support"})
    assert "It is ours" in real.text
    assert "Not ours" in (await anyone.get("/verify", params={"q": "+1 555 0100 999"})).text
    hostile = (await anyone.get("/verify", params={"q": '"><script>alert(1)</script>'})).text
    assert "<script>alert" not in hostile
    await articles.publish(world.kit)
    article = (await anyone.get("/help/en/a/verify-official")).text
    assert "@DemoExchange_Support" in article
    assert 'href="/verify"' in article
    assert "/verify" in (await anyone.get("/help/en")).text
    assert cast.MEI.email not in shown.text
